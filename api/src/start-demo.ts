import path from 'node:path'
import { writeDemo } from '@fengsui/etl/demo/write'
import { loadSecret } from '@fengsui/etl/identity/secret'
import { type LoadOptions, type LoadProgress, type LoadReport, loadFiles, todayIn } from '@fengsui/etl/run'
import type { Stores } from '@fengsui/etl/stores/open'
import { CLICK } from '@fengsui/etl/warehouse/limits'
import type { Office } from '@fengsui/prisma/office/office'
import { type Config, ConfigError } from './config.js'

const PROGRESS_MS = 2000

/**
 * May this start fill the warehouse with synthetic cases? `FENGSUI_DEMO` decides; else only where all is local.
 *
 * @throws ConfigError when a demo is asked of an office that has none.
 */
export function demoAllowed(
  config: Pick<Config, 'demo' | 'clickhouseUrl' | 'databaseUrl'>,
  office: Pick<Office, 'demo' | 'name'>,
): boolean {
  if (config.demo && !office.demo) {
    throw new ConfigError(
      `“${office.name}”没有演示数据，请去掉 FENGSUI_DEMO=on，或换一个单位（FENGSUI_OFFICE）。`,
    )
  }
  const remote = config.clickhouseUrl !== undefined || config.databaseUrl !== undefined
  return config.demo ?? (office.demo && !remote)
}

/**
 * Does the warehouse wait for its synthetic cases: nothing real was ever loaded, and not every source has its share of
 * the demo yet (a first start that was broken off is made whole by the next; what is there already changes nothing).
 */
export async function awaitsDemo(stores: Stores, office: Pick<Office, 'sources'>): Promise<boolean> {
  const loaded = await stores.metadata.batch.findMany({
    where: { state: 'loaded' },
    select: { source: true, demo: true },
  })
  if (loaded.some((batch) => !batch.demo)) return false
  if (loaded.length === 0 && (await hasCases(stores))) return false
  return office.sources.some(({ id }) => !loaded.some((batch) => batch.source === id))
}

async function hasCases(stores: Stores): Promise<boolean> {
  const warehouse = stores.warehouse(CLICK)
  try {
    const answer = await warehouse.client.query({
      query: 'SELECT 1 FROM cases LIMIT 1',
      format: 'JSONEachRow',
    })
    return (await answer.json()).length > 0
  } finally {
    await warehouse.close()
  }
}

/**
 * Writes the exports of the synthetic district and loads them by the ordinary pipeline, marked as demonstration.
 * Ends without a word where there is real data by now.
 *
 * @throws LoadRefused, or the signal's reason.
 */
export async function loadDemo(
  config: Config,
  stores: Stores,
  office: Office,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  say('还没有数据，正在生成演示数据……')
  const files = await writeDemo({ dir: path.join(config.dataDir, 'demo'), size: 'demo', office })
  const secret = await loadSecret(config.dataDir, { FENGSUI_SECRET: config.secret })
  for (const { path: file, source, asOf } of files) {
    const name = path.basename(file)
    say(`正在装载 ${name}……`)
    const report = await loadOne(stores, office, file, {
      dataDir: config.dataDir,
      secret,
      today: todayIn(office.timeZone, new Date()),
      asOf,
      source,
      demo: true,
      signal,
      onWait: () => say('另一个装载正在进行，等待它完成……'),
      onProgress: progressTeller(say),
    })
    if (report === null) return
    say(
      `已装载 ${name}：${report.rowsIn} 行，入库 ${report.loaded}，隔离 ${report.quarantined}，重复 ${report.duplicates}`,
    )
  }
}

/** Says every two seconds how far a load is. */
function progressTeller(say: (line: string) => void): (progress: LoadProgress) => void {
  let told = performance.now()
  return ({ fileName, fraction, rows }) => {
    if (performance.now() - told < PROGRESS_MS) return
    told = performance.now()
    say(`  ${fileName} ${Math.floor(fraction * 100)}%（${rows} 行）`)
  }
}

/** @returns null when real data has been loaded meanwhile, beside which the demo has no place. */
async function loadOne(
  stores: Stores,
  office: Office,
  file: string,
  options: LoadOptions,
): Promise<LoadReport | null> {
  try {
    const [report] = await loadFiles(stores, office, [file], options)
    return report ?? null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'mixesDemo') return null
    throw error
  }
}
