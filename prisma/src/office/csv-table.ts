import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import type { Problems } from './problems.js'

/** One line of a CSV file, with the places of its cells. */
export interface CsvRow {
  /** '' for a column that the file does not have. */
  cell(column: string): string
  complain(column: string, message: string): void
  /** The columns of the file whose head begins so, without the prefix. */
  columns(prefix: string): readonly string[]
}

interface Columns {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Heads may also begin so, e.g. `denominator.`. */
  readonly prefix?: string
}

interface RawRecord {
  readonly record: string[]
  readonly raw: string
  readonly info: { readonly lines: number }
}

/**
 * Reads a CSV file of an office (UTF-8, heads in the first line). Unknown and missing heads, lines with too many or
 * too few cells and broken quoting are added to `problems`. Null: the file does not exist.
 */
export async function readTable(
  problems: Problems,
  dir: string,
  file: string,
  columns: Columns,
): Promise<readonly CsvRow[] | null> {
  const text = await readFile(path.join(dir, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const records = parseRecords(problems, file, text)
  const head = records[0]
  if (head === undefined) {
    if (problems.count === 0) problems.add(file, 1, 1, '文件是空的，第一行应为列名')
    return []
  }
  checkHeads(problems, file, head, columns)
  return records.slice(1).map((record) => {
    const { line, starts } = places(record)
    if (record.record.length !== head.record.length) {
      const counts = `应有 ${head.record.length} 格，实有 ${record.record.length} 格`
      problems.add(file, line, 1, `这一行的格数不对：${counts}`)
    }
    const index = (column: string) => head.record.indexOf(column)
    return {
      cell: (column) => record.record[index(column)]?.trim() ?? '',
      complain: (column, message) => problems.add(file, line, starts[index(column)] ?? 1, message),
      columns: (prefix) =>
        head.record.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
    }
  })
}

function parseRecords(problems: Problems, file: string, text: string): RawRecord[] {
  try {
    // With `info` and `raw`, each record comes with its place; the typings only know the plain form.
    return parse(text, {
      bom: true,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as RawRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    problems.add(file, line, 1, '引号不成对或位置不对，无法读取这一行')
    return []
  }
}

function checkHeads(problems: Problems, file: string, head: RawRecord, columns: Columns): void {
  const { starts } = places(head)
  const known = [...columns.required, ...columns.optional]
  head.record.forEach((name, i) => {
    const isKnown = known.includes(name) || (columns.prefix !== undefined && name.startsWith(columns.prefix))
    if (!isKnown) problems.add(file, 1, starts[i] ?? 1, `不认识的列“${name}”，可用的列：${known.join('、')}`)
    if (head.record.indexOf(name) !== i) problems.add(file, 1, starts[i] ?? 1, `列“${name}”写了两次`)
  })
  for (const name of columns.required) {
    if (!head.record.includes(name)) problems.add(file, 1, 1, `缺少列“${name}”`)
  }
}

/** The line on which a record begins, and the column (from 1) on which each of its cells begins. */
function places({ raw, info }: RawRecord): { readonly line: number; readonly starts: readonly number[] } {
  const body = raw.replace(/\r?\n$/u, '')
  const starts = [1]
  let quoted = false
  for (let i = 0; i < body.length; i++) {
    if (body[i] === '"') quoted = !quoted
    else if (body[i] === ',' && !quoted) starts.push(i + 2)
  }
  // `lines` is the line on which the record ends.
  return { line: info.lines - (body.match(/\n/gu)?.length ?? 0), starts }
}
