import { CsvError, type Options, parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decodeText } from './decode.js'
import { LoadRefused } from './load-refused.js'
import { kindOf, textKind } from './sniff.js'
import { isBlank, type SourceRow, type SourceTable } from './table.js'

/** A cell longer than this is a quote that was never closed. */
const MAX_RECORD = 1024 * 1024

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
  const raw = gzip ? file.pipe(createGunzip()) : file
  // pipe() does not carry a read error over; without this a broken disk would hang the load.
  if (raw !== file) file.on('error', (error) => raw.destroy(error))
  const text = Readable.from(decodeText(checked(raw, name), format.encoding, name))
  const options: Options = {
    delimiter: format.delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
  }
  const parser = parse(options)
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  const records = rowsOf(parser, name)
  const close = () => {
    parser.destroy()
    text.destroy()
    raw.destroy()
    file.destroy()
  }
  try {
    const head = await records.next()
    if (head.done) throw new LoadRefused(`文件「${name}」是空的，请检查导出是否成功后重新提供。`)
    return { heads: head.value, rows: numbered(records), close }
  } catch (error) {
    close()
    throw error
  }
}

/** Lets bytes through if the first of them look like text. */
async function* checked(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let first = true
  try {
    for await (const chunk of bytes) {
      if (first) refuseUnlessText(chunk.subarray(0, 4096), name)
      first = false
      yield chunk
    }
  } catch (error) {
    if (error instanceof LoadRefused) throw error
    throw new LoadRefused(
      `文件「${name}」的压缩内容已损坏或不完整（${codeOf(error)}），请重新下载或重新压缩后再试。`,
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

async function* rowsOf(parser: AsyncIterable<string[]>, name: string): AsyncGenerator<string[]> {
  try {
    for await (const record of parser) yield record
  } catch (error) {
    if (error instanceof CsvError) throw refusalOf(error, name)
    throw error
  }
}

function refusalOf(error: CsvError, name: string): LoadRefused {
  const line = String(error['lines'] ?? '?')
  const opened = /opening quote at line (\d+)/.exec(error.message)?.[1]
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    const where = opened ?? line
    return new LoadRefused(
      `文件「${name}」第 ${where} 行附近的引号没有成对，后面的内容无法分列，请在该行补上或删去引号。`,
    )
  }
  return new LoadRefused(
    `文件「${name}」第 ${line} 行的引号位置不对，无法分列，请把单元格里的引号写成两个（""）后重试。`,
  )
}

async function* numbered(records: AsyncIterable<string[]>): AsyncGenerator<SourceRow> {
  let rowNo = 0
  for await (const cells of records) {
    if (isBlank(cells)) continue
    rowNo += 1
    yield { rowNo, cells }
  }
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? 'ERROR')
