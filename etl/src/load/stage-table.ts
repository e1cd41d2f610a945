import { createReadStream } from 'node:fs'
import { FACT_COLUMNS } from '../map/case-fact.js'
import { insertSettings } from './insert-blocks.js'
import { statementId } from './statement-id.js'
import type { Warehouse } from '../warehouse/warehouse.js'

const KEY_COLUMNS: readonly (readonly [string, string])[] = [
  ['row_no', 'UInt32'],
  ['is_fact', 'UInt8'],
  ['reasons', 'Array(LowCardinality(String))'],
  ['detail', 'String'],
  ['source_case_no', 'String'],
  ['upstream_case_no', 'String'],
  ['case_id', 'String'],
  ['content_hash', 'String'],
  ['raw', 'String'],
  ['version_day', 'Date32'],
  ['rank', 'UInt64'],
]

/** The facts' columns as `case_versions` has them. */
export const FACT_COLUMN_LIST = Object.values(FACT_COLUMNS).join(', ')

/** Name of a batch's stage table. */
export const stageTable = (batch: number): string => `stage_${batch}`

/**
 * Puts a staged file into a table of its own, made anew: doing it twice gives the same table. The fact columns take their
 * types from `case_versions`, so the two cannot drift apart.
 */
export async function fillStageTable(
  warehouse: Warehouse,
  batch: number,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  const { client, onCluster } = warehouse
  const table = stageTable(batch)
  const engine = onCluster ? 'ReplicatedMergeTree' : 'MergeTree'
  await dropStageTable(warehouse, batch)
  const described = await client.query({ query: 'DESCRIBE TABLE case_versions', format: 'JSONEachRow' })
  const types = new Map(
    (await described.json<{ name: string; type: string }>()).map(({ name, type }) => [name, type]),
  )
  const facts = Object.values(FACT_COLUMNS).map((name) => [name, types.get(name) ?? 'String'] as const)
  const columns = [...KEY_COLUMNS, ...facts]
  await client.command({
    query: `CREATE TABLE ${table} ${onCluster} (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})
      ENGINE = ${engine} ORDER BY (case_id, row_no)`,
  })
  await client.insert({
    table,
    values: createReadStream(path, { highWaterMark: 1024 * 1024 }),
    format: 'TabSeparated',
    columns: columns.map(([name]) => name) as [string, ...string[]],
    clickhouse_settings: insertSettings(),
    query_id: statementId(batch, 'stage'),
    ...(signal && { abort_signal: signal }),
  })
}

/** Drops a batch's stage table, if there is one. */
export async function dropStageTable({ client, onCluster }: Warehouse, batch: number): Promise<void> {
  await client.command({ query: `DROP TABLE IF EXISTS ${stageTable(batch)} ${onCluster} SYNC` })
}
