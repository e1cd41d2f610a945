import type { PrismaClient } from '@fengsui/prisma/metadata'
import { existsSync } from 'node:fs'
import { discardStageFile, finishBatch, undoBatch } from '../load/finish-batch.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** What became of the batches that a killed load had left. */
export interface Recovery {
  readonly finished: readonly number[]
  readonly undone: readonly number[]
}

/**
 * Finishes every batch that was staged and undoes every batch that was not, in order. Only the holder of the load lease may
 * call it: another process's load looks the same as a dead one.
 */
export async function recoverBatches(warehouse: Warehouse, db: PrismaClient): Promise<Recovery> {
  const open = await db.batch.findMany({
    where: { state: { in: ['staging', 'staged'] } },
    orderBy: { id: 'asc' },
  })
  const finished: number[] = []
  const undone: number[] = []
  for (const batch of open) {
    const { id, source, rowsIn, stageFile, state } = batch
    if (state === 'staged' && stageFile !== null && existsSync(stageFile)) {
      await finishBatch(warehouse, db, { id, source, rowsIn, stageFile })
      finished.push(id)
    } else {
      const error =
        state === 'staged'
          ? '装载中断，暂存文件已不在，本批已撤销，请重新装载。'
          : '装载中断，本批已撤销，请重新装载。'
      await undoBatch(warehouse, db, { id, stageFile }, { state: 'undone', error })
      undone.push(id)
    }
  }
  const leftOver = await db.batch.findMany({ where: { state: 'loaded', stageFile: { not: null } } })
  for (const { id, stageFile } of leftOver) await discardStageFile(db, { id, stageFile: stageFile ?? '' })
  return { finished, undone }
}
