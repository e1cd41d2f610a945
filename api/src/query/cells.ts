import { fillingUp, isFilling } from '@fengsui/domain/metrics/arrivals'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { Measure } from '@fengsui/domain/metrics/model'
import { type Day, monthStart } from '@fengsui/domain/time/day'
import type { MemberLists } from '../office/member-lists.js'
import { divisorOf } from './exposure.js'
import type { Completeness } from './filling.js'
import type { Facts, Numbers, Place } from './facts.js'
import type { Hidden } from './leaving.js'
import { type Plan, basePeriod } from './plan.js'
import type { Codes } from './row-keys.js'
import { runningSums, shareOf } from './standing.js'
import type { TableNowcast, TableValue } from './table.js'
import { HIDDEN_VALUE, type Plain, tableChange, valueOf } from './values.js'

type Values = readonly TableValue[]

/** The place of a row's values among others, by the measure's position. */
type PlaceOf = (measure: number) => number | null
const NOWHERE: PlaceOf = () => null

/** What of a value stands beside others. */
type Standing = Pick<TableValue, 'share' | 'rank' | 'cumulative' | 'changes' | 'nowcast'>
const ALONE: Standing = { share: null, rank: null, cumulative: null, changes: [], nowcast: null }

/** Written out field by field: a screen has thousands of them, and copying objects into one another costs most of it. */
function standing({ value, n, k, lower, upper, state }: Plain, among: Standing): TableValue {
  const { share, rank, cumulative, changes, nowcast } = among
  return { value, n, k, lower, upper, state, share, rank, cumulative, changes, nowcast }
}

interface Surroundings {
  readonly lists: MemberLists
  readonly locale: 'zh' | 'en'
  readonly firstDay: Day
  /** Null where the last days are whole, or how whole they are is not known. */
  readonly completeness?: Completeness | null
}

/** Makes the values of one answer, place by place. */
export class Cells {
  private readonly wholes = new Map<string, Values>()

  /** @param parent those of the answer of which this one tells a part (其他): its shares are parts of that. */
  constructor(
    private readonly plan: Plan,
    private readonly facts: Facts,
    private readonly hidden: Hidden,
    private readonly about: Surroundings,
    private readonly parent: Cells | null = null,
  ) {}

  /**
   * The values of a member: one row, or one a bucket.
   *
   * @param codes [] for everything; @param as under which codes its numbers may be hidden.
   * @param placeOf its places among all members.
   */
  series(codes: Codes, as: Codes = codes, placeOf = NOWHERE): { bucket: Day | null; values: Values }[] {
    const { grain, measures } = this.plan.query
    if (!grain)
      return [{ bucket: null, values: this.at({ level: 'rows', bucket: '', codes }, as, -1, placeOf) }]
    const rows = this.plan.buckets.map(({ key }, i) => ({
      bucket: key,
      values: this.at({ level: 'rows', bucket: key, codes }, as, i, placeOf),
    }))
    const sums = measures.map((id, m) =>
      isAdditive(id) ? runningSums(rows.map(({ values }) => values[m] ?? HIDDEN_VALUE)) : null,
    )
    return rows.map(({ bucket, values }, i) => ({
      bucket,
      values: values.map((value, m) =>
        standing(value, {
          share: value.share,
          rank: value.rank,
          cumulative: sums[m]?.[i] ?? null,
          changes: value.changes,
          nowcast: value.nowcast,
        }),
      ),
    }))
  }

  total(): Values {
    return this.at({ level: 'total', bucket: '', codes: [] }, [], -1, NOWHERE)
  }

  private at(
    { level, bucket: key, codes }: Omit<Place, 'period'>,
    as: Codes,
    bucket: number,
    placeOf: PlaceOf,
  ): Values {
    const { lists, locale } = this.about
    const { asOf, periods, query } = this.plan
    const from = this.plan.buckets[bucket]?.from ?? basePeriod(this.plan).from
    const whole = level === 'total' ? [] : (this.parent ?? this).whole(key)
    const compared = periods.slice(1)
    const hasBase = compared.map((_, i) => this.hasBase(i + 1, bucket))
    return query.measures.map((id, m) => {
      const numbersOf = (period: number): Numbers =>
        this.facts.numbers({ level, bucket: key, codes, period }, id)
      const numbers = numbersOf(0)
      const divisor = divisorOf(this.plan, lists, id, codes)
      const isHidden = this.hidden.isHidden(id, 0, as, key)
      const value = isHidden ? HIDDEN_VALUE : valueOf(id, numbers, { from, asOf, divisor })
      const changes = compared.map((_, i) => {
        const base = hasBase[i] ? numbersOf(i + 1) : null
        const hidden = isHidden || this.hidden.isHidden(id, i + 1, as, key)
        return tableChange(id, numbers, base, { hidden, divisor, locale })
      })
      const over = whole[m]
      const share = isAdditive(id) && over ? shareOf(value, over) : null
      const nowcast = isHidden || level !== 'rows' ? null : this.nowcast(id, numbers.n, bucket)
      return standing(value, { share, rank: placeOf(m), cumulative: null, changes, nowcast })
    })
  }

  /**
   * What the number of a bucket will be when all of it is known. Of a member without any nothing is said: most have none at
   * the end as well, and the interval, which knows nothing of the member, would say one or two of each.
   */
  private nowcast(id: MeasureId, count: number, bucket: number): TableNowcast | null {
    const days = this.plan.buckets[bucket]
    const completeness = this.about.completeness
    if (!days || !completeness || !isFilling(id)) return null
    if (count === 0 && this.plan.query.dimensions.length > 0) return null
    const found = fillingUp(count, completeness(days.from, days.to))
    return (
      found && {
        expected: found.expected,
        lower: found.lower,
        upper: found.upper,
        completeness: found.completeness,
      }
    )
  }

  /** What a row is a part of: all cases of its bucket, or all cases. Without members a bucket is a part of the period. */
  private whole(bucket: string): Values {
    const isOfBucket = bucket !== '' && this.plan.levels.includes('buckets')
    const key = isOfBucket ? bucket : ''
    const known = this.wholes.get(key)
    if (known) return known
    const level = isOfBucket ? 'buckets' : 'total'
    const measures = this.plan.query.measures.map((id): TableValue => {
      const numbers = this.facts.numbers({ level, period: 0, bucket: key, codes: [] }, id)
      const { asOf } = this.plan
      const isHidden = this.hidden.isHidden(id, 0, [], key)
      const value = isHidden ? HIDDEN_VALUE : valueOf(id, numbers, { from: asOf, asOf, divisor: null })
      return standing(value, ALONE)
    })
    this.wholes.set(key, measures)
    return measures
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

const isAdditive = (id: MeasureId): boolean => (MEASURES[id] as Measure).additive
