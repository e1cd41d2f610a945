import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { writeDemo, type DemoSize } from './demo/write.js'
import { loadSecret } from './identity/secret.js'
import {
  batchTable,
  progressLine,
  quarantineCsv,
  quarantineTable,
  reportTable,
  statusTable,
} from './state/print.js'
import { listBatches, listQuarantine, loadFiles, recover, type Recovery, statusOf, todayIn } from './run.js'
import { openStores, type Stores } from './stores/open.js'

/** Classes of errors whose message is a sentence for the person at the keyboard. */
const SENTENCES = new Set(['LoadRefused', 'StoreError', 'SecretRefused', 'OfficeError', 'AccountingBroken'])
const CANCELLED = 130
const cancel = new AbortController()

interface Place {
  readonly data: string
  readonly office: string
}

/** Quarantined rows that fit a screen, and a file that Excel opens. */
const MOST_PRINTED = 50
const MOST_SAVED = 1_000_000

const out = (text: string): void => void process.stdout.write(`${text}\n`)
const say = (text: string): void => void process.stderr.write(`${text}\n`)

function isoDay(text: string): string {
  const [year, month, day] = text.split('-').map(Number)
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).toISOString().startsWith(text)
  if (!real) throw new InvalidArgumentError(`应为日期 YYYY-MM-DD，例如 2026-10-31`)
  return text
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('应为正整数')
  return Number(text)
}

function recoverySentence(left: Recovery | null): string {
  if (left === null) return '另一个装载正在进行，没有检查；请等它完成后再试。'
  const count = left.finished.length + left.undone.length
  return count === 0 ? '没有未完成的装载。' : `已处理 ${count} 个未完成的批次。`
}

/** Opens the stores, finishes or undoes what a killed load left, does the work, closes them. */
async function withStores<T>(
  place: Place,
  work: (stores: Stores, office: Office, left: Recovery | null) => Promise<T>,
): Promise<T> {
  const office = await loadOffice(place.office)
  const config = {
    dataDir: path.resolve(place.data),
    office: place.office,
    clickhouseUrl: process.env['CLICKHOUSE_URL'] || undefined,
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    cluster: process.env['FENGSUI_CLUSTER'] || undefined,
  }
  const stores = await openStores(config, say)
  try {
    const left = await recover(stores)
    if (left?.finished.length) say(`上次中断的批次已补完：${left.finished.join('、')}`)
    if (left?.undone.length) say(`上次中断的批次已撤销：${left.undone.join('、')}（原因见 etl batches）`)
    return await work(stores, office, left)
  } finally {
    await stores.close()
  }
}

const program = new Command('etl')
  .description(
    '烽燧数据装载：把来源文件装入数据仓库，每一行都有去处（ETL: every row is loaded, quarantined or a duplicate）',
  )
  .option('--data <dir>', '数据目录（data directory，FENGSUI_DATA）', process.env['FENGSUI_DATA'] || './data')
  .option('--office <name>', '单位（office，FENGSUI_OFFICE）', process.env['FENGSUI_OFFICE'] || 'wulong')
  .helpOption('-h, --help', '显示帮助（help）')
  .helpCommand('help [command]', '显示某个命令的帮助（help）')
  .addHelpText(
    'after',
    `
环境变量（environment）:
  FENGSUI_DATA     数据目录，默认 ./data
  FENGSUI_OFFICE   单位，默认 wulong
  CLICKHOUSE_URL   ClickHouse 服务器；不设则用内置引擎（embedded）
  DATABASE_URL     PostgreSQL 服务器；不设则用内置数据库（embedded）
  FENGSUI_SECRET   密钥（至少 32 个字符）；不设则保存在数据目录的 secret 文件

退出码（exit code）: 0 成功，1 被拒绝或失败，130 已取消（Ctrl-C）`,
  )

const place = (): Place => program.opts<Place>()

program
  .command('load')
  .description('装载文件（CSV、CSV.gz、XLSX）；同一文件装载两次不会改变任何数据（load files）')
  .argument('<files...>', '文件')
  .option('--source <id>', '来源（source），文件名不能判断时指定')
  .option('--as-of <day>', '数据截止日（as-of），默认取文件中最晚的日期', isoDay)
  .action((files: string[], options: { source?: string; asOf?: string }) =>
    withStores(place(), async (stores, office) => {
      const dataDir = path.resolve(place().data)
      const reports = await loadFiles(stores, office, files, {
        dataDir,
        secret: await loadSecret(dataDir, process.env),
        today: todayIn(office.timeZone, new Date()),
        ...options,
        signal: cancel.signal,
        onProgress: (progress) => process.stderr.write(progressLine(progress, process.stderr.isTTY)),
        onWait: () => say('另一个装载正在进行，等待它完成……'),
      })
      for (const report of reports) out(reportTable(report))
    }),
  )

