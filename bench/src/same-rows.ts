import { CODE_COLUMNS } from '@fengsui/etl/load/code-columns'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import { chmodSync, existsSync } from 'node:fs'
import path from 'node:path'
import type { CachedWarehouse } from './warehouse-cache.js'

const FORMATS = { parquet: 'Parquet', csv: 'CSVWithNames' } as const

/**
 * Has the engine write its cases, computed columns included, into a file beside the warehouse, once.
 *
 * @returns the path of the file; everybody on this machine may read it, the PostgreSQL server too.
 */
export async function exportCases(
  { stores, dir }: CachedWarehouse,
  format: keyof typeof FORMATS,
): Promise<string> {
  const file = path.join(dir, `cases.${format}`)
  if (existsSync(file)) return file
  const warehouse = stores.warehouse(LOAD)
  const quoted = `'${file.replaceAll("'", "''")}'`
  // A file of numbered codes would hold their numbers.
  const texts = CODE_COLUMNS.map((name) => `toString(${name}) AS ${name}`).join(', ')
  await warehouse.client.command({
    query: `INSERT INTO FUNCTION file(${quoted}, '${FORMATS[format]}') SELECT * REPLACE (${texts}), settled_on, decided_on FROM cases`,
    clickhouse_settings: { output_format_parquet_string_as_string: 1, engine_file_truncate_on_insert: 1 },
  })
  await warehouse.close()
  chmodSync(file, 0o644)
  return file
}
