import { CsvError, parse } from 'csv-parse'
import { Readable } from 'node:stream'

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
 * @returns the records, many at a time.
 * @throws CsvFault for a quote that is never closed, or one in the wrong place; whatever `chunks` throws.
 */
export async function* csvRecords(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<string[][]> {
  const text = Readable.from(chunks)
  let lastLine = 0
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
    on_record: (record: string[], { lines }) => {
      lastLine = lines
      return record
    },
  })
  text.on('error', (error) => parser.destroy(error))
  try {
    let records: string[][] = []
    for await (const record of text.pipe(parser) as AsyncIterable<string[]>) {
      records.push(record)
      if (records.length < AT_ONCE) continue
      yield records
      records = []
    }
    yield records
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error, lastLine) : error
  } finally {
    parser.destroy()
    text.destroy()
  }
}

/** An unclosed quote is noticed at the end of the file; it stands in the record after the last whole one. */
function faultOf(error: CsvError, lastLine: number): CsvFault {
  const isUnclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
  return isUnclosed
    ? new CsvFault('unclosed', lastLine + 1)
    : new CsvFault('misplaced', Number(error['lines'] ?? 0))
}
