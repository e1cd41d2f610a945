import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { farringtonFlexible, FLEXIBLE_WEEKLY } from './emerging/farrington.js'
import { differences, type Methods, type Reference } from './references/differences.js'
import { distributions } from './references/distributions.js'
import { emerging } from './references/emerging.js'
import { fairness } from './references/fairness.js'
import { findings } from './references/findings.js'
import { scan } from './references/scan.js'

const METHODS: Methods = { ...distributions, ...fairness, ...emerging, ...findings, ...scan }

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const here = (place: string): string => fileURLToPath(new URL(place, import.meta.url))

const jsonIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.endsWith('MANIFEST.json'))
    .map((file) => path.join(folder, file))

/** Software that departs from the formulas, and results that are scored; see below. */
const isCompared = ({ method }: Reference): boolean =>
  !method.endsWith('SurveillanceCompat') && method !== 'benchmarkEmerging'

function agree(references: readonly Reference[]): void {
  it.each(references.filter(isCompared).map((reference) => [reference.id, reference] as const))(
    '%s',
    (_, reference) => {
      const { input, params, expected, method } = reference
      const ours = METHODS[method]
      expect(ours, method).toBeDefined()
      expect(differences(ours?.(input as never, params as never, expected as never), reference)).toEqual([])
    },
  )
}

describe('published results', () => {
  agree(jsonIn(here('references')).flatMap((file) => read(file) as Reference[]))
})

/** More results of R, SaTScan and publications, with data that are not part of the project. */
const ORACLES = process.env['FENGSUI_ORACLES'] || here('../../../shared/oracles')
const isThere = existsSync(ORACLES)
if (!isThere) console.warn(`Skipped: further reference results are not at ${ORACLES} (FENGSUI_ORACLES).`)

interface Benchmark {
  readonly params: { readonly evaluate: readonly number[] }
  readonly input: {
    readonly series: readonly {
      readonly counts: readonly number[]
      readonly outbreakWeeks: readonly number[]
    }[]
  }
  readonly expected: { readonly reference: { readonly noufaily: { readonly pod: number } } }
}

describe.skipIf(!isThere)('further reference results', () => {
  if (isThere) agree(jsonIn(ORACLES).map((file) => read(file) as Reference))

  it('find outbreaks as R does, with at most 1 in 100 false alarms', { timeout: 240_000 }, () => {
    const { params, input, expected } = read(
      path.join(ORACLES, 'benchmark-emerging/noufaily-design-60-series.json'),
    ) as Benchmark
    let [quiet, falseAlarms, found] = [0, 0, 0]
    for (const { counts, outbreakWeeks } of input.series) {
      const outbreak = new Set(outbreakWeeks)
      const alarms = params.evaluate.filter(
        (at) => farringtonFlexible(counts, at, { ...FLEXIBLE_WEEKLY, years: 5 }).isAlarm,
      )
      quiet += params.evaluate.filter((at) => !outbreak.has(at)).length
      falseAlarms += alarms.filter((at) => !outbreak.has(at)).length
      found += alarms.some((at) => outbreak.has(at)) ? 1 : 0
    }
    expect(falseAlarms / quiet).toBeLessThanOrEqual(0.01)
    expect(found / input.series.length).toBeGreaterThanOrEqual(expected.reference.noufaily.pod - 0.05)
  })
})
