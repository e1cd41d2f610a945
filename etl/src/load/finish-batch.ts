import type { PrismaClient } from '@fengsui/prisma/metadata'
import { rm } from 'node:fs/promises'
import { forgetStageFile, isLoadedAlready, markGone, markLoaded } from '../state/batches.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { type Account, closeBooks } from './accounting.js'
import { classifyRows, insertVersions } from './classify.js'
import { rebuildCases } from './current-cases.js'
import { removeRows } from './remove-rows.js'
import { dropStageTable, fillStageTable } from './stage-table.js'

/** A batch whose rows all stand in its stage file. */
interface StagedWork {
  readonly id: number
  readonly source: string
  readonly rowsIn: number
  readonly fileSha256: string
  readonly stageFile: string
}

export type FinishStep = 'loading' | 'classifying' | 'publishing'

/**
 * Brings a staged batch into the warehouse and closes its books. May be repeated after a crash at any point: what an
 * earlier try left is taken out first.
 *
 * @throws AccountingBroken, and the signal's reason when it is cancelled; the batch is then not loaded.
 */
export async function finishBatch(
  warehouse: Warehouse,
  db: PrismaClient,
  batch: StagedWork,
  options: { readonly signal?: AbortSignal; readonly onStep?: (step: FinishStep) => void } = {},
): Promise<Account> {
  const { signal, onStep } = options
  onStep?.('loading')
  await removeRows(warehouse, batch.id)
  signal?.throwIfAborted()
  await fillStageTable(warehouse, batch.id, batch.stageFile, signal)
  signal?.throwIfAborted()
  onStep?.('classifying')
  const isRepeated = await isLoadedAlready(db, batch)
  await classifyRows(warehouse, { id: batch.id, source: batch.source, isRepeated }, signal)
  signal?.throwIfAborted()
  await insertVersions(warehouse, batch.id, batch.source, signal)
  const account = await closeBooks(warehouse, batch.id, batch.rowsIn)
  signal?.throwIfAborted()
  onStep?.('publishing')
  if (changesCases(account)) await rebuildCases(warehouse)
  await dropStageTable(warehouse, batch.id)
  await markLoaded(db, batch.id, account)
  await discardStageFile(db, batch)
  return account
}

/** A report that another source knows is no case of its own, but the known case counts it (`merged_reports`). */
const changesCases = ({ loaded, reasons }: Account): boolean =>
  loaded > 0 || (reasons['duplicate.otherSource'] ?? 0) > 0

/** Removes the stage file of a batch that is loaded; the record remembers it until then. */
export async function discardStageFile(
  db: PrismaClient,
  batch: { readonly id: number; readonly stageFile: string },
): Promise<void> {
  await rm(batch.stageFile, { force: true })
  await forgetStageFile(db, batch.id)
}

/**
 * Takes a batch out again, whatever it had reached, and says so in its record. One that was staged may stand in `cases`
 * even when its versions are gone already: an earlier try may have ended between the two.
 */
export async function undoBatch(
  warehouse: Warehouse,
  db: PrismaClient,
  batch: { readonly id: number; readonly stageFile: string | null; readonly wasStaged: boolean },
  why: { readonly state: 'undone' | 'failed'; readonly error: string },
): Promise<void> {
  await removeRows(warehouse, batch.id)
  if (batch.wasStaged) await rebuildCases(warehouse)
  if (batch.stageFile !== null) await rm(batch.stageFile, { force: true })
  await markGone(db, batch.id, why.state, why.error)
}
