import { statementPrefix } from './statement-id.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { dropStageTable } from './stage-table.js'

const TABLES = ['source_rows', 'case_versions'] as const

/** Takes everything that a batch has put into the warehouse, but for `cases`, out again; nothing there is fine. */
export async function removeRows(warehouse: Warehouse, batch: number): Promise<void> {
  await stopStatements(warehouse, batch)
  for (const table of TABLES) {
    const result = await warehouse.client.query({
      query: `SELECT count() > 0 AS present FROM ${table} WHERE batch = {batch: UInt32}`,
      query_params: { batch },
      format: 'JSONEachRow',
    })
    const [row] = await result.json<{ present: number | boolean }>()
    if (!row || !Number(row.present)) continue
    await warehouse.client.command({
      query: `ALTER TABLE ${table} ${warehouse.onCluster} DELETE WHERE batch = ${batch} SETTINGS mutations_sync = 2`,
    })
  }
  await dropStageTable(warehouse, batch)
}

/** A server goes on with an INSERT whose caller has gone; it must not write beside the one who cleans up. */
async function stopStatements({ client, onCluster }: Warehouse, batch: number): Promise<void> {
  await client.command({
    query: `KILL QUERY ${onCluster} WHERE startsWith(query_id, '${statementPrefix(batch)}') SYNC`,
  })
}
