import { ClickHouseError, type ClickHouseClient } from '@clickhouse/client'
import type { BoundQuery } from './sql.js'
import { type Rejection, reject } from './rejection.js'

export type Row = Readonly<Record<string, unknown>>

/**
 * Asks the warehouse: the only input and output of the query path.
 *
 * @param signal ends the work in the engine when nobody waits for it any more.
 * @returns the rows, or why there are none for a reason that can happen any day.
 * @throws whatever else went wrong; that is a fault of ours.
 */
export async function runQuery(
  client: ClickHouseClient,
  query: BoundQuery,
  signal?: AbortSignal,
): Promise<readonly Row[] | Rejection> {
  return run<Row>(client, query, 'JSONEachRow', signal)
}

/** The same, with every row as the list of its columns. */
export async function runRows<R extends readonly unknown[]>(
  client: ClickHouseClient,
  query: BoundQuery,
  signal?: AbortSignal,
): Promise<readonly R[] | Rejection> {
  return run<R>(client, query, 'JSONCompactEachRow', signal)
}

async function run<R>(
  client: ClickHouseClient,
  query: BoundQuery,
  format: 'JSONEachRow' | 'JSONCompactEachRow',
  signal?: AbortSignal,
): Promise<readonly R[] | Rejection> {
  try {
    const answer = await client.query({
      query: query.text,
      query_params: query.params,
      format,
      ...(signal && { abort_signal: signal }),
    })
    return await answer.json<R>()
  } catch (error) {
    if (signal?.aborted) throw error
    const rejection = refusalOf(error)
    if (!rejection) throw error
    return rejection
  }
}

const TIMEOUT = new Set(['159', '160', '209'])
const TOO_LARGE = new Set(['158', '241', '307', '396'])
const UNREACHABLE = /ECONN|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|socket hang up|Timeout error/

function refusalOf(error: unknown): Rejection | null {
  if (error instanceof ClickHouseError) {
    if (TIMEOUT.has(error.code)) return timeout()
    return TOO_LARGE.has(error.code) ? tooLarge() : null
  }
  const text = error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : ''
  return UNREACHABLE.test(text) ? unavailable() : null
}

const timeout = (): Rejection =>
  reject(
    'queryTimeout',
    null,
    '查询用时过长，已停止。请缩短时段或减少维度后重试。',
    'The query took too long and was stopped. Choose a shorter period or fewer dimensions.',
  )

const tooLarge = (): Rejection =>
  reject(
    'queryTooLarge',
    null,
    '查询结果过大，已停止。请缩短时段或减少维度后重试。',
    'The query would need too much memory or too many rows. Choose a shorter period or fewer dimensions.',
  )

export const unavailable = (): Rejection =>
  reject(
    'warehouseUnavailable',
    null,
    '数据仓库暂时没有应答，请稍后重试；如一直如此，请联系管理员。',
    'The warehouse does not answer right now. Try again soon; if it stays so, tell the administrator.',
  )
