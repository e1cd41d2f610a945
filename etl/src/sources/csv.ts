import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { CsvFault, csvRecords } from './csv-records.js'
import { decodeText } from './decode.js'
import { LoadRefused } from './load-refused.js'
import { kindOf, textKind } from './sniff.js'
import { isBlank, type SourceRow, type SourceTable } from './table.js'

interface CsvFormat {
  readonly encoding: string
  readonly delimiter: string
}

/**
 * Opens a CSV file, gzipped or not, and reads its heads. Rows stream: memory does not grow with the file.
 *
 * @param onBytes sees every byte of the file as it stands on disk.
 * @throws LoadRefused for what cannot be read as CSV.
 */
export async function openCsv(
  path: string,
  name: string,
  format: CsvFormat,
  gzip: boolean,
  onBytes: (bytes: Buffer) => void,
): Promise<SourceTable> {
  const file = createReadStream(path, { highWaterMark: 512 * 1024 })
  file.on('data', (chunk) => onBytes(chunk as Buffer))
  const raw = gzip ? file.pipe(createGunzip({ chunkSize: 256 * 1024 })) : file
  // pipe() does not carry a read error over; without this a broken disk would hang the load.
  if (raw !== file) file.on('error', (error) => raw.destroy(error))
  const text = decodeText(checked(raw, name, gzip), format.encoding, name)
  const records = rowsOf(csvRecords(text, format.delimiter), name)
  const close = () => {
    raw.destroy()
    file.destroy()
  }
  try {
    const first = await firstRecords(records)
    const heads = first?.[0]?.cells
    if (!first || !heads) throw new LoadRefused(`文件「${name}」是空的，请检查导出是否成功后重新提供。`)
    return { heads, rows: filled(first.slice(1), records), close }
  } catch (error) {
    close()
    throw error
  }
}

/** Lets bytes through if the first of them look like text. */
async function* checked(bytes: AsyncIterable<Buffer>, name: string, gzip: boolean): AsyncGenerator<Buffer> {
  let first = true
  try {
    for await (const chunk of bytes) {
      if (first) refuseUnlessText(chunk.subarray(0, 4096), name)
      first = false
      yield chunk
    }
  } catch (error) {
    if (error instanceof LoadRefused) throw error
    // The unpacking's own codes begin with Z; all else is the disk's, packed or not.
    const code = codeOf(error)
    throw new LoadRefused(
      gzip && (code.startsWith('Z') || code.startsWith('ERR_'))
        ? `文件「${name}」的压缩内容已损坏或不完整（${code}），请重新下载或重新压缩后再试。`
        : `文件「${name}」读到一半出错（${code}），请检查所在的磁盘或网络盘，把文件复制到本机后再试。`,
    )
  }
}

function refuseUnlessText(head: Buffer, name: string): void {
  const outer = kindOf(head)
  const kind = outer === 'text' || outer === 'html' || outer === 'binary' ? textKind(head) : outer
  if (kind === 'text') return
  if (kind === 'html') {
    throw new LoadRefused(
      `文件「${name}」其实是网页（HTML），不是 CSV；可能是登录过期后导出的页面，请重新登录来源系统导出。`,
    )
  }
  throw new LoadRefused(`文件「${name}」的内容是二进制数据，不是 CSV 文本，请确认导出的格式后重新提供。`)
}

async function firstRecords(records: AsyncGenerator<SourceRow[]>): Promise<SourceRow[] | null> {
  for (;;) {
    const next = await records.next()
    if (next.done) return null
    if (next.value.length > 0) return next.value
  }
}

async function* rowsOf(records: AsyncIterable<SourceRow[]>, name: string): AsyncGenerator<SourceRow[]> {
  try {
    yield* records
  } catch (error) {
    throw error instanceof CsvFault ? refusalOf(error, name) : error
  }
}

function refusalOf({ kind, line }: CsvFault, name: string): LoadRefused {
  return new LoadRefused(
    kind === 'unclosed'
      ? `文件「${name}」第 ${line} 行附近的引号没有成对，后面的内容无法分列，请在该行补上或删去引号。`
      : `文件「${name}」第 ${line} 行的引号位置不对，无法分列，请把单元格里的引号写成两个（""）后重试。`,
  )
}

async function* filled(first: SourceRow[], rest: AsyncIterable<SourceRow[]>): AsyncGenerator<SourceRow[]> {
  const isFilled = ({ cells }: SourceRow): boolean => !isBlank(cells)
  yield first.filter(isFilled)
  for await (const records of rest) yield records.filter(isFilled)
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? 'ERROR')
