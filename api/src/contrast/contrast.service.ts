import type { ClickHouseClient } from '@clickhouse/client'
import { SMALL_BASE } from '@fengsui/domain/metrics/change'
import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import {
  type Contrasted,
  type Pair,
  againstRest,
  againstThen,
} from '@fengsui/domain/statistics/combinations/contrast'
import { lengthInDays } from '@fengsui/domain/time/day'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import { type Selection, selectionOf } from '../query/case-list/selection.js'
import { planQuery } from '../query/pipeline.js'
import { type Plan, basePeriod } from '../query/plan.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { parseRequest } from '../query/request.js'
import { labelled } from '../query/result.js'
import { runQuery, unavailable } from '../query/run.js'
import { type Against, comparisonOf } from './against.js'
import { axesOf } from './axes.js'
import { compileCounts, compileTotals } from './compile.js'
import type { Contrast, ContrastArgs, ContrastedMember } from './contrast.models.js'
import { findingOf } from './finding.js'
import { noFilters, smallHidden } from './refusals.js'

/** The part of false discoveries that the list of what is sure may hold. */
const SURE = 0.05
/** More members than this nobody reads. */
const MOST = 30

/** The cases looked at, and those from which what they are held against is taken. */
interface Sides {
  readonly plan: Plan
  readonly here: Selection
  readonly there: Selection
}

interface Counts {
  readonly cases: number
  readonly enterprises: number
  readonly most: number
  /** By dimension and code. */
  readonly members: ReadonlyMap<string, number>
}

/** Says why a number is high: what is commoner in its cases than in those they are held against. */
export class ContrastService {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
  ) {}

  /** @param input period, filters and what is compared, as they came in; they are checked here. */
  async contrast(input: ContrastArgs, caller: Caller): Promise<Contrast | Rejection> {
    const { against } = input
    const sides = await this.sidesOf(input, caller)
    if (isRejection(sides)) return sides
    const axes = axesOf(sides.plan.query.filters, against)
    const [here, all] = await Promise.all([
      this.count(sides.here, axes, caller.signal),
      this.count(sides.there, axes, caller.signal),
    ])
    if (isRejection(here)) return here
    if (isRejection(all)) return all
    const there = against === 'rest' ? without(all, here) : all
    const contrasted = contrastOf(sides, here, there, against)
    return this.told(sides, { here, there, contrasted, against }, caller.locale)
  }

  private async sidesOf(
    { period, filters, against }: ContrastArgs,
    { session: { scope } }: Caller,
  ): Promise<Sides | Rejection> {
    const kind = comparisonOf(against)
    const asked = { period, measures: ['received'], comparisons: kind === null ? [] : [kind] }
    const [query, whole] = [parseRequest({ ...asked, filters }), parseRequest(asked)]
    if (isRejection(query)) return query
    if (isRejection(whole)) return whole
    if (query.filters.length === 0) return noFilters()
    // What is hidden in one table could be told from two of these.
    if (scope.smallCells === 'always') return smallHidden()
    const known = await this.states.known()
    if (!known?.asOf) return unavailable()
    const { asOf, firstDay } = known
    const context = { lists: this.lists, scope, asOf, firstDay: firstDay ?? asOf, through: null }
    const [plan, wide] = [planQuery(query, context), planQuery(whole, context)]
    if (isRejection(plan)) return plan
    if (isRejection(wide)) return wide
    const number = { measure: 'received', keys: [], bucket: null, which: 'all' } as const
    const here = selectionOf(plan, { ...number, comparison: null })
    const there = selectionOf(kind === null ? wide : plan, { ...number, comparison: kind })
    if (!here || !there) throw new Error('internal: a number without cases')
    return { plan, here, there }
  }

  private async count(
    selection: Selection,
    axes: readonly DimensionId[],
    signal: AbortSignal,
  ): Promise<Counts | Rejection> {
    const [totals, rows] = await Promise.all([
      runQuery(this.client, compileTotals(selection), signal),
      axes.length === 0 ? [] : runQuery(this.client, compileCounts(selection, axes), signal),
    ])
    if (isRejection(totals)) return totals
    if (isRejection(rows)) return rows
    const [total] = totals
    return {
      cases: Number(total?.cases ?? 0),
      enterprises: Number(total?.enterprises ?? 0),
      most: Number(total?.most ?? 0),
      members: new Map(
        rows.map(({ dimension, member, cases }) => [`${String(dimension)}:${String(member)}`, Number(cases)]),
      ),
    }
  }

  private told(
    { plan }: Sides,
    found: { here: Counts; there: Counts; contrasted: ReadonlyMap<string, Contrasted>; against: Against },
    locale: Locale,
  ): Contrast {
    const { here, there, contrasted, against } = found
    const members = [...contrasted].map(([key, member]) => this.memberOf(key, member, locale)).sort(byWeight)
    const other = plan.periods.find(({ kind }) => kind === comparisonOf(against))?.period
    const totals = { here: here.cases, there: there.cases }
    return {
      finding: findingOf({ ...totals, against, members }, locale),
      periodLabel: labelled(basePeriod(plan), locale).label,
      againstLabel: labelled(other ?? basePeriod(plan), locale).label,
      ...totals,
      enterprises: here.enterprises,
      most: here.most,
      tested: members.length,
      members: members.slice(0, MOST),
    }
  }

  private memberOf(key: string, { q, ...member }: Contrasted, locale: Locale): ContrastedMember {
    const [dimension = '', code = ''] = splitKey(key)
    const label = this.lists.label(dimension as DimensionId, code, locale)
    return { dimension, code, label, ...member, q, isSure: q <= SURE }
  }
}

/** Codes may hold a colon, dimensions hold none. */
const splitKey = (key: string): readonly [string, string] => {
  const at = key.indexOf(':')
  return [key.slice(0, at), key.slice(at + 1)]
}

/** The sure ones first; each part by how many cases are more than expected. */
const byWeight = (a: ContrastedMember, b: ContrastedMember): number =>
  Number(b.isSure) - Number(a.isSure) || b.here - b.expected - (a.here - a.expected)

const without = (all: Counts, here: Counts): Counts => ({
  ...all,
  cases: all.cases - here.cases,
  members: new Map([...all.members].map(([key, cases]) => [key, cases - (here.members.get(key) ?? 0)])),
})

const isSameAxis = (one: string, other: string): boolean => splitKey(one)[0] === splitKey(other)[0]

/** Where all cases are alike there is nothing to tell apart, and where they are too few nothing to say. */
function contrastOf(
  { here: { span }, there: { span: then } }: Sides,
  here: Counts,
  there: Counts,
  against: Against,
): ReadonlyMap<string, Contrasted> {
  if (here.cases < SMALL_BASE || there.cases === 0) return new Map()
  const all = [...new Set([...here.members.keys(), ...there.members.keys()])]
  const keys = all.filter((key) => all.some((other) => other !== key && isSameAxis(other, key)))
  const pairs = keys.map((key): Pair => ({
    here: here.members.get(key) ?? 0,
    there: there.members.get(key) ?? 0,
  }))
  const contrasted =
    against === 'rest'
      ? againstRest(pairs, { here: here.cases, there: there.cases })
      : againstThen(pairs, {
          here: lengthInDays(span.from, span.to),
          there: lengthInDays(then.from, then.to),
        })
  return new Map(contrasted.map((member, i) => [keys[i] ?? '', member]))
}
