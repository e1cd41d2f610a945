import type { ClickHouseSettings } from '@clickhouse/client'
import { randomUUID } from 'node:crypto'

/**
 * Settings of one INSERT. Blocks of a size that keeps the engine's memory flat however many rows come; the defaults gather
 * a million rows first. And a token of its own: a batch that is taken out and finished again inserts the same block twice,
 * and a replicated table would drop the second one in silence (`insert_deduplicate` alone no longer says so to every server).
 */
export const insertSettings = (): ClickHouseSettings => ({
  min_insert_block_size_rows: '200000',
  min_insert_block_size_bytes: String(96 * 1024 * 1024),
  max_insert_block_size: '200000',
  insert_deduplicate: 0,
  insert_deduplication_token: randomUUID(),
})
