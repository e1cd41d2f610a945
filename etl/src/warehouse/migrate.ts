import type { ClickHouseClient } from '@clickhouse/client'
import { readdir, readFile } from 'node:fs/promises'

const TABLES = new URL('../../src/warehouse/tables/', import.meta.url)

/** One statement of the files in `tables/`, written for one server or for a cluster. */
export function forCluster(statement: string, cluster: string | null): string {
  return statement
    .replaceAll('{onCluster}', cluster ? `ON CLUSTER '${cluster}'` : '')
    .replaceAll('{MergeTree}', cluster ? 'ReplicatedMergeTree' : 'MergeTree')
}

/**
 * Brings the warehouse to the newest schema: every file of `tables/` in order, each statement safe to repeat. Which
 * files were applied is kept in `warehouse_migrations`.
 *
 * @param cluster the cluster's name, or null on one server.
 */
export async function migrateWarehouse(client: ClickHouseClient, cluster: string | null): Promise<void> {
  const book = `CREATE TABLE IF NOT EXISTS warehouse_migrations {onCluster} (name String, applied_at DateTime64(3) DEFAULT now64(3))
    ENGINE = {MergeTree} ORDER BY name`
  await client.command({ query: forCluster(book, cluster) })
  const applied = await client.query({
    query: 'SELECT name FROM warehouse_migrations',
    format: 'JSONEachRow',
  })
  const known = new Set((await applied.json<{ name: string }>()).map((row) => row.name))
  const files = (await readdir(TABLES)).filter((file) => file.endsWith('.sql') && !known.has(file)).sort()
  for (const file of files) {
    const text = await readFile(new URL(file, TABLES), 'utf8')
    const statements = text.split(/;\s*(?:\n|$)/).filter((part) => part.replace(/^--.*$/gm, '').trim())
    for (const statement of statements) await client.command({ query: forCluster(statement, cluster) })
    await client.insert({
      table: 'warehouse_migrations',
      values: [{ name: file }],
      columns: ['name'],
      format: 'JSONEachRow',
    })
  }
}
