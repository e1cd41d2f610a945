import type { ClickHouseSettings } from '@clickhouse/client'

/** Blocks of a size that keeps the engine's memory flat however many rows come; the defaults gather a million rows first. */
export const INSERT_BLOCKS: ClickHouseSettings = {
  min_insert_block_size_rows: '200000',
  min_insert_block_size_bytes: String(96 * 1024 * 1024),
  max_insert_block_size: '200000',
}
