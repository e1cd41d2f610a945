import { CsvError, parse } from 'csv-parse'
import { Readable } from 'node:stream'
import type { SourceRow } from './table.js'

/** Text that cannot be divided into cells; `line` is where. */
export class CsvFault extends Error {
  override readonly name = 'CsvFault'
  constructor(
    readonly kind: 'unclosed' | 'misplaced',
    readonly line: number,
  ) {
    super(`${kind} quote at line ${line}`)
  }
}

/** A record longer than this is a quote that was never closed. */
const MAX_RECORD = 1024 * 1024
const AT_ONCE = 1000

/**
 * Divides text into records as RFC 4180 has them: cells may be quoted, a quote inside is doubled, quoted cells may hold
 * delimiters and line breaks; records end with LF, CRLF or CR. Empty lines are left out.
 *
 * @returns the records with the lines on which they begin, many at a time.
 * @throws CsvFault for a quote that is never closed, or one in the wrong place; whatever `chunks` throws.
 */
export async function* csvRecords(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<SourceRow[]> {
  const text = Readable.from(chunks)
  let lastLine = 0
  /** The library counts a CRLF inside quotes as two lines. */
  let countedTwice = 0
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
    on_record: (cells: string[], { lines }) => {
      // Records on one line, nearly all, need no look at their cells.
      const breaks = lines - countedTwice > lastLine + 1 ? breaksIn(cells) : NO_BREAKS
      const rowNo = lines - countedTwice - breaks.counted
      countedTwice += breaks.twice
      lastLine = lines - countedTwice
      // Carried over as one cell more; the library takes no other shape.
      cells.push(String(rowNo))
      return cells
    },
  })
  text.on('error', (error) => parser.destroy(error))
  try {
    let records: SourceRow[] = []
    for await (const record of text.pipe(parser) as AsyncIterable<string[]>) {
      const rowNo = Number(record.pop())
      records.push({ rowNo, cells: record })
      if (records.length < AT_ONCE) continue
      yield records
      records = []
    }
    yield records
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error, lastLine, countedTwice) : error
  } finally {
    parser.destroy()
    text.destroy()
  }
}

/** An unclosed quote is noticed at the end of the file; it stands in the record after the last whole one. */
function faultOf(error: CsvError, lastLine: number, countedTwice: number): CsvFault {
  const isUnclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
  return isUnclosed
    ? new CsvFault('unclosed', lastLine + 1)
    : new CsvFault('misplaced', Number(error['lines'] ?? 0) - countedTwice)
}

const NO_BREAKS = { counted: 0, twice: 0 }

/** Line breaks inside a record's cells, as the library counts them, and how many of these it counts twice. */
function breaksIn(cells: readonly string[]): { readonly counted: number; readonly twice: number } {
  const text = cells.join()
  return { counted: text.match(/[\r\n]/g)?.length ?? 0, twice: text.match(/\r\n/g)?.length ?? 0 }
}
