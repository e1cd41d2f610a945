import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Office } from '@fengsui/prisma/office/office'
import { reasonText } from '../contract/reasons.js'
import type { Stores } from '../stores/open.js'
import { EXPORT } from '../warehouse/limits.js'

export interface ReasonCount {
  readonly reason: string
  readonly text: string
  readonly rows: number
}

/** One batch as people are told of it. */
export interface BatchRecord {
  readonly id: number
  readonly source: string
  readonly fileName: string
  readonly state: 'staging' | 'staged' | 'loaded' | 'undone' | 'failed'
  readonly rowsIn: number
  readonly loaded: number
  readonly quarantined: number
  readonly duplicates: number
  readonly reasons: readonly ReasonCount[]
  readonly asOf: string | null
  readonly demo: boolean
  readonly error: string | null
  readonly startedAt: Date
  readonly finishedAt: Date | null
}

/** Where a source stands: its newest loaded batch and the sums over all of them. */
export interface SourceStatus {
  readonly id: string
  readonly name: string
  readonly lastBatch: number | null
  readonly lastLoadedAt: Date | null
  readonly asOf: string | null
  readonly rowsIn: number
  readonly loaded: number
  readonly quarantined: number
  readonly duplicates: number
}

export interface QuarantinedRow {
  readonly batch: number
  readonly rowNo: number
  readonly source: string
  readonly sourceCaseNo: string
  readonly reasons: readonly string[]
  readonly detail: string
  /** JSON of head → cell, without identities. */
  readonly raw: string
}

type Row = Awaited<ReturnType<PrismaClient['batch']['findFirstOrThrow']>>

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

/** Reasons with their texts, most frequent first. */
export function reasonCounts(reasons: unknown, locale: 'zh' | 'en' = 'zh'): readonly ReasonCount[] {
  return Object.entries(reasons as Record<string, number>)
    .map(([reason, rows]) => ({ reason, text: reasonText(reason, locale), rows }))
    .sort((a, b) => b.rows - a.rows || a.reason.localeCompare(b.reason))
}

function recordOf(row: Row, locale: 'zh' | 'en'): BatchRecord {
  const {
    id,
    source,
    fileName,
    state,
    rowsIn,
    loaded,
    quarantined,
    duplicates,
    demo,
    error,
    startedAt,
    finishedAt,
  } = row
  const counts = { rowsIn, loaded, quarantined, duplicates, reasons: reasonCounts(row.reasons, locale) }
  return { id, source, fileName, state, ...counts, asOf: dayOf(row.asOf), demo, error, startedAt, finishedAt }
}

/** The newest batches, newest first; their reasons in Chinese unless `locale` says English. */
export async function listBatches(
  stores: Stores,
  options: { readonly first?: number; readonly locale?: 'zh' | 'en' } = {},
): Promise<readonly BatchRecord[]> {
  const rows = await stores.metadata.batch.findMany({ orderBy: { id: 'desc' }, take: options.first ?? 20 })
  return rows.map((row) => recordOf(row, options.locale ?? 'zh'))
}

/** Where each source of the office stands, in the office's order. */
export async function statusOf(stores: Stores, office: Office): Promise<readonly SourceStatus[]> {
  return Promise.all(
    office.sources.map(async ({ id, name }) => {
      const where = { source: id, state: 'loaded' as const }
      const [last, { _sum: sums }] = await Promise.all([
        stores.metadata.batch.findFirst({ where, orderBy: { id: 'desc' } }),
        stores.metadata.batch.aggregate({
          where,
          _sum: { rowsIn: true, loaded: true, quarantined: true, duplicates: true },
          _max: { asOf: true },
        }),
      ])
      return {
        id,
        name,
        lastBatch: last?.id ?? null,
        lastLoadedAt: last?.finishedAt ?? null,
        asOf: dayOf(last?.asOf ?? null),
        rowsIn: sums.rowsIn ?? 0,
        loaded: sums.loaded ?? 0,
        quarantined: sums.quarantined ?? 0,
        duplicates: sums.duplicates ?? 0,
      }
    }),
  )
}

/** Quarantined rows, newest batch first, of one batch or of all. */
export async function listQuarantine(
  stores: Stores,
  options: { readonly batch?: number | undefined; readonly first?: number } = {},
): Promise<readonly QuarantinedRow[]> {
  const warehouse = stores.warehouse(EXPORT)
  try {
    const result = await warehouse.client.query({
      query: `SELECT batch, row_no AS rowNo, source, source_case_no AS sourceCaseNo, reasons, detail, raw FROM source_rows
        WHERE outcome = 'quarantined' AND ({batch: UInt32} = 0 OR batch = {batch: UInt32})
        ORDER BY batch DESC, row_no LIMIT {first: UInt32}`,
      query_params: { batch: options.batch ?? 0, first: options.first ?? 100 },
      format: 'JSONEachRow',
    })
    return await result.json<QuarantinedRow>()
  } finally {
    await warehouse.close()
  }
}
