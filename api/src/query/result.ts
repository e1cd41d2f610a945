import { type Watch, arrivalNote } from '@fengsui/domain/metrics/arrivals'
import type { Text } from '@fengsui/domain/metrics/model'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import type { Day } from '@fengsui/domain/time/day'
import { bucketLabel } from '@fengsui/domain/time/grain'
import { type Period, periodLabel } from '@fengsui/domain/time/period'
import type { MemberLists } from '../office/member-lists.js'
import type { Arrangement } from './arrangement.js'
import { Cells } from './cells.js'
import type { Facts } from './facts.js'
import { completenessIn } from './filling.js'
import { type Remarks, footnotesOf } from './footnotes.js'
import { OTHERS } from './leaving.js'
import { type Plan, basePeriod } from './plan.js'
import { type Codes, rankedValue } from './row-keys.js'
import { ranksOf } from './standing.js'
import type { LabelledPeriod, Table, TableBucket, TableRow } from './table.js'

/** What the answer says beside the counted numbers. */
export interface Surroundings {
  readonly id: string
  readonly lists: MemberLists
  readonly locale: keyof Text
  readonly firstDay: Day
  readonly dataVersion: string
  readonly behind: Remarks['behind']
  /** How late reports become known; null where the question has no use for it. */
  readonly watch: Watch | null
}

/** What an answer is made of: the plan, what was counted, what of it is shown, and the rest as one member. */
export interface Counted {
  readonly plan: Plan
  readonly facts: Facts
  readonly arrangement: Arrangement
  readonly others: { readonly plan: Plan; readonly facts: Facts } | null
}

const TOTAL: Text = { zh: '合计', en: 'Total' }
const REST: Text = { zh: '其他', en: 'Others' }

/** Turns what was counted into the answer: gaps and zeros, intervals, changes, places, labels, hidden numbers. */
export function tableOf({ plan, facts, arrangement, others }: Counted, about: Surroundings): Table {
  const { measures, dimensions } = plan.query
  const { members, shown, hidden } = arrangement
  const { lists, locale } = about
  const { watch } = about
  const filling = watch?.kind === 'watched' ? completenessIn(plan, watch.known) : null
  const surroundings = { ...about, completeness: filling }
  const cells = new Cells(plan, facts, hidden, surroundings)
  const hasRows = plan.levels.includes('rows')
  const places = placesOf(plan, facts, arrangement, lists)
  const rows = hasRows ? shown.flatMap((codes) => rowsOf(cells, plan, codes, about, places)) : []
  const rest = others
    ? new Cells(others.plan, others.facts, hidden, surroundings, cells)
        .series([], OTHERS)
        .map((row) => ({ keys: [], labels: [REST[locale]], ...row }))
    : []
  const total: TableRow = { keys: [], labels: [TOTAL[locale]], bucket: null, values: cells.total() }
  const values = [...rows, ...rest, total].flatMap((row) => row.values)
  const remarks: Remarks = {
    hidden: values.filter(({ state }) => state === 'suppressed').length,
    unknownShown: shown.some((codes) => codes.includes('')),
    immature: values.some(({ state }) => state === 'immature'),
    behind: about.behind,
    watch: about.watch,
  }
  return {
    id: about.id,
    period: labelled(basePeriod(plan), locale),
    comparedPeriods: plan.periods.flatMap(({ kind, period }) =>
      kind === 'base'
        ? []
        : [{ kind, label: COMPARISONS[kind].label[locale], period: labelled(period, locale) }],
    ),
    measures,
    dimensions,
    buckets: bucketsOf(plan, locale),
    rows: hasRows ? rows : [{ ...total, labels: [] }],
    others: rest,
    total,
    leftOut: members.length - shown.length,
    suppressed: remarks.hidden,
    asOf: plan.asOf,
    dataVersion: about.dataVersion,
    cases: total.values.some(({ state }) => state === 'suppressed') ? 0 : facts.cases,
    sources: facts.sources.map((id) => lists.label('source', id, locale)),
    footnotes: footnotesOf(plan, remarks, lists, locale),
    arrival: watch && arrivalNote(watch)[locale],
  }
}

/** Places by measure and member; none on a time axis. */
type Places = readonly ReadonlyMap<Codes, number | null>[]

function rowsOf(cells: Cells, plan: Plan, codes: Codes, about: Surroundings, places: Places): TableRow[] {
  const labels = plan.query.dimensions.map((id, i) => about.lists.label(id, codes[i] ?? '', about.locale))
  const placeOf = (measure: number): number | null => places[measure]?.get(codes) ?? null
  return cells.series(codes, codes, placeOf).map(({ bucket, values }) => ({
    keys: codes,
    labels,
    bucket,
    values,
  }))
}

/** A value that is hidden, missing, of too few cases or of 未知 takes no place; those cut off by `top` keep theirs. */
function placesOf(plan: Plan, facts: Facts, { members, hidden }: Arrangement, lists: MemberLists): Places {
  const { dimensions, grain, measures, orderBy } = plan.query
  if (dimensions.length === 0 || grain) return []
  const known = members.filter((codes) => !codes.includes(''))
  return measures.map((measure) => {
    const values = known.map((codes) => {
      const { value, isFew } = rankedValue(plan, { facts, lists, hidden }, measure, codes)
      return isFew ? null : value
    })
    const direction = orderBy?.measure === measure ? orderBy.direction : 'desc'
    const ranks = ranksOf(values, direction)
    return new Map(known.map((codes, i) => [codes, ranks[i] ?? null]))
  })
}

/** A period with the name that people read. */
export const labelled = (period: Period, locale: keyof Text): LabelledPeriod => ({
  from: period.from,
  to: period.to,
  label: periodLabel(period, locale),
})

function bucketsOf(plan: Plan, locale: keyof Text): TableBucket[] {
  const { grain } = plan.query
  if (!grain) return []
  return plan.buckets.map(({ key, to, partial }) => ({
    key,
    label: bucketLabel(key, grain, locale),
    to,
    partial,
  }))
}
