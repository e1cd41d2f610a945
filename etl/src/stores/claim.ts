import type { ClickHouseClient } from '@clickhouse/client'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import { randomUUID } from 'node:crypto'
import { StoreError } from './store-error.js'

interface Installation {
  readonly id: string
  readonly office: string
}

/**
 * Holds the two stores against each other and against the office: both must belong to one installation of this office.
 * Empty ones are marked as such. Batches are numbered by the metadata database, so a warehouse beside a strange one
 * would have its rows replaced by others of the same number.
 *
 * @param office the office's id.
 * @throws StoreError with one sentence that says what does not belong together.
 */
export async function claim(
  metadata: PrismaClient,
  warehouse: ClickHouseClient,
  office: string,
): Promise<void> {
  const marked = await markOf(warehouse)
  const known = await metadata.installation.findUnique({ where: { key: 'this' } })
  if (marked && marked.id !== known?.id) {
    throw new StoreError(
      '数据仓库与元数据库不是同一套：请检查 CLICKHOUSE_URL、DATABASE_URL 与 FENGSUI_DATA 是否配套，或换一个空的数据仓库。',
    )
  }
  const mine = known ?? (await metadata.installation.upsert(first(office)))
  if (mine.office !== office) {
    throw new StoreError(
      `这里存放的是单位“${mine.office}”的数据，当前单位是“${office}”：请设 FENGSUI_OFFICE=${mine.office}，或用 FENGSUI_DATA 指定另一个目录。`,
    )
  }
  if (!marked) {
    const values = [{ id: mine.id, office }]
    await warehouse.insert({
      table: 'installation',
      values,
      columns: ['id', 'office'],
      format: 'JSONEachRow',
    })
  }
}

/** Of two who come first at once, both get the row of the one that was first. */
const first = (office: string) => ({
  where: { key: 'this' },
  create: { id: randomUUID(), office },
  update: {},
})

async function markOf(warehouse: ClickHouseClient): Promise<Installation | null> {
  const answer = await warehouse.query({
    query: 'SELECT id, office FROM installation LIMIT 1',
    format: 'JSONEachRow',
  })
  return (await answer.json<Installation>())[0] ?? null
}
