import type { ClickHouseClient } from '@clickhouse/client'
import { SMALL_BASE } from '@fengsui/domain/metrics/change'
import { type FairTimes, fairTimes } from '@fengsui/domain/statistics/fairness/fair-times'
import { roundHalfUp } from '@fengsui/domain/statistics/round'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import { selectionOf } from '../query/case-list/selection.js'
import { planQuery } from '../query/pipeline.js'
import { basePeriod } from '../query/plan.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { parseRequest } from '../query/request.js'
import { labelled } from '../query/result.js'
import { type Row, runQuery, unavailable } from '../query/run.js'
import type { ClosingTimes, ClosingTimesArgs } from './closing-times.models.js'
import { compileTimes } from './compile.js'

interface Unit {
  readonly code: string
  readonly cases: number
  readonly median: number
  readonly mean: number
  readonly squares: number
}

/** Ranks units by the time to close, as far as chance lets it be said. */
export class ClosingTimesService {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
  ) {}

  /** @param input period and filters as they came in; they are checked here. */
  async times(
    input: ClosingTimesArgs,
    { session, locale, signal }: Caller,
  ): Promise<ClosingTimes | Rejection> {
    const query = parseRequest({ ...input, measures: ['medianDays'], dimensions: ['department'] })
    if (isRejection(query)) return query
    const known = await this.states.known()
    if (!known?.asOf) return unavailable()
    const { asOf, firstDay } = known
    const context = {
      lists: this.lists,
      scope: session.scope,
      asOf,
      firstDay: firstDay ?? asOf,
      through: null,
    }
    const plan = planQuery(query, context)
    if (isRejection(plan)) return plan
    // What is hidden in one table could be told from two of these.
    if (plan.guarded && query.filters.length > 0) return noFilters()
    const selection = selectionOf(plan, {
      measure: 'medianDays',
      keys: [],
      bucket: null,
      comparison: null,
      which: 'all',
    })
    if (selection === null) throw new Error('internal: a number without cases')
    const rows = await runQuery(this.client, compileTimes(selection), signal)
    if (isRejection(rows)) return rows
    const units = rows.map(unitOf)
    // Fewer cases say nothing of a unit, and would tell of its cases one by one.
    const ranked = units.filter(({ cases }) => cases >= SMALL_BASE)
    const times = timesOf(ranked)
    return {
      periodLabel: labelled(basePeriod(plan), locale).label,
      finding: findingOf(times, locale),
      typical: times && roundHalfUp(times.typical, 1),
      isDetectable: times?.isDetectable ?? false,
      units: ranked
        .flatMap((unit, i) => this.told(unit, times?.units[i], locale))
        .sort((a, b) => a.rank - b.rank || b.cases - a.cases),
      tooFew: units
        .filter(({ cases }) => cases < SMALL_BASE)
        .map(({ code }) => this.lists.label('department', code, locale)),
    }
  }

  private told(
    { code, cases, median }: Unit,
    time: FairTimes['units'][number] | undefined,
    locale: Locale,
  ): ClosingTimes['units'] {
    if (!time) return []
    const { estimate, interval, rank, group } = time
    return [
      {
        ...{ code, label: this.lists.label('department', code, locale), cases, median, group },
        estimate: roundHalfUp(estimate, 1),
        lower: roundHalfUp(interval.lower, 1),
        upper: roundHalfUp(interval.upper, 1),
        rank: roundHalfUp(rank.expected, 1),
        firstRank: rank.lower,
        lastRank: rank.upper,
      },
    ]
  }
}

const unitOf = ({ unit, cases, median, mean, squares }: Row): Unit => ({
  code: String(unit),
  cases: Number(cases),
  median: Number(median),
  mean: Number(mean),
  squares: Number(squares),
})

/** Null where too few units have cases, or none of their times differ. */
function timesOf(units: readonly Unit[]): FairTimes | null {
  const spread = units.reduce((sum, { squares }) => sum + squares, 0)
  return units.length < 2 || spread === 0
    ? null
    : fairTimes(units.map(({ cases, mean, squares }) => ({ n: cases, mean, squares })))
}

function findingOf(times: FairTimes | null, locale: Locale): string {
  if (times === null) return TOO_LITTLE[locale]
  const { units, isDetectable } = times
  const count = (group: string): number => units.filter((unit) => unit.group === group).length
  const [ahead, behind, chance] = [count('ahead'), count('behind'), count('withinChance')]
  if (!isDetectable)
    return {
      zh: `${units.length}个单位之间无可检出的差别，不宜排先后`,
      en: `No difference between the ${units.length} units can be detected`,
    }[locale]
  return {
    zh: `${units.length}个单位中，${ahead}个明显较快，${behind}个明显较慢，${chance}个的差别在偶然范围内、不宜排先后`,
    en: `Of ${units.length} units ${ahead} are clearly faster, ${behind} clearly slower; ${chance} differ within chance`,
  }[locale]
}

const noFilters = (): Rejection =>
  reject(
    'forbidden',
    'filters',
    '您的角色看隐去小数的统计，用时比较不能再加筛选；请清除筛选。',
    'Your role sees numbers with small ones hidden; take the filters away.',
  )

const TOO_LITTLE: Readonly<Record<Locale, string>> = {
  zh: '样本不足：期内办结满5件的单位不到2个，或用时没有差别，不能比较；请选更长的期间',
  en: 'Too little to compare: fewer than two units have closed 5 cases, or their times do not differ',
}
