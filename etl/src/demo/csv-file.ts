import { createWriteStream, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import iconv from 'iconv-lite'
import type { Cell } from './source-sheet.js'

const CHUNK = 1 << 18

/** A CSV file that is written row by row, never held in memory; lines end with CRLF as exports do. */
export class CsvFile {
  private readonly stream: WriteStream
  private text = ''

  constructor(
    readonly path: string,
    private readonly encoding: string,
  ) {
    this.stream = createWriteStream(path)
  }

  /** Adds a row; true when `flush` is due. */
  add(row: readonly Cell[]): boolean {
    for (let i = 0; i < row.length; i++) {
      const cell = String(row[i] ?? '')
      this.text += (i === 0 ? '' : ',') + (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
    }
    this.text += '\r\n'
    return this.text.length > CHUNK
  }

  async flush(): Promise<void> {
    const bytes = iconv.encode(this.text, this.encoding)
    this.text = ''
    if (!this.stream.write(bytes)) await once(this.stream, 'drain')
  }

  async close(): Promise<void> {
    await this.flush()
    this.stream.end()
    await finished(this.stream)
  }
}
