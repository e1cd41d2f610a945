import type { Text } from '@fengsui/domain/metrics/model'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import { type Day, monthStart } from '@fengsui/domain/time/day'
import { bucketLabel } from '@fengsui/domain/time/grain'
import { type Period, periodLabel } from '@fengsui/domain/time/period'
import type { MemberLists } from '../office/member-lists.js'
import { type Facts, type Place, readFacts } from './facts.js'
import { type Remarks, footnotesOf } from './footnotes.js'
import { type Hidden, NOTHING_HIDDEN, type Withheld, hideSmall, withHiddenZeros } from './leaving.js'
import { type Plan, basePeriod } from './plan.js'
import { type Codes, inAskedOrder, inListOrder, rowKeys } from './row-keys.js'
import type { Row } from './run.js'
import type { LabelledPeriod, Table, TableBucket, TableRow, TableValue } from './table.js'
import { HIDDEN_VALUE, tableChange, valueOf } from './values.js'

/** What the answer says beside the counted rows. */
export interface Surroundings {
  readonly lists: MemberLists
  readonly locale: keyof Text
  readonly firstDay: Day
  readonly dataVersion: string
  /** Cases read, and ids of the sources they come from. */
  readonly cases: number
  readonly sources: readonly string[]
  readonly behind: Remarks['behind']
  /** What an answer that leaves must not say at all (`withheld.ts`). */
  readonly withheld?: Withheld
}

/** Turns the engine's rows into the answer: gaps and zeros, intervals, changes, labels, hidden numbers. */
export function tableOf(plan: Plan, counted: readonly Row[], about: Surroundings): Table {
  const { dimensions, measures, top, leaving } = plan.query
  const facts = readFacts(plan, counted)
  const all = rowKeys(plan, facts, about.lists)
  const hidden = leaving ? hideSmall(plan, facts, all, about.withheld) : NOTHING_HIDDEN
  const members = inListOrder(plan, about.lists, withHiddenZeros(plan, all, hidden))
  const shown = inAskedOrder(plan, facts, members, hidden).slice(0, top ?? Infinity)
  const cells = new Cells(plan, facts, hidden, about)
  const rows = plan.levels.includes('rows') ? shown.flatMap((codes) => cells.rows(codes)) : []
  const total = cells.total()
  const values = [...rows, total].flatMap((row) => row.values)
  const remarks: Remarks = {
    hidden: values.filter(({ state }) => state === 'suppressed').length,
    unknownShown: shown.some((codes) => codes.includes('')),
    immature: values.some(({ state }) => state === 'immature'),
    behind: about.behind,
  }
  return {
    period: labelled(basePeriod(plan), about.locale),
    comparedPeriods: plan.periods.flatMap(({ kind, period }) =>
      kind === 'base'
        ? []
        : [{ kind, label: COMPARISONS[kind].label[about.locale], period: labelled(period, about.locale) }],
    ),
    measures,
    dimensions,
    buckets: bucketsOf(plan, about.locale),
    rows: rows.length > 0 || plan.levels.includes('rows') ? rows : [{ ...total, labels: [] }],
    total,
    leftOut: members.length - shown.length,
    suppressed: remarks.hidden,
    asOf: plan.asOf,
    dataVersion: about.dataVersion,
    cases: total.values.some(({ state }) => state === 'suppressed') ? 0 : about.cases,
    sources: about.sources.map((id) => about.lists.label('source', id, about.locale)),
    footnotes: footnotesOf(plan, remarks, about.locale),
  }
}

const labelled = (period: Period, locale: keyof Text): LabelledPeriod => ({
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

/** Makes the cells of one answer. */
class Cells {
  constructor(
    private readonly plan: Plan,
    private readonly facts: Facts,
    private readonly hidden: Hidden,
    private readonly about: Surroundings,
  ) {}

  /** The rows of one member: one, or one per bucket. */
  rows(codes: Codes): TableRow[] {
    const { dimensions } = this.plan.query
    const labels = dimensions.map((id, i) => this.about.lists.label(id, codes[i] ?? '', this.about.locale))
    const row = (bucket: string, from: Day, index: number): TableRow => ({
      keys: codes,
      labels,
      bucket: bucket === '' ? null : bucket,
      values: this.values({ level: 'rows', bucket, codes }, from, index),
    })
    if (!this.plan.query.grain) return [row('', basePeriod(this.plan).from, -1)]
    return this.plan.buckets.map(({ key, from }, i) => row(key, from, i))
  }

  total(): TableRow {
    const place = { level: 'total', bucket: '', codes: [] } as const
    const label = { zh: '合计', en: 'Total' }[this.about.locale]
    return {
      keys: [],
      labels: [label],
      bucket: null,
      values: this.values(place, basePeriod(this.plan).from, -1),
    }
  }

  private values(place: Omit<Place, 'period'>, from: Day, bucket: number): TableValue[] {
    return this.plan.query.measures.map((id) => {
      const current = this.facts.numbers({ ...place, period: 0 }, id)
      const isHidden = this.hidden.isHidden(id, 0, place.codes, place.bucket)
      const changes = this.plan.periods.slice(1).map((_, i) => {
        const base = this.hasBase(i + 1, bucket) ? this.facts.numbers({ ...place, period: i + 1 }, id) : null
        const baseHidden = this.hidden.isHidden(id, i + 1, place.codes, place.bucket)
        return tableChange(id, current, base, isHidden || baseHidden, this.about.locale)
      })
      return { ...(isHidden ? HIDDEN_VALUE : valueOf(id, current, from, this.plan.asOf)), changes }
    })
  }

  /** Does the data reach back to what is compared with, and has the bucket a counterpart at all? */
  private hasBase(period: number, bucket: number): boolean {
    const compared = this.plan.periods[period]
    if (!compared) return false
    const from = bucket < 0 ? compared.period.from : (compared.starts[bucket] ?? '')
    const next = bucket < 0 ? undefined : compared.starts[bucket + 1]
    return (
      from >= monthStart(this.about.firstDay) &&
      from <= compared.period.to &&
      (next === undefined || next > from)
    )
  }
}
