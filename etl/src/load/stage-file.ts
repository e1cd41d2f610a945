import type { Transfer } from '@fengsui/domain/rules/holder'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { emptyFact, FACT_KEYS, type FactKey } from '../map/case-fact.js'
import type { MappedRow } from '../map/row-mapper.js'

/** Written at once: rows are short, and a call per row would cost more than the row. */
const BUFFER_CHARS = 512 * 1024

/** A batch's mapped rows on disk as TabSeparated, ready for the engine. Nothing in it leads to a reporter. */
export interface StageFile {
  readonly path: string
  write(row: MappedRow): Promise<void> | null
  /** Ends the file and waits until it is on the disk: after this a crash cannot lose it. */
  finish(): Promise<void>
  discard(): Promise<void>
  /** Stops writing and leaves the file to whoever has it now. */
  abandon(): void
}

/** Where a batch's file stands, relative to the data directory. */
export const stageFileName = (batch: number): string => join('stage', `batch-${batch}.tsv`)

/** Opens the stage file of a batch; one that an earlier run left is overwritten. */
export async function createStageFile(dataDir: string, batch: number): Promise<StageFile> {
  const path = join(dataDir, stageFileName(batch))
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const stream = createWriteStream(path, { mode: 0o600 })
  const failures: Error[] = []
  const broken = new Promise<void>((resolve) => {
    stream.once('error', (error) => {
      failures.push(error)
      resolve()
    })
  })
  let buffer = ''
  const flush = async (): Promise<void> => {
    const text = buffer
    buffer = ''
    throwFirst(failures)
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), broken])
    throwFirst(failures)
  }
  return {
    path,
    write(row) {
      buffer += stageLine(row)
      return buffer.length < BUFFER_CHARS ? null : flush()
    },
    async finish() {
      await flush()
      stream.end()
      await finished(stream)
      const file = await open(path, 'r')
      await file.sync()
      await file.close()
    },
    async discard() {
      stream.destroy()
      await rm(path, { force: true })
    },
    abandon: () => void stream.destroy(),
  }
}

const EMPTY = emptyFact()
/** What people wrote; codes, words and days hold nothing to escape (`field-readers` sees to that). */
const FREE_TEXT: ReadonlySet<FactKey> = new Set(['enterprise', 'summary'])

/** One row in the order of STAGE_COLUMNS. */
function stageLine(row: MappedRow): string {
  let line = `${row.rowNo}\t${row.fact === null ? 0 : 1}\t${list(row.reasons)}\t${escaped(row.detail)}\t`
  line += `${escaped(row.sourceCaseNo)}\t${escaped(row.upstreamCaseNo)}\t${escaped(row.caseId)}\t${row.contentHash}\t${escaped(row.raw)}\t`
  line += `${row.versionDay || '1970-01-01'}\t${row.rank}`
  const fact = row.fact ?? EMPTY
  for (const key of FACT_KEYS) {
    const value = fact[key]
    line += '\t'
    if (value === null) line += '\\N'
    else if (typeof value === 'string')
      line +=
        key === 'receivedOn' && value === '' ? '1970-01-01' : FREE_TEXT.has(key) ? escaped(value) : value
    else if (typeof value === 'object') line += transfersText(value)
    else line += typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
  }
  return `${line}\n`
}

/** Reason codes hold nothing to escape. */
const list = (words: readonly string[]): string => (words.length === 0 ? '[]' : `['${words.join("','")}']`)

/** An array of tuples as ClickHouse reads it; the codes are an office's own. */
const transfersText = (chain: readonly Transfer[]): string =>
  `[${chain.map(({ day, unit }) => `('${day}','${unit.replaceAll(/[\\']/g, String.raw`\\$&`)}')`).join(',')}]`

/** What TabSeparated writes with a backslash. */
const SPECIAL = new RegExp('[\\\\\\t\\n\\r\\0\\b\\f]', 'g')
const HAS_SPECIAL = new RegExp('[\\\\\\t\\n\\r\\0\\b\\f]')
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
}

function escaped(text: string): string {
  if (!HAS_SPECIAL.test(text)) return text
  return text.replace(SPECIAL, (char) => ESCAPES[char] ?? char)
}

function throwFirst([failure]: readonly Error[]): void {
  if (failure) throw failure
}
