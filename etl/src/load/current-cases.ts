import { currentStateSql } from '../warehouse/current-state.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { TEXT_COLUMNS_SQL, codeColumnsSql } from './code-columns.js'
import { insertSettings } from './insert-blocks.js'
import { FACT_COLUMN_LIST } from './stage-table.js'

/** What is stored of a case; the table computes the rest. */
const COLUMNS = `case_id, version, batch, row_no, content_hash, source, source_case_no, ${FACT_COLUMN_LIST.replace(', deleted', '')}, merged_reports`

/**
 * Builds `cases` anew from the current state, beside the old one, and exchanges the two in one step: readers see the
 * state before or after, never between. Its codes are numbered anew: every one that any version of a case has.
 */
export async function rebuildCases(warehouse: Warehouse): Promise<void> {
  const { client, onCluster } = warehouse
  await client.command({ query: `DROP TABLE IF EXISTS cases_next ${onCluster} SYNC` })
  await client.command({ query: `CREATE TABLE cases_next ${onCluster} AS cases` })
  for (const columns of [TEXT_COLUMNS_SQL, await codeColumnsSql(warehouse)])
    await client.command({
      query: `ALTER TABLE cases_next ${onCluster} ${columns}`,
      // Every code stands in it; the engine reads a quarter of a megabyte otherwise.
      clickhouse_settings: { max_query_size: String(16 * 1024 * 1024) },
    })
  await client.command({
    query: `INSERT INTO cases_next (${COLUMNS}) SELECT ${COLUMNS} FROM (${currentStateSql(null)})`,
    clickhouse_settings: { ...insertSettings(), optimize_aggregation_in_order: 1 },
  })
  await client.command({ query: `EXCHANGE TABLES cases AND cases_next ${onCluster}` })
  await client.command({ query: `DROP TABLE IF EXISTS cases_next ${onCluster} SYNC` })
}
