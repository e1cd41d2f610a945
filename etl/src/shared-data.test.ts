import { loadOffice } from '@fengsui/prisma/office/load'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadFiles } from './run.js'
import type { Stores } from './stores/open.js'
import { openTestStores } from './stores/testing.js'
import { CLICK, LOAD } from './warehouse/limits.js'

/** Real files that are not part of the project. */
const SHARED =
  process.env['FENGSUI_SHARED'] || fileURLToPath(new URL('../../../shared/data', import.meta.url))
const isThere = existsSync(SHARED)
if (!isThere) console.warn(`Skipped: the real files are not at ${SHARED} (FENGSUI_SHARED).`)

describe.skipIf(!isThere)('the real files', () => {
  let stores: Stores & { readonly dataDir: string }
  beforeAll(async () => void (stores = await openTestStores()))
  afterAll(() => stores.close())
  beforeEach(async () => {
    const warehouse = stores.warehouse(LOAD)
    for (const table of ['source_rows', 'case_versions', 'cases'])
      await warehouse.client.command({ query: `TRUNCATE TABLE ${table}` })
    await warehouse.close()
  })

  async function load(officeId: string, name: string) {
    const office = await loadOffice(officeId)
    const options = {
      dataDir: stores.dataDir,
      secret: 'a-secret-of-the-tests-0123456789-abc',
      today: '2026-11-23',
    }
    const [report] = await loadFiles(stores, office, [path.join(SHARED, name)], options)
    return report!
  }

  async function one(query: string): Promise<Record<string, unknown>> {
    const warehouse = stores.warehouse(CLICK)
    const result = await warehouse.client.query({ query, format: 'JSONEachRow' })
    const [row] = await result.json<Record<string, unknown>>()
    await warehouse.close()
    return row ?? {}
  }

  it('OSHA: 10,844 rows, by channel as in the workbook', async () => {
    expect(await load('osha', 'osha-open-complaints.xlsx')).toMatchObject({
      rowsIn: 10_844,
      loaded: 10_844,
      asOf: '2020-09-18',
    })
    const office = await loadOffice('osha')
    const codeOf = (name: string) =>
      office.lists.channel.members.find((member) => [member.name, member.nameEn].includes(name))?.code
    const channels = await one(`SELECT countIf(channel = '${codeOf('Phone') ?? ''}') AS phone,
      countIf(channel = '${codeOf('Email') ?? ''}') AS email, countIf(channel = '${codeOf('Online') ?? ''}') AS online FROM cases`)
    expect(channels).toEqual({ phone: 6263, email: 2430, online: 1890 })
    expect(await load('osha', 'osha-open-complaints.xlsx')).toMatchObject({ loaded: 0, duplicates: 10_844 })
  })

  it(
    'NYC: 341,299 rows, 105 repeated keys, and what the file is known to hold',
    { timeout: 240_000 },
    async () => {
      const report = await load('nyc-council', 'nyc-council-complaints.csv.gz')
      expect(report).toMatchObject({ rowsIn: 341_299, loaded: 341_194, quarantined: 0, duplicates: 105 })
      expect(report.reasons['duplicate.inFile']).toBe(105)
      const found =
        await one(`SELECT count() AS cases, quantileExact(0.5)(dateDiff('day', received_on, closed_on)) AS median,
      quantileExact(0.75)(dateDiff('day', received_on, closed_on)) AS p75, uniqExact(department) AS offices FROM cases`)
      expect(found).toEqual({ cases: 341_194, median: 7, p75: 73, offices: 51 })
      // 63,097 and 14,142 count the repeated keys too; every row in is still in the books.
      const { unknown, open } = await one(
        `SELECT countIf(region_1 = '') AS unknown, countIf(closed_on IS NULL) AS open FROM cases`,
      )
      expect(Number(unknown)).toBeGreaterThan(63_097 - 106)
      expect(Number(unknown)).toBeLessThanOrEqual(63_097)
      expect(Number(open)).toBeGreaterThan(14_142 - 106)
      expect(Number(open)).toBeLessThanOrEqual(14_142)
      console.info(
        `NYC: ${Math.round(report.rowsIn / report.seconds)} rows/s, unknown ${String(unknown)}, open ${String(open)}`,
      )
    },
  )
})
