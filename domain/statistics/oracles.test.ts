import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { differences, type Methods, type Reference } from './references/differences.js'
import { distributions } from './references/distributions.js'
import { emerging } from './references/emerging.js'
import { fairness } from './references/fairness.js'
import { findings } from './references/findings.js'
import { scan } from './references/scan.js'

const METHODS: Methods = { ...distributions, ...fairness, ...emerging, ...findings, ...scan }

/** Reference results of R, SaTScan and publications that are not part of the project. */
const ORACLES =
  process.env['FENGSUI_ORACLES'] || fileURLToPath(new URL('../../../shared/oracles', import.meta.url))
const isThere = existsSync(ORACLES)
if (!isThere) console.warn(`Skipped: the reference results are not at ${ORACLES} (FENGSUI_ORACLES).`)

const cases = isThere
  ? readdirSync(ORACLES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json') && !file.endsWith('MANIFEST.json'))
      .map((file) => JSON.parse(readFileSync(path.join(ORACLES, file), 'utf8')) as Reference)
  : []

describe.skipIf(!isThere)('the reference results', () => {
  for (const reference of cases) {
    const ours = METHODS[reference.method]
    it.skipIf(!ours)(reference.id, () => {
      const { input, params, expected } = reference
      expect(differences(ours?.(input as never, params as never, expected as never), reference)).toEqual([])
    })
  }
})
