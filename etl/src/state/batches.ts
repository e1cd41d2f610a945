import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Account } from '../load/accounting.js'

/** What is known of a file when its load begins. */
interface NewBatch {
  readonly source: string
  readonly fileName: string
  readonly fileBytes: number
  readonly demo: boolean
}

/** What is known when every row stands in the stage file. */
interface StagedBatch {
  readonly rowsIn: number
  readonly fileSha256: string
  /** ISO day up to which the file is complete, null if no row has a day. */
  readonly asOf: string | null
}

/** A day as PostgreSQL's DATE wants it from Prisma. */
const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))

/** Begins a batch in state `staging`: from here a crash leaves something to undo. Returns its number. */
export async function beginBatch(db: PrismaClient, batch: NewBatch): Promise<number> {
  const { id } = await db.batch.create({
    data: { ...batch, fileBytes: BigInt(batch.fileBytes), fileSha256: '' },
  })
  return id
}

/** Says where the batch's file is being written. */
export async function recordStageFile(db: PrismaClient, id: number, stageFile: string): Promise<void> {
  await db.batch.update({ where: { id }, data: { stageFile } })
}

/** Whether a file of these very bytes is loaded already, as another batch of the source. */
export async function isLoadedAlready(
  db: PrismaClient,
  batch: { readonly id: number; readonly source: string; readonly fileSha256: string },
): Promise<boolean> {
  const { id, source, fileSha256 } = batch
  const where = { source, fileSha256, state: 'loaded' as const, id: { not: id } }
  return (await db.batch.findFirst({ where, select: { id: true } })) !== null
}

/** From here a crash leaves something to finish. */
export async function markStaged(db: PrismaClient, id: number, staged: StagedBatch): Promise<void> {
  const { rowsIn, fileSha256, asOf } = staged
  await db.batch.update({ where: { id }, data: { state: 'staged', rowsIn, fileSha256, asOf: dateOf(asOf) } })
}

/** The batch counts. Its stage file is remembered until it is gone. */
export async function markLoaded(db: PrismaClient, id: number, account: Account): Promise<void> {
  const { reasons, ...counts } = account
  const data = {
    ...counts,
    reasons: { ...reasons },
    state: 'loaded' as const,
    finishedAt: new Date(),
    error: null,
  }
  await db.batch.update({ where: { id }, data })
}

/** The batch's stage file is gone. */
export async function forgetStageFile(db: PrismaClient, id: number): Promise<void> {
  await db.batch.update({ where: { id }, data: { stageFile: null } })
}

/** The batch left nothing: it was cancelled or killed (`undone`), or refused (`failed`). */
export async function markGone(
  db: PrismaClient,
  id: number,
  state: 'undone' | 'failed',
  error: string,
): Promise<void> {
  const data = {
    state,
    error,
    finishedAt: new Date(),
    stageFile: null,
    loaded: 0,
    quarantined: 0,
    duplicates: 0,
  }
  await db.batch.update({ where: { id }, data })
}
