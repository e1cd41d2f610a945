import type { Warehouse } from '../warehouse/warehouse.js'
import { stageTable } from './stage-table.js'

/** What became of a batch's rows: rowsIn = loaded + quarantined + duplicates. */
export interface Account {
  readonly rowsIn: number
  readonly loaded: number
  readonly quarantined: number
  readonly duplicates: number
  /** Rows by reason code; notes on loaded rows included. */
  readonly reasons: Readonly<Record<string, number>>
}

/** The books of a batch do not close; it must not become `loaded`. */
export class AccountingBroken extends Error {
  override readonly name = 'AccountingBroken'
}

/**
 * Counts a batch from what is stored, not from what a program remembers, and closes its books: every staged row stands in
 * `source_rows` exactly once, every loaded one has its version, and no case was loaded twice.
 *
 * @param rowsRead how many rows the file had.
 * @throws AccountingBroken
 */
export async function closeBooks(warehouse: Warehouse, batch: number, rowsRead: number): Promise<Account> {
  const { client } = warehouse
  const read = async <T>(query: string): Promise<T[]> => {
    const result = await client.query({ query, query_params: { batch }, format: 'JSONEachRow' })
    return result.json<T>()
  }
  const [counts] = await read<
    Record<'rows' | 'distinctRows' | 'distinctCases' | 'loaded' | 'quarantined' | 'duplicates', string>
  >(`
    SELECT toString(count()) AS rows, toString(uniqExact(row_no)) AS distinctRows, toString(uniqExactIf(case_id, outcome = 'loaded')) AS distinctCases, toString(countIf(outcome = 'loaded')) AS loaded,
      toString(countIf(outcome = 'quarantined')) AS quarantined, toString(countIf(outcome = 'duplicate')) AS duplicates
    FROM source_rows WHERE batch = {batch: UInt32}`)
  const [other] = await read<Record<'staged' | 'versions', string>>(`
    SELECT toString((SELECT count() FROM ${stageTable(batch)})) AS staged,
      toString((SELECT count() FROM case_versions WHERE batch = {batch: UInt32})) AS versions`)
  const reasons = await read<{ reason: string; rows: string }>(`
    SELECT arrayJoin(reasons) AS reason, toString(count()) AS rows FROM source_rows WHERE batch = {batch: UInt32}
    GROUP BY reason ORDER BY count() DESC, reason`)
  const n = (text: string | undefined): number => Number(text ?? 0)
  const account: Account = {
    rowsIn: n(counts?.rows),
    loaded: n(counts?.loaded),
    quarantined: n(counts?.quarantined),
    duplicates: n(counts?.duplicates),
    reasons: Object.fromEntries(reasons.map(({ reason, rows }) => [reason, Number(rows)])),
  }
  const faults = [
    n(other?.staged) === rowsRead || `读入 ${rowsRead} 行，暂存 ${n(other?.staged)} 行`,
    account.rowsIn === rowsRead || `读入 ${rowsRead} 行，登记 ${account.rowsIn} 行`,
    n(counts?.distinctRows) === rowsRead || `登记的行号有重复（${n(counts?.distinctRows)} 个）`,
    n(counts?.distinctCases) === account.loaded ||
      `入库 ${account.loaded} 行，案件只有 ${n(counts?.distinctCases)} 个`,
    account.loaded + account.quarantined + account.duplicates === account.rowsIn || '三类之和不等于总数',
    n(other?.versions) === account.loaded || `入库 ${account.loaded} 行，案件版本 ${n(other?.versions)} 个`,
  ].filter((fault) => fault !== true)
  if (faults.length > 0)
    throw new AccountingBroken(`批次 ${batch} 的账不平（${faults.join('；')}），本批未生效，请重新装载。`)
  return account
}
