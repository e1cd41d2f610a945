import { redact } from '@fengsui/domain/privacy/redaction'
import type { Office, SourceConfig } from '@fengsui/prisma/office/office'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Contract, placeColumns } from '../contract/heads.js'
import type { Tokeniser } from '../identity/token.js'
import { rowMapper } from '../map/row-mapper.js'
import { shownName } from '../sources/file-name.js'
import { LoadRefused } from '../sources/load-refused.js'
import { openTable } from '../sources/open-table.js'
import type { SourceTable } from '../sources/table.js'
import { beginBatch, markStaged, recordStageFile } from '../state/batches.js'
import { isDiskFull } from '../stores/store-error.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import type { Account } from './accounting.js'
import { finishBatch, type FinishStep, undoBatch } from './finish-batch.js'
import { createStageFile, stageFileName } from './stage-file.js'
import { stageRows } from './stage-rows.js'

/** One line of progress; `rows` have been read so far, `step` is what is being done. */
export interface LoadProgress {
  readonly fileName: string
  readonly step: 'reading' | FinishStep
  readonly rows: number
  readonly rowsPerSecond: number
  /** Share of the file's bytes that has been read, 0–1. */
  readonly fraction: number
}

/** What became of one file. */
export interface LoadReport extends Account {
  readonly batch: number
  readonly source: string
  readonly fileName: string
  readonly asOf: string | null
  readonly seconds: number
  /** Heads in the file that the contract does not know, redacted; they were not kept. */
  readonly unknownColumns: readonly string[]
}

/** Everything a load works with; made once for all files of a command. */
export interface LoadContext {
  readonly warehouse: Warehouse
  readonly db: PrismaClient
  readonly office: Office
  readonly dataDir: string
  readonly token: Tokeniser
  /** ISO; no event can be later. */
  readonly today: string
  /** ISO; the day up to which the file is complete, if the caller knows it. */
  readonly asOf: string | null
  readonly demo: boolean
  readonly signal: AbortSignal
  /** Aborted when another process has taken this load over; `signal` is aborted then too. */
  readonly lost: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}

/** Opens a file and holds its heads against the contract, and leaves it: whether it would be refused at the door. */
export async function checkFile(path: string, source: SourceConfig): Promise<void> {
  const table = await openTable(path, source)
  table.close()
  placeColumns(source, table.heads, shownName(path))
}

/**
 * Loads one file as one batch, all or nothing.
 *
 * @throws LoadRefused for a file that cannot be loaded, the signal's reason when cancelled; nothing of the file is left then.
 */
export async function loadFile(
  context: LoadContext,
  path: string,
  source: SourceConfig,
): Promise<LoadReport> {
  const started = performance.now()
  const fileName = shownName(path)
  const sha256 = createHash('sha256')
  let bytesRead = 0
  const table = await openTable(path, source, (bytes) => {
    sha256.update(bytes)
    bytesRead += bytes.length
  })
  try {
    const contract = placeColumns(source, table.heads, fileName)
    const fileBytes = (await stat(path)).size
    const report = (step: LoadProgress['step'], rows: number) =>
      context.onProgress({
        fileName,
        step,
        rows,
        rowsPerSecond: Math.round(rows / Math.max(0.001, (performance.now() - started) / 1000)),
        fraction: Math.min(1, bytesRead / Math.max(1, fileBytes)),
      })
    const id = await beginBatch(context.db, { source: source.id, fileName, fileBytes, demo: context.demo })
    const { account, asOf } = await runBatch(
      context,
      { id, source, table, contract, fileName },
      () => sha256.digest('hex'),
      report,
    )
    const seconds = (performance.now() - started) / 1000
    return {
      ...account,
      batch: id,
      source: source.id,
      fileName,
      asOf,
      seconds,
      unknownColumns: contract.unknown.map((head) => redact(head)),
    }
  } finally {
    table.close()
  }
}

interface BatchWork {
  readonly id: number
  readonly source: SourceConfig
  readonly table: SourceTable
  readonly contract: Contract
  readonly fileName: string
}

async function runBatch(
  context: LoadContext,
  work: BatchWork,
  digest: () => string,
  report: (step: LoadProgress['step'], rows: number) => void,
): Promise<{ account: Account; asOf: string | null }> {
  const { warehouse, db, office, signal } = context
  const { id, source, table, contract } = work
  // Recorded first: a file that no record knows would be left for ever.
  await recordStageFile(db, id, join(context.dataDir, stageFileName(id)))
  const stage = await createStageFile(context.dataDir, id)
  let wasStaged = false
  try {
    const lastDay = context.asOf !== null && context.asOf < context.today ? context.asOf : context.today
    const map = rowMapper(contract, table.heads, { office, source, lastDay, token: context.token })
    const staged = await stageRows(table, map, stage, { signal, onRows: (rows) => report('reading', rows) })
    if (staged.rows === 0) {
      throw new LoadRefused(`文件「${work.fileName}」只有表头，没有数据行，请检查导出的时间范围。`)
    }
    const asOf = context.asOf ?? staged.latestDay
    const batch = {
      id,
      source: source.id,
      rowsIn: staged.rows,
      fileSha256: digest(),
      stageFile: stage.path,
    }
    wasStaged = true
    await markStaged(db, id, { rowsIn: batch.rowsIn, fileSha256: batch.fileSha256, asOf })
    const onStep = (step: FinishStep) => report(step, staged.rows)
    return { account: await finishBatch(warehouse, db, batch, { signal, onStep }), asOf }
  } catch (error) {
    if (context.lost.aborted) {
      // The batch and its file are the new holder's, who finishes or undoes it; nothing of it may be touched here.
      stage.abandon()
      throw new LoadRefused(
        `装载被另一个进程接管（本机可能休眠过），批次 ${id} 由它补完或撤销，请稍后用 etl batches 查看结果。`,
      )
    }
    // The staged file goes first: on a full disk that makes the room in which the rest is undone.
    await stage.discard()
    const fault = isDiskFull(error)
      ? new LoadRefused('数据目录所在的磁盘已满，本批已撤销，没有留下任何数据；请清理空间后重新装载。')
      : error
    const state = signal.aborted ? 'undone' : 'failed'
    const why = { state, error: sentenceOf(fault, signal) } as const
    await undoBatch(warehouse, db, { id, stageFile: stage.path, wasStaged }, why)
    throw fault
  }
}

function sentenceOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return '装载被取消，本批已撤销。'
  if (error instanceof LoadRefused || (error instanceof Error && error.name === 'AccountingBroken'))
    return error.message
  return '装载出错，本批已撤销，请查看日志后重新装载。'
}
