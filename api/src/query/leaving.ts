import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { Measure } from '@fengsui/domain/metrics/model'
import { partsOf } from '@fengsui/domain/metrics/parts'
import type { TimeRole } from '@fengsui/domain/metrics/time-roles'
import { suppressSmallCells } from '@fengsui/domain/privacy/small-cells'
import type { Facts, Numbers } from './facts.js'
import type { Plan } from './plan.js'
import { type Rejection, reject } from './rejection.js'
import type { Codes } from './row-keys.js'

/** Stands for all members that `top` left out. */
export const OTHERS: Codes = ['\u0000others']

/** Which numbers of an answer must not leave the office. */
export interface Hidden {
  /** `codes` empty and `bucket` '' = the total. */
  isHidden(measure: MeasureId, period: number, codes: Codes, bucket: string): boolean
}

/** Is a measure hidden altogether, rows and total, in one of the plan's periods? */
export type Withheld = (measure: MeasureId, period: number) => boolean

/** Nothing is hidden from those who work with the cases. */
export const NOTHING_HIDDEN: Hidden = { isHidden: () => false }

/** The case counts of one attribution date that a measure's value rests on: few without the property are few as well. */
function countsOf(id: MeasureId, role: TimeRole, { n, k }: Numbers): readonly number[] {
  const measure: Measure = MEASURES[id]
  const parts = partsOf(measure)
  if (measure.aggregate.kind === 'ratio') return [n, k, n - k]
  if (role === parts.n.role) return [n]
  return parts.k?.role === role && parts.k.fold.kind === 'count' ? [k] : []
}

/** The attribution dates of a measure: a rate has two. */
const rolesOf = (id: MeasureId): readonly TimeRole[] => {
  const { n, k } = partsOf(MEASURES[id])
  return k && k.role !== n.role ? [n.role, k.role] : [n.role]
}

/** What stands beside the members where `top` has cut the table: the numbers of all that it left out. */
export interface CutTable {
  readonly shown: readonly Codes[]
  readonly others: Facts
}

/**
 * Finds what an answer that leaves the office must hide, in the table of all its members before any are cut off.
 * Measures with one attribution date speak of the same cases, so a place hidden for one is hidden for all of them.
 * Where the table is cut and the rest is told as one member (其他), the cut table is looked at as well, with what the
 * whole one hides as hidden already.
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
  { withheld = () => false, cut = null }: { withheld?: Withheld; cut?: CutTable | null } = {},
): Hidden {
  const hidden = new Set<string>()
  const layouts = [{ layout: layoutOf(plan, keys), at: facts }]
  if (cut) layouts.push({ layout: listOf(plan, [...cut.shown, OTHERS]), at: withOthers(facts, cut.others) })
  const { measures } = plan.query
  const roles = [...new Set(measures.flatMap(rolesOf))]
  for (const { layout, at } of layouts) {
    for (const role of roles) {
      plan.periods.forEach((_, period) => {
        const known = layout.map((row) =>
          row.map(({ codes, bucket }) => hidden.has(placeOf(role, period, codes, bucket))),
        )
        const tables = measures.flatMap((measure) => tablesOf(at, layout, { measure, role, period }))
        const { cells, total } = hideTogether(tables, known)
        layout.forEach((row, i) =>
          row.forEach(({ codes, bucket }, j) => {
            if (cells[i]?.[j]) hidden.add(placeOf(role, period, codes, bucket))
          }),
        )
        if (total) hidden.add(placeOf(role, period, [], ''))
      })
    }
  }
  return {
    isHidden: (measure, period, codes, bucket) =>
      withheld(measure, period) ||
      rolesOf(measure).some((role) => hidden.has(placeOf(role, period, codes, bucket))),
  }
}

/** The facts of a cut table: those of the members, and those of the rest under the code of 其他. */
const withOthers = (facts: Facts, others: Facts): Facts => ({
  ...facts,
  numbers: (place, measure) =>
    place.codes === OTHERS ? others.numbers({ ...place, codes: [] }, measure) : facts.numbers(place, measure),
})

/** Hiding small cells takes time that grows faster than the table; one of this size takes about half a second. */
const MOST_GUARDED_CELLS = 3000

/** A table whose small cells would have to be hidden is refused when it is too large for that; null: it is not. */
export function refusalOfSize(plan: Plan, keys: readonly Codes[]): Rejection | null {
  if (!plan.guarded) return null
  const cells = layoutOf(plan, keys).reduce((sum, row) => sum + row.length, 0)
  if (cells <= MOST_GUARDED_CELLS) return null
  return reject(
    'queryTooLarge',
    'dimensions',
    `要隐去小数的表最多${MOST_GUARDED_CELLS}格，这张有${cells}格；请换成上一级维度、较粗的时间粒度，或加筛选条件。`,
    `A table whose small numbers are hidden has ${MOST_GUARDED_CELLS} cells at most, this one ${cells}; choose a coarser level or grain, or filter.`,
  )
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
  const { dimensions } = plan.query
  if (dimensions.length === 0) return plan.buckets.map(({ key }) => [{ codes: [], bucket: key }])
  if (plan.buckets.length > 0 || dimensions.length === 1) return listOf(plan, keys)
  const firsts = [...new Set(keys.map((codes) => codes[0] ?? ''))]
  const seconds = [...new Set(keys.map((codes) => codes[1] ?? ''))]
  return firsts.map((first) => seconds.map((second) => ({ codes: [first, second], bucket: '' })))
}

/** The members, each by itself: with their buckets, or one number each. */
function listOf({ buckets }: Plan, keys: readonly Codes[]): Spot[][] {
  const columns = buckets.length > 0 ? buckets.map(({ key }) => key) : ['']
  return keys.map((codes) => columns.map((bucket) => ({ codes, bucket })))
}

/** One table of counts per number that the measure shows of an attribution date. Without rows the total is the only cell. */
function tablesOf(
  facts: Facts,
  layout: Spot[][],
  { measure, role, period }: { measure: MeasureId; role: TimeRole; period: number },
): Table[] {
  if (!rolesOf(measure).includes(role)) return []
  const at = (spot: Spot): readonly number[] =>
    countsOf(measure, role, facts.numbers({ level: 'rows', period, ...spot }, measure))
  const total = countsOf(
    measure,
    role,
    facts.numbers({ level: 'total', period, bucket: '', codes: [] }, measure),
  )
  if (layout.length === 0) return total.map((count) => [[count]])
  const counts = layout.map((row) => row.map(at))
  return total.map((_, k) => counts.map((row) => row.map((cell) => cell[k] ?? 0)))
}

/** Hides the same cells in all tables, until each of them is safe. */
function hideTogether(
  tables: readonly Table[],
  known: readonly (readonly boolean[])[],
): { cells: readonly (readonly boolean[])[]; total: boolean } {
  let cells = known
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