program
  .command('status')
  .description('各来源的装载情况（status of the sources）')
  .action(() =>
    withStores(place(), async (stores, office) => out(statusTable(await statusOf(stores, office)))),
  )

program
  .command('batches')
  .description('批次记录（batches）')
  .option('--first <n>', '最近几批', wholeNumber, 20)
  .action((options: { first: number }) =>
    withStores(place(), async (stores) => out(batchTable(await listBatches(stores, options)))),
  )

program
  .command('quarantine')
  .description('被隔离的行及原因（quarantined rows）')
  .option('--batch <n>', '只看某一批', wholeNumber)
  .option('--csv <file>', '另存为 CSV（UTF-8，带 BOM）')
  .action((options: { batch?: number; csv?: string }) =>
    withStores(place(), async (stores) => {
      const most = options.csv ? MOST_SAVED : MOST_PRINTED
      const rows = await listQuarantine(stores, { batch: options.batch, first: most + 1 })
      if (!options.csv) return out(quarantineTable(rows, most))
      const saved = rows.slice(0, most)
      await writeFile(options.csv, quarantineCsv(saved), { mode: 0o600 })
      out(`已写入 ${options.csv}：${saved.length} 行`)
      if (rows.length > most) out(`超过 ${most} 行，只写入了前面的，请用 --batch 分批另存。`)
    }),
  )

program
  .command('recover')
  .description('补完或撤销被中断的装载（finish or undo what a killed load left）')
  .action(() => withStores(place(), (_stores, _office, left) => Promise.resolve(out(recoverySentence(left)))))

program
  .command('demo')
  .description('写出演示数据文件，不装载（write the synthetic district as files）')
  .requiredOption('--out <dir>', '写到哪个目录')
  .option('--size <size>', 'demo、10k、1m 或 10m', 'demo')
  .action(async (options: { out: string; size: string }) => {
    if (!['demo', '10k', '1m', '10m'].includes(options.size))
      throw new InvalidArgumentError('--size 应为 demo、10k、1m 或 10m')
    const office = await loadOffice(place().office)
    const files = await writeDemo({ dir: path.resolve(options.out), size: options.size as DemoSize, office })
    for (const file of files) out(`${file.path}：${file.rows} 行，来源 ${file.source}，截至 ${file.asOf}`)
  })

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The first one cancels cleanly; the second ends at once, and the next start undoes what is left.
  process.once(signal, () => {
    say('\n正在取消，撤销本批……（再按一次立即退出）')
    cancel.abort(new Error('cancelled'))
    process.once(signal, () => process.exit(CANCELLED))
  })
}

/** The exit code for what was thrown; says one sentence on stderr. */
function failed(error: unknown): number {
  // One of our own has not been printed yet; the library's come as a CommanderError that has.
  if (error instanceof InvalidArgumentError) {
    say(error.message)
    return 1
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1
  if (cancel.signal.aborted) {
    say('已取消，没有留下任何数据。')
    return CANCELLED
  }
  say(sentenceOf(error))
  return 1
}

/** What the system says of a file or a disk, by its code. */
const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: '目录或文件不存在，请检查路径',
  EACCES: '没有权限，请检查属主，或换一个目录',
  EPERM: '没有权限，请检查属主，或换一个目录',
  EROFS: '所在磁盘是只读的，请换一个目录',
  ENOSPC: '磁盘已满，请清理空间后重试',
  EISDIR: '是一个目录，请给出文件名',
  ENOTDIR: '路径中有一段不是目录，请检查路径',
  EEXIST: '同名的文件已存在，请换一个名字',
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return `失败：${String(error)}`
  if (SENTENCES.has(error.name)) return error.message
  const { code, path: where } = error as NodeJS.ErrnoException
  const fault = code === undefined ? undefined : SYSTEM_FAULTS[code]
  return fault
    ? `${where ?? '文件系统'}：${fault}（${code ?? ''}）。`
    : `失败：${error.stack ?? error.message}`
}

program.exitOverride().configureOutput({ writeErr: (text) => process.stderr.write(text) })
try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = failed(error)
}
