import type { Part } from '../overview-questions.js'
import { type Place, SPANS, ScreenNumbers } from '../screen-numbers.js'

/** A row of one of the statements of a peer that is asked in SQL: texts, numbers, lists of them, or null. */
export type Row = readonly unknown[]

/**
 * What the hand-written statements of a screen answer, column by column; "each" stands for one column a span in the
 * order of `SPANS`. Whole numbers may come as texts.
 */
export interface ScreenTables {
  /** grouping bits of the eight keys; the keys: month, region, industry, issue, channel, source, department; each count. */
  readonly received: readonly Row[]
  /** Month; each count; each n and each k of the verified share of accepted. */
  readonly accepted: readonly Row[]
  /** grouping bit of the department; the department; each count; each n of handled; each [p50, p75, p90]. */
  readonly closed: readonly Row[]
  /** Month; each count. */
  readonly closedByMonth: readonly Row[]
  /** Each n and each k of the verified share of checked. */
  readonly verified: readonly Row[]
  /** Department; each n and each k of the rate on time. */
  readonly settled: readonly Row[]
  /** Department; each overdue. */
  readonly due: readonly Row[]
}

export const KEYS = ['month', 'region_1', 'industry_1', 'issue_1', 'channel', 'source', 'department'] as const
/** The ways in which received cases are grouped, by the part that shows them. */
export const RECEIVED_SETS: Readonly<Record<Part, readonly (typeof KEYS)[number][]>> = {
  total: [],
  trend: ['month'],
  region: ['region_1'],
  industry: ['industry_1'],
  issue: ['issue_1'],
  channel: ['channel'],
  source: ['source'],
  matrix: ['industry_1', 'region_1'],
  department: ['department'],
}

const text = (value: unknown): string => (typeof value === 'string' ? value : String(value))
const bitsOf = (set: readonly string[]): number =>
  KEYS.reduce((bits, key) => bits * 2 + (set.includes(key) ? 0 : 1), 0)
const SET_OF_BITS = new Map(
  Object.entries(RECEIVED_SETS).map(([part, keys]) => [bitsOf(keys), { part: part as Part, keys }]),
)
/** The trend and the matrix are compared with the year before only. */
const isShown = (part: Part, span: string): boolean =>
  span !== 'previous' || (part !== 'trend' && part !== 'matrix')

/** Puts what the statements answered where it stands on the screen. What adds up is added up. */
export function numbersOfTables(tables: ScreenTables): ScreenNumbers {
  const numbers = new ScreenNumbers()
  for (const row of tables.received) receivedRow(numbers, row)
  acceptedRows(numbers, tables.accepted)
  for (const row of tables.closed) closedRow(numbers, row)
  for (const [month, ...counts] of tables.closedByMonth)
    eachSpan((span, i) => {
      if (isShown('trend', span))
        numbers.count({ part: 'trend', span, measure: 'closed', month: text(month) }, Number(counts[i]))
    })
  for (const row of tables.verified)
    eachSpan((span, i) =>
      numbers.rate(
        { part: 'total', span, measure: 'verifiedShareOfChecked' },
        Number(row[3 + i]),
        Number(row[i]),
      ),
    )
  byDepartment(tables.settled, 'onTimeRate', (place, [n = 0, k = 0]) => numbers.rate(place, k, n))
  byDepartment(tables.due, 'overdue', (place, [n = 0]) => numbers.count(place, n))
  return numbers
}

function eachSpan(act: (span: (typeof SPANS)[number], index: number) => void): void {
  SPANS.forEach(act)
}

function receivedRow(numbers: ScreenNumbers, [bits, ...row]: Row): void {
  const set = SET_OF_BITS.get(Number(bits))
  if (!set) throw new Error(`no such grouping: ${String(bits)}`)
  const { part, keys } = set
  const found = keys.map((key) => text(row[KEYS.indexOf(key)]))
  const at = part === 'trend' ? { month: found[0] ?? '' } : { codes: found }
  eachSpan((span, i) => {
    if (isShown(part, span))
      numbers.count({ part, span, measure: 'received', ...at }, Number(row[KEYS.length + i]))
  })
}

function acceptedRows(numbers: ScreenNumbers, rows: readonly Row[]): void {
  const sum = (column: number): number => rows.reduce((all, row) => all + Number(row[column]), 0)
  eachSpan((span, i) => {
    numbers.count({ part: 'total', span, measure: 'accepted' }, sum(1 + i))
    numbers.rate({ part: 'total', span, measure: 'verifiedShareOfAccepted' }, sum(7 + i), sum(4 + i))
    for (const row of rows)
      if (isShown('trend', span))
        numbers.count({ part: 'trend', span, measure: 'accepted', month: text(row[0]) }, Number(row[1 + i]))
  })
}

function closedRow(numbers: ScreenNumbers, [isTotal, department, ...row]: Row): void {
  const part = Number(isTotal) === 1 ? 'total' : 'department'
  const at = part === 'total' ? {} : { codes: [text(department)] }
  eachSpan((span, i) => {
    numbers.count({ part, span, measure: 'closed', ...at }, Number(row[i]))
    const n = Number(row[3 + i])
    const levels = row[6 + i] as readonly number[] | null
    ;['medianDays', 'p75Days', 'p90Days'].slice(0, part === 'total' ? 3 : 1).forEach((measure, level) => {
      numbers.put({ part, span, measure, ...at }, { n, value: levels?.[level] ?? 0 })
    })
  })
}

/** Rows of a department with each number of each span; the total is their sum. */
function byDepartment(
  rows: readonly Row[],
  measure: string,
  put: (place: Place, numbers: readonly number[]) => void,
): void {
  eachSpan((span, i) => {
    const of = (row: Row): number[] =>
      Array.from({ length: (row.length - 1) / SPANS.length }, (_, j) => Number(row[1 + j * SPANS.length + i]))
    const all = rows.map(of)
    const total = (all[0] ?? []).map((_, j) => all.reduce((sum, each) => sum + (each[j] ?? 0), 0))
    put({ part: 'total', span, measure }, total)
    rows.forEach((row, r) => put({ part: 'department', span, measure, codes: [text(row[0])] }, all[r] ?? []))
  })
}
