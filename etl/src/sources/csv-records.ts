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

/**
 * Divides text into records as RFC 4180 has them: cells may be quoted, a quote inside is doubled, quoted cells may hold
 * delimiters and line breaks; records end with LF, CRLF or CR. Empty lines are left out. It works on whole chunks, which
 * is several times as fast as a general parser that looks at every byte.
 *
 * @returns the records of each chunk, as they come.
 * @throws CsvFault for a quote that is never closed, or one in the wrong place.
 */
export async function* csvRecords(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<string[][]> {
  const reader = new RecordReader(delimiter)
  for await (const chunk of chunks) yield reader.read(chunk)
  yield reader.end()
}

class RecordReader {
  private text = ''
  private at = 0
  private line = 1
  private isFirst = true

  constructor(private readonly delimiter: string) {}

  read(chunk: string): string[][] {
    this.text = this.text.slice(this.at) + (this.isFirst ? chunk.replace(/^\ufeff/, '') : chunk)
    this.at = 0
    if (chunk !== '') this.isFirst = false
    const records = this.records(false)
    if (this.text.length - this.at > MAX_RECORD) throw new CsvFault('unclosed', this.line)
    return records
  }

  end(): string[][] {
    return this.records(true)
  }

  private records(isEnd: boolean): string[][] {
    const records: string[][] = []
    while (this.at < this.text.length) {
      const record = this.next(isEnd)
      if (record === null) break
      if (record.length > 1 || record[0] !== '') records.push(record)
    }
    return records
  }

  /** The record at `at`, or null if its end is not here yet. */
  private next(isEnd: boolean): string[] | null {
    const { text, delimiter } = this
    const cells: string[] = []
    let at = this.at
    let breaks = 0
    for (;;) {
      if (text[at] === '"') {
        const quoted = this.quoted(at)
        if (quoted === null) {
          if (isEnd) throw new CsvFault('unclosed', this.line)
          return null
        }
        cells.push(quoted.cell)
        breaks += quoted.breaks
        at = quoted.end
      } else {
        const end = this.plainEnd(at)
        const cell = text.slice(at, end)
        if (cell.includes('"')) throw new CsvFault('misplaced', this.line + breaks)
        cells.push(cell)
        at = end
      }
      if (at >= text.length) {
        if (!isEnd) return null
        return this.done(cells, at, breaks + 1)
      }
      const char = text[at]
      if (char === delimiter) at += 1
      else if (char === '\n') return this.done(cells, at + 1, breaks + 1)
      else if (char === '\r') {
        // Whether a line feed follows may stand in the next chunk.
        if (at + 1 >= text.length && !isEnd) return null
        return this.done(cells, text[at + 1] === '\n' ? at + 2 : at + 1, breaks + 1)
      } else throw new CsvFault('misplaced', this.line + breaks)
    }
  }

  private done(cells: string[], at: number, lines: number): string[] {
    this.at = at
    this.line += lines
    return cells
  }

  private plainEnd(from: number): number {
    const { text, delimiter } = this
    for (let at = from; at < text.length; at++) {
      const char = text[at]
      if (char === delimiter || char === '\n' || char === '\r') return at
    }
    return text.length
  }

  /** The quoted cell that begins at `from`, or null if its closing quote is not here yet. */
  private quoted(from: number): { cell: string; end: number; breaks: number } | null {
    const { text } = this
    let close = text.indexOf('"', from + 1)
    let isDoubled = false
    while (close !== -1 && text[close + 1] === '"') {
      isDoubled = true
      close = text.indexOf('"', close + 2)
    }
    // A quote at the very end may be the first half of a doubled one, unless nothing comes any more.
    if (close === -1) return null
    const inner = text.slice(from + 1, close)
    let breaks = 0
    for (let at = inner.indexOf('\n'); at !== -1; at = inner.indexOf('\n', at + 1)) breaks += 1
    return { cell: isDoubled ? inner.replaceAll('""', '"') : inner, end: close + 1, breaks }
  }
}
