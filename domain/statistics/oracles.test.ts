import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { gammaQuantile, gammaTails } from './gamma.js'
import { poissonInterval } from './poisson.js'
import { wilson } from './wilson.js'

/** Reference results of R and of publications that are not part of the project. */
const ORACLES =
  process.env['FENGSUI_ORACLES'] || fileURLToPath(new URL('../../../shared/oracles', import.meta.url))
const isThere = existsSync(ORACLES)
if (!isThere) console.warn(`Skipped: the reference results are not at ${ORACLES} (FENGSUI_ORACLES).`)

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(ORACLES, file), 'utf8')) as T

/** Equal within 10⁻⁹ of the size, as the references ask; where they say so, of 1. */
function expectClose(actual: number, expected: number, what: string, least = 1e-300): void {
  expect(Math.abs(actual - expected), `${what}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(
    least + 1e-9 * Math.abs(expected),
  )
}

/** How the functions of the grid are said with ours. */
const FUNCTIONS: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  'regularizedGammaP(shape,x)': (shape, x) => gammaTails(shape, x).lower,
  'gammaQuantile(p,shape,rate)': (p, shape, rate) => gammaQuantile(p, shape) / rate,
  'poissonCdf(k,lambda)': (k, lambda) => gammaTails(k + 1, lambda).upper,
  'chiSquareSf(x,df)': (x, df) => gammaTails(df / 2, x / 2).upper,
}

interface Grid {
  readonly input: { readonly calls: readonly { fn: string; args: [number, number, number] }[] }
  readonly expected: { readonly values: readonly number[] }
}
interface Garwood {
  readonly input: { readonly x: readonly number[] }
  readonly expected: { readonly lower: readonly number[]; readonly upper: readonly number[] }
}
interface Proportions {
  readonly expected: { readonly rows: readonly { x: number; n: number; wilson: [number, number] }[] }
}

describe.skipIf(!isThere)('the reference results', () => {
  it.each(Object.entries(FUNCTIONS))('hold for %s', (name, ours) => {
    const { input, expected } = read<Grid>('special-functions/grid.json')
    let compared = 0
    input.calls.forEach(({ fn, args }, i) => {
      if (fn !== name) return
      compared += 1
      expectClose(ours(...args), expected.values[i] ?? NaN, `${fn} of ${args.join(', ')}`)
    })
    expect(compared).toBeGreaterThan(10)
  })

  it('hold for the exact interval of a count', () => {
    const { input, expected } = read<Garwood>('intervals/poisson-garwood.json')
    input.x.forEach((count, i) => {
      const { lower, upper } = poissonInterval(count)
      expectClose(lower, expected.lower[i] ?? NaN, `lower of ${count}`)
      expectClose(upper, expected.upper[i] ?? NaN, `upper of ${count}`)
    })
  })

  it.each(['wilson-newcombe-1998', 'wilson-edge-cases'])('hold for the score interval: %s', (file) => {
    for (const { x, n, wilson: expected } of read<Proportions>(`intervals/${file}.json`).expected.rows) {
      const { lower, upper } = wilson(x, n)
      expectClose(lower, expected[0], `lower of ${x} in ${n}`, 1e-9)
      expectClose(upper, expected[1], `upper of ${x} in ${n}`, 1e-9)
    }
  })
})
