import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { TimeRole } from '@fengsui/domain/metrics/model'
import { suppressSmallCells } from '@fengsui/domain/privacy/small-cells'
import type { Facts, Numbers } from './facts.js'
import type { Plan } from './plan.js'
import type { Codes } from './row-keys.js'

/** Which numbers of an answer must not leave the office. */
export interface Hidden {
  /** `codes` empty and `bucket` '' = the total. */
  isHidden(measure: MeasureId, period: number, codes: Codes, bucket: string): boolean
}

/** Is a measure hidden altogether, rows and total, in one of the plan's periods? */
export type Withheld = (measure: MeasureId, period: number) => boolean

/** Nothing is hidden from those who work with the cases. */
export const NOTHING_HIDDEN: Hidden = { isHidden: () => false }

/** The case counts that a measure's value rests on: few with the property, or few without it, are few as well. */
function countsOf(id: MeasureId, { n, numerator }: Numbers): readonly number[] {
  return MEASURES[id].aggregate.kind === 'ratio' ? [n, numerator, n - numerator] : [n]
}

/**
 * Finds what an answer that leaves the office must hide, in the table of all its members before any are cut off.
 * Measures with one attribution date speak of the same cases, so a place hidden for one is hidden for all of them.
 *
 * The reader is taken to have this table and its totals. Three things he may do are not provided for: hold the same
 * question over two periods that differ by days against each other, hold rows under a filter against a table of two
 * dimensions, or ask with more than two filters. What leaves is written down with who asked (audit).
 *
 * @param keys all members (or pairs of them) of the answer.
 */
export function hideSmall(
  plan: Plan,
  facts: Facts,
  keys: readonly Codes[],
  withheld: Withheld = () => false,
): Hidden {
  const layout = layoutOf(plan, keys)
  const hidden = new Set<string>()
  plan.branches.forEach(({ role, measures, period }) => {
    const tables = measures.flatMap((measure) => tablesOf(facts, layout, measure, period))
    const { cells, total } = hideTogether(tables)
    layout.forEach((row, i) =>
      row.forEach(({ codes, bucket }, j) => {
        if (cells[i]?.[j]) hidden.add(placeOf(role, period, codes, bucket))
      }),
    )
    if (total) hidden.add(placeOf(role, period, [], ''))
  })
  return {
    isHidden: (measure, period, codes, bucket) =>
      withheld(measure, period) || hidden.has(placeOf(MEASURES[measure].time, period, codes, bucket)),
  }
}

/** Zeros of a two-way table that had to be hidden become rows, so that their absence does not tell. */
export function withHiddenZeros(plan: Plan, keys: readonly Codes[], hidden: Hidden): readonly Codes[] {
  const { dimensions, measures } = plan.query
  if (dimensions.length < 2 || hidden === NOTHING_HIDDEN) return keys
  const known = new Set(keys.map((codes) => JSON.stringify(codes)))
  const seconds = [...new Set(keys.map((codes) => codes[1] ?? ''))]
  const pairs = [...new Set(keys.map((codes) => codes[0] ?? ''))].flatMap((a) => seconds.map((b) => [a, b]))
  const added = pairs.filter(
    (codes) =>
      !known.has(JSON.stringify(codes)) &&
      plan.periods.some((_, period) => measures.some((id) => hidden.isHidden(id, period, codes, ''))),
  )
  return [...keys, ...added]
}

interface Spot {
  readonly codes: Codes
  readonly bucket: string
}
type Table = readonly (readonly number[])[]

const placeOf = (role: TimeRole, period: number, codes: Codes, bucket: string): string =>
  JSON.stringify([role, period, codes, bucket])

/** The rows and columns of the answer's table: members × buckets, members × members, or a list. */
function layoutOf(plan: Plan, keys: readonly Codes[]): Spot[][] {
  const buckets = plan.buckets.map((bucket) => bucket.key)
  if (plan.query.dimensions.length === 0) return buckets.map((bucket) => [{ codes: [], bucket }])
  if (buckets.length > 0) return keys.map((codes) => buckets.map((bucket) => ({ codes, bucket })))
  if (plan.query.dimensions.length === 1) return keys.map((codes) => [{ codes, bucket: '' }])
  const firsts = [...new Set(keys.map((codes) => codes[0] ?? ''))]
  const seconds = [...new Set(keys.map((codes) => codes[1] ?? ''))]
  return firsts.map((first) => seconds.map((second) => ({ codes: [first, second], bucket: '' })))
}

/** One table of counts per number that the measure shows. Without rows the total is the only cell. */
function tablesOf(facts: Facts, layout: Spot[][], measure: MeasureId, period: number): Table[] {
  const at = (spot: Spot): readonly number[] =>
    countsOf(measure, facts.numbers({ level: 'rows', period, ...spot }, measure))
  const total = countsOf(measure, facts.numbers({ level: 'total', period, bucket: '', codes: [] }, measure))
  if (layout.length === 0) return total.map((count) => [[count]])
  const counts = layout.map((row) => row.map(at))
  return total.map((_, k) => counts.map((row) => row.map((cell) => cell[k] ?? 0)))
}

/** Hides the same cells in all tables, until each of them is safe. */
function hideTogether(tables: readonly Table[]): { cells: readonly (readonly boolean[])[]; total: boolean } {
  let cells: readonly (readonly boolean[])[] = []
  for (;;) {
    const found = tables.map((table) => suppressSmallCells(table, cells))
    const union = (tables[0] ?? []).map((row, i) =>
      row.map((_, j) => found.some((each) => each.cells[i]?.[j])),
    )
    if (JSON.stringify(union) === JSON.stringify(cells))
      return { cells, total: found.some((each) => each.total) }
    cells = union
  }
}
