import type { Answered, Told, ToldRow, ToldValue } from './answer-shape.js'

/** What stands where two answers differ, one line each; the first is the naive one. */
type Lines = string[]

const RELATIVE = 1e-9

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b
  return Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b))
}

function compare(lines: Lines, where: string, naive: object, told: object, names: readonly string[]): void {
  const values = (of: object): Record<string, unknown> => of as Record<string, unknown>
  for (const name of names) {
    const [a, b] = [values(naive)[name], values(told)[name]]
    if (!isSame(a, b)) lines.push(`${where}.${name}: ${JSON.stringify(a)} but was told ${JSON.stringify(b)}`)
  }
}

const NUMBERS = ['value', 'n', 'k', 'lower', 'upper', 'state', 'share', 'rank', 'cumulative'] as const
const OF_CHANGES = ['value', 'n', 'difference', 'ratio', 'state', 'text'] as const

function compareValue(lines: Lines, where: string, naive: ToldValue, told: ToldValue): void {
  compare(lines, where, naive, told, NUMBERS)
  compare(lines, `${where}.changes`, naive.changes, told.changes, ['length'])
  naive.changes.forEach((change, i) =>
    compare(lines, `${where}.changes.${i}`, change, told.changes[i] ?? {}, OF_CHANGES),
  )
}

const nameOf = ({ keys, bucket }: ToldRow): string => JSON.stringify([...keys, ...(bucket ? [bucket] : [])])

function compareRows(lines: Lines, where: string, naive: readonly ToldRow[], told: readonly ToldRow[]): void {
  const [wanted, got] = [naive.map(nameOf), told.map(nameOf)]
  if (wanted.join() !== got.join()) {
    const [lack, extra] = [
      wanted.filter((each) => !got.includes(each)),
      got.filter((each) => !wanted.includes(each)),
    ]
    lines.push(
      `${where}: without ${lack.join()}, with ${extra.join()}, in the order ${got.slice(0, 20).join()}`,
    )
    return
  }
  naive.forEach((row, i) => {
    const other = told[i]
    row.values.forEach((value, m) => {
      const toldValue = other?.values[m]
      if (toldValue) compareValue(lines, `${where} ${nameOf(row)} measure ${m}`, value, toldValue)
    })
  })
}

/** How a whole answer differs from the naive one. [] = not at all. */
export function differences(naive: Told, told: Told): readonly string[] {
  const lines: Lines = []
  compare(lines, 'period', naive.period, told.period, ['from', 'to'])
  const periods = ({ comparedPeriods }: Told): string =>
    JSON.stringify(comparedPeriods.map(({ kind, period: { from, to } }) => [kind, from, to]))
  if (periods(naive) !== periods(told)) lines.push(`comparedPeriods: ${periods(naive)}, ${periods(told)}`)
  const buckets = (of: Told): string =>
    JSON.stringify(of.buckets.map(({ key, to, partial }) => [key, to, partial]))
  if (buckets(naive) !== buckets(told)) lines.push(`buckets: ${buckets(naive)}, ${buckets(told)}`)
  compare(lines, 'answer', naive, told, ['leftOut', 'cases'])
  compareRows(lines, 'rows', naive.rows, told.rows)
  compareRows(lines, 'others', naive.others, told.others)
  compareRows(lines, 'total', [naive.total], [told.total])
  return lines
}

/**
 * How an answer whose small numbers are hidden differs from the naive one: what it shows must be right, and no shown
 * number may rest on one or two cases.
 *
 * @param isRate by measure: is a value made of cases with and without a property?
 */
export function differencesOfShown(
  naive: Told,
  told: Answered,
  isRate: readonly boolean[],
): readonly string[] {
  const lines: Lines = []
  const wanted = new Map(
    [...naive.rows, ...(naive.total ? [naive.total] : [])].map((row) => [nameOf(row), row]),
  )
  for (const row of [...told.rows, told.total]) {
    row.values.forEach((value, m) => {
      const where = `${nameOf(row)} measure ${m}`
      if (value.state !== 'suppressed') {
        const own = wanted.get(nameOf(row))?.values[m]
        if (own) compare(lines, where, own, value, ['value', 'n', 'k', 'lower', 'upper', 'state'])
        else if (value.n > 0) lines.push(`${where}: there is no such row`)
        const counts = isRate[m] ? [value.n, value.k ?? 0, value.n - (value.k ?? 0)] : [value.n]
        if (counts.some((count) => count === 1 || count === 2)) lines.push(`${where}: shows ${counts.join()}`)
      }
      value.changes.forEach((change, i) => {
        const own = wanted.get(nameOf(row))?.values[m]?.changes[i]
        if (change.state === 'suppressed' || !own) return
        compare(lines, `${where}.changes.${i}`, own, change, OF_CHANGES)
        if (change.n === 1 || change.n === 2) lines.push(`${where}.changes.${i}: shows ${change.n}`)
      })
    })
  }
  return lines
}
