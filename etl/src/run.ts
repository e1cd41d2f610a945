import type { Office } from '@fengsui/prisma/office/office'
import { tokeniser } from './identity/token.js'
import {
  checkFile,
  type LoadContext,
  loadFile,
  type LoadProgress,
  type LoadReport,
} from './load/load-file.js'
import { LoadRefused } from './sources/load-refused.js'
import { sourceOf } from './sources/match.js'
import { type HeldLease, tryLease, waitForLease } from './state/lease.js'
import { recoverBatches, type Recovery } from './state/recover.js'
import type { Stores } from './stores/open.js'
import { LOAD } from './warehouse/limits.js'

export type { LoadProgress, LoadReport } from './load/load-file.js'
export type { Recovery } from './state/recover.js'
export {
  type BatchRecord,
  listBatches,
  listQuarantine,
  type QuarantinedRow,
  type SourceStatus,
  statusOf,
} from './state/reports.js'

export interface LoadOptions {
  /** The data directory: staged files stand there until they are loaded. */
  readonly dataDir: string
  /** The installation's secret (`loadSecret`); tokens of reporters are made with it. */
  readonly secret: string
  /** Today in the office's zone, ISO; no event can be later. */
  readonly today: string
  /** Day up to which the files are complete, ISO; without it the latest event in each file. */
  readonly asOf?: string | undefined
  /** Id of the source, when the file's name does not say it. */
  readonly source?: string | undefined
  /** Marks the batches as demonstration data. */
  readonly demo?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: LoadProgress) => void
  /** Another load is running on these stores; this one waits. */
  readonly onWait?: () => void
}

const LEASE = 'load'

/**
 * Loads files, each all or nothing, in the order given; first every file is held against its contract, so that a refused
 * one stops the command before anything is loaded. Loads on one pair of stores run one after another.
 *
 * @returns one report a file; `rowsIn = loaded + quarantined + duplicates` holds in each.
 * @throws LoadRefused (message: one Chinese sentence; code `mixesDemo` where real and demonstration data would meet), or
 *   the signal's reason; the file being loaded left nothing then.
 */
export async function loadFiles(
  stores: Stores,
  office: Office,
  files: readonly string[],
  options: LoadOptions,
): Promise<readonly LoadReport[]> {
  if (options.asOf !== undefined && options.asOf > options.today) {
    throw new LoadRefused(
      `数据截止日 ${options.asOf} 晚于今天（${options.today}），请核对 --as-of 的日期后重试。`,
    )
  }
  const work = files.map((path) => ({ path, source: sourceOf(office, path, options.source) }))
  if (work.length > 1) for (const { path, source } of work) await checkFile(path, source)
  const lease = await waitForLease(stores.metadata, LEASE, options)
  const warehouse = stores.warehouse(LOAD)
  try {
    await recoverBatches(warehouse, stores.metadata, lease.lost)
    await refuseMixture(stores, options.demo ?? false)
    const context: LoadContext = {
      warehouse,
      db: stores.metadata,
      office,
      dataDir: options.dataDir,
      token: tokeniser(options.secret),
      today: options.today,
      asOf: options.asOf ?? null,
      demo: options.demo ?? false,
      lost: lease.lost,
      signal: AbortSignal.any([lease.lost, ...(options.signal ? [options.signal] : [])]),
      onProgress: options.onProgress ?? (() => undefined),
    }
    const reports: LoadReport[] = []
    for (const { path, source } of work) reports.push(await loadFile(context, path, source))
    return reports
  } finally {
    await warehouse.close()
    await lease.release()
  }
}

/** Figures over invented and real cases together are true of neither; only under the lease is the answer still true at the load. */
async function refuseMixture(stores: Stores, demo: boolean): Promise<void> {
  const other = await stores.metadata.batch.findFirst({
    where: { state: 'loaded', demo: !demo },
    select: { id: true },
  })
  if (!other) return
  throw new LoadRefused(
    demo
      ? '这个数据目录里是真实数据，不能再装入演示数据；请用 FENGSUI_DATA 指定一个新的目录看演示（如 FENGSUI_DATA=./data-demo）。'
      : '这个数据目录里是演示数据，不能和真实数据混在一起；请用 FENGSUI_DATA 指定一个新的目录再导入（如 FENGSUI_DATA=./data-real），服务也用同一目录启动。',
    'mixesDemo',
  )
}

/**
 * Finishes or undoes what a killed load has left. Called at every start; does nothing while a living process loads.
 *
 * @returns null if a load is running.
 */
export async function recover(stores: Stores): Promise<Recovery | null> {
  const lease: HeldLease | null = await tryLease(stores.metadata, LEASE)
  if (!lease) return null
  const warehouse = stores.warehouse(LOAD)
  try {
    return await recoverBatches(warehouse, stores.metadata, lease.lost)
  } finally {
    await warehouse.close()
    await lease.release()
  }
}

/** Today's day in a time zone, ISO. */
export function todayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}
