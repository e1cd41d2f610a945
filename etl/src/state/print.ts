import { reasonText } from '../contract/reasons.js'
import type { LoadProgress, LoadReport } from '../load/load-file.js'
import { type BatchRecord, type QuarantinedRow, reasonCounts, type SourceStatus } from './reports.js'

const n = (value: number): string => value.toLocaleString('en-US')

const STEPS: Readonly<Record<LoadProgress['step'], string>> = {
  reading: '读取',
  loading: '入库',
  classifying: '核对',
  publishing: '发布',
}

const STATES: Readonly<Record<BatchRecord['state'], string>> = {
  staging: '读取中',
  staged: '入库中',
  loaded: '已生效',
  undone: '已撤销',
  failed: '失败',
}

/** Columns of a terminal: a Chinese character takes two. */
function width(text: string): number {
  let columns = 0
  for (const char of text) columns += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60、。「」]/u.test(char) ? 2 : 1
  return columns
}

/** Rows as aligned text; numbers stand on the right. */
function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [heads, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? n(cell) : cell)))]
  const widths = heads.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))))
  const isNumber = heads.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  )
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat((widths[column] ?? 0) - width(cell))
          return isNumber[column] ? space + cell : cell + space
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One line of progress; on a terminal it replaces the one before. */
export function progressLine(
  { fileName, step, rows, rowsPerSecond, fraction }: LoadProgress,
  isTerminal: boolean,
): string {
  const percent = step === 'reading' ? ` ${Math.floor(fraction * 100)}%` : ''
  const line = `${fileName}：${STEPS[step]}${percent} ${n(rows)} 行，${n(rowsPerSecond)} 行/秒`
  if (isTerminal) return `\r\u001b[K${line}${step === 'publishing' ? '\n' : ''}`
  return step === 'reading' ? '' : `${line}\n`
}

/** What became of a file. */
export function reportTable(report: LoadReport): string {
  const { rowsIn, loaded, quarantined, duplicates, seconds } = report
  const lines = [
    `批次 ${report.batch}  ${report.fileName}（${report.source}）`,
    `读入 ${n(rowsIn)} 行 = 入库 ${n(loaded)} + 隔离 ${n(quarantined)} + 重复 ${n(duplicates)}`,
    `截至 ${report.asOf ?? '—'}  用时 ${seconds.toFixed(1)} 秒（${n(Math.round(rowsIn / Math.max(0.001, seconds)))} 行/秒）`,
  ]
  const reasons = reasonCounts(report.reasons)
  if (reasons.length > 0)
    lines.push(
      table(
        ['原因', '说明', '行数'],
        reasons.map(({ reason, text, rows }) => [reason, text, rows]),
      ),
    )
  if (report.unknownColumns.length > 0) lines.push(`未约定的列已忽略：${report.unknownColumns.join('、')}`)
  return `${lines.join('\n')}\n`
}

export function statusTable(sources: readonly SourceStatus[]): string {
  const rows = sources.map((s) => [
    s.id,
    s.name,
    s.lastBatch === null ? '—' : `第 ${s.lastBatch} 批`,
    s.asOf ?? '—',
    s.rowsIn,
    s.loaded,
    s.quarantined,
    s.duplicates,
  ])
  return table(['来源', '名称', '最近批次', '截至', '读入', '入库', '隔离', '重复'], rows)
}

export function batchTable(batches: readonly BatchRecord[]): string {
  if (batches.length === 0) return '还没有批次。'
  const rows = batches.map((b) => [
    String(b.id),
    b.source,
    b.fileName,
    STATES[b.state],
    b.rowsIn,
    b.loaded,
    b.quarantined,
    b.duplicates,
    b.error ?? '',
  ])
  return table(['批次', '来源', '文件', '状态', '读入', '入库', '隔离', '重复', '说明'], rows)
}

const reasonsOf = (row: QuarantinedRow): string => row.reasons.map((reason) => reasonText(reason)).join('；')

/** Quarantined rows as a table, the first `most` of them; says so when there are more. */
export function quarantineTable(rows: readonly QuarantinedRow[], most: number): string {
  if (rows.length === 0) return '没有被隔离的行。'
  const cells = rows
    .slice(0, most)
    .map((row) => [String(row.batch), String(row.rowNo), row.sourceCaseNo, reasonsOf(row), row.detail])
  const more =
    rows.length > most
      ? `\n只列出前 ${n(most)} 行，还有更多；请用 --csv 另存全部，或用 --batch 只看一批。`
      : ''
  return table(['批次', '文件行号', '编号', '原因', '说明'], cells) + more
}

/** The rows as CSV with a byte order mark, so that Excel reads the Chinese; cells that Excel would run are defused. */
export function quarantineCsv(rows: readonly QuarantinedRow[]): string {
  const cell = (text: string): string =>
    `"${text.replace(/^(?=\s*[=+\-@\t\r＝＋－＠])/, "'").replaceAll('"', '""')}"`
  const lines = rows.map((row) =>
    [String(row.batch), String(row.rowNo), row.source, row.sourceCaseNo, reasonsOf(row), row.detail, row.raw]
      .map(cell)
      .join(','),
  )
  return `\ufeff${['批次,文件行号,来源,编号,原因,说明,内容', ...lines].join('\r\n')}\r\n`
}
