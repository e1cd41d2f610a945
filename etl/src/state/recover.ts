import type { PrismaClient } from '@fengsui/prisma/metadata'
import { existsSync } from 'node:fs'
import { discardStageFile, finishBatch, undoBatch } from '../load/finish-batch.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** What became of the batches that a killed load had left. */
export interface Recovery {
  readonly finished: readonly number[]
  /** Taken out again; why stands in the batch's record. */
  readonly undone: readonly number[]
}

type OpenBatch = Awaited<ReturnType<PrismaClient['batch']['findFirstOrThrow']>>

/**
 * Finishes every batch that was staged and undoes every batch that was not, in order; one that cannot be finished is undone
 * as `failed`, so that it does not stop every start after this one. Only the holder of the load lease may call it: another
 * process's load looks the same as a dead one.
 *
 * @param lost aborted when the lease is somebody else's: nothing may be touched then.
 * @throws what a store throws that cannot be reached, or the signal's reason; the batches left wait for the next start.
 */
export async function recoverBatches(
  warehouse: Warehouse,
  db: PrismaClient,
  lost: AbortSignal,
): Promise<Recovery> {
  const open = await db.batch.findMany({
    where: { state: { in: ['staging', 'staged'] } },
    orderBy: { id: 'asc' },
  })
  const finished: number[] = []
  const undone: number[] = []
  for (const batch of open) {
    lost.throwIfAborted()
    const isFinished = batch.state === 'staged' && (await finishOrUndo(warehouse, db, batch, lost))
    if (batch.state === 'staging') {
      const error = '装载中断，本批已撤销，请重新装载。'
      await undoBatch(warehouse, db, { ...batch, wasStaged: false }, { state: 'undone', error })
    }
    ;(isFinished ? finished : undone).push(batch.id)
  }
  const leftOver = await db.batch.findMany({
    where: { state: { notIn: ['staging', 'staged'] }, stageFile: { not: null } },
  })
  for (const { id, stageFile } of leftOver) await discardStageFile(db, { id, stageFile: stageFile ?? '' })
  return { finished, undone }
}

/** @returns whether the batch is loaded now. */
async function finishOrUndo(
  warehouse: Warehouse,
  db: PrismaClient,
  batch: OpenBatch,
  lost: AbortSignal,
): Promise<boolean> {
  const { stageFile } = batch
  if (stageFile === null || !existsSync(stageFile)) {
    const error = '装载中断，暂存文件已不在，本批已撤销，请重新装载。'
    await undoBatch(warehouse, db, { ...batch, wasStaged: true }, { state: 'failed', error })
    return false
  }
  try {
    await finishBatch(warehouse, db, { ...batch, stageFile }, { signal: lost })
    return true
  } catch (error) {
    if (lost.aborted || !(await canReach(warehouse, db))) throw error
    const why = { state: 'failed', error: sentenceOf(error) } as const
    await undoBatch(warehouse, db, { ...batch, wasStaged: true }, why)
    return false
  }
}

/** Whether both stores answer: then it was the batch that could not be finished. */
async function canReach({ client }: Warehouse, db: PrismaClient): Promise<boolean> {
  try {
    await client.command({ query: 'SELECT 1' })
    await db.$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}

/** An engine's own words may quote values; they are not for the record. */
function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.name === 'AccountingBroken') return error.message
  const code = error instanceof Error && 'code' in error ? `（${String(error.code)}）` : ''
  return `装载中断后无法补完${code}，本批已撤销，请重新装载。`
}
