import { LOAD } from '@fengsui/etl/warehouse/limits'
import type { Stores } from '@fengsui/etl/stores/open'

/** A case as a test writes it; columns that it does not name get a value of their own. */
export type GivenCase = Readonly<Record<string, unknown>>

export const TOWN = '500156101'
export const OTHER_TOWN = '500156001'
/** Stands in the reporter's column of every case, and must stand in no answer. */
export const REPORTER = 'reporter-canary'

/** The same few cases every time: half of each town, received on the days of November. */
export const someCases = (count: number): readonly GivenCase[] =>
  Array.from({ length: count }, (_, i) => ({
    case_id: `case-${i}`,
    source_case_no: `举报-${i}`,
    region_1: i % 2 === 0 ? TOWN : OTHER_TOWN,
    industry_1: i % 3 === 0 ? '01' : '02',
    enterprise: `企业${i}`,
    summary: `正文${i}`,
    received_on: `2026-11-${String(1 + (i % 20)).padStart(2, '0')}`,
    accepted_on: '2026-11-21',
    due_on: '2026-11-24',
    ...(i % 4 === 0 && { closed_on: '2026-11-23' }),
  }))

/**
 * Loads cases as one batch, as the pipeline leaves them: the current state, its version, the row of the source.
 *
 * @returns the batch's number.
 */
export async function giveCases(
  { warehouse, metadata }: Pick<Stores, 'warehouse' | 'metadata'>,
  given: readonly GivenCase[],
): Promise<number> {
  const file = { source: 'cq', fileName: 'a.csv', fileSha256: 'f'.repeat(64), fileBytes: 1 }
  const { id: batch } = await metadata.batch.create({
    data: { ...file, state: 'loaded', asOf: new Date('2026-11-24'), finishedAt: new Date('2026-11-25') },
  })
  const fixed = {
    source: 'cq',
    channel: '12350',
    department: 'YJ',
    reporter_token: REPORTER,
    contactable: true,
  }
  const values = given.map((each, i) => ({ ...fixed, batch, row_no: i + 2, version: 1, ...each }))
  const rows = values.map(({ row_no, ...row }) => ({
    ...{ batch, row_no, source: 'cq', outcome: 'loaded' },
    case_id: 'case_id' in row ? row.case_id : '',
    source_case_no: 'source_case_no' in row ? row.source_case_no : '',
    raw: REPORTER,
  }))
  const load = warehouse(LOAD)
  await load.client.insert({ table: 'cases', format: 'JSONEachRow', values })
  await load.client.insert({ table: 'case_versions', format: 'JSONEachRow', values })
  await load.client.insert({ table: 'source_rows', format: 'JSONEachRow', values: rows })
  await load.close()
  return batch
}
