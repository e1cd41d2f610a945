import type { MeasureId } from '@fengsui/domain/metrics/measures'
import { type Day, addDays } from '@fengsui/domain/time/day'
import type { Bucket } from '@fengsui/domain/time/grain'
import type { Period } from '@fengsui/domain/time/period'
import type { Asking, ToldRow, ToldValue } from './answer-shape.js'
import type { Group, Timed, World } from './naive-answer.js'
import { naiveChange } from './naive-change.js'
import { type Made, made } from './naive-figures.js'
import { NAIVE_MEASURES, type NaiveMeasure, isAdditive } from './naive-measures.js'
import { type Picked, exposureOf, livingIn, membersOf } from './naive-members.js'

interface Frame {
  readonly base: Period
  readonly times: readonly Timed[]
  readonly buckets: readonly Bucket[]
  /** Does the data reach back to a day? */
  readonly hasBase: (from: Day) => boolean
}

/** Which row it is, for what depends on more than its own cases. */
interface About {
  /** The rest of all cases, beside the members that are shown. */
  readonly isRest?: readonly Group[]
}

const FEW = 5
const isTotal = ({ making }: NaiveMeasure): boolean => making.kind === 'number' || making.kind === 'sum'
const isFew = (measure: NaiveMeasure, n: number): boolean =>
  !isTotal(measure) && measure.making.kind !== 'density' && n < FEW

/** Turns counted members into rows: states, changes, shares, places and running sums. */
export class NaiveRows {
  constructor(
    private readonly asking: Asking,
    private readonly world: World,
    private readonly frame: Frame,
    private readonly all: Group,
  ) {}

  /** The members in the order asked for; where it leaves a choice, as given. */
  ordered(members: readonly Group[]): readonly Group[] {
    const { orderBy, top, measures } = this.asking
    const by = orderBy?.measure ?? (top === null ? undefined : measures[0])
    if (by === undefined) return members
    const sign = orderBy?.direction === 'asc' ? 1 : -1
    const figures = members.map((group) => ({ group, ...this.whole(group, by) }))
    figures.sort((a, b) => {
      if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1
      // To nine decimals: what is interpolated in another way has other last digits.
      return sign * (Math.round(a.value * 1e9) - Math.round(b.value * 1e9)) || b.n - a.n
    })
    return figures.map(({ group }) => group)
  }

  /** The rows of the members that are shown, each with its place among all members. */
  ranked(members: readonly Group[], shown: readonly Group[]): ToldRow[] {
    const { measures, orderBy, grain, dimensions } = this.asking
    const places = measures.map((id) => {
      const values = members
        .filter(({ keys }) => !keys.includes(''))
        .map((group) => this.whole(group, id))
        .flatMap(({ value, n }) => (value === null || isFew(NAIVE_MEASURES[id], n) ? [] : [value]))
      const isAscending = orderBy?.measure === id && orderBy.direction === 'asc'
      return ({ value }: ToldValue): number =>
        1 + values.filter((other) => (isAscending ? other < Number(value) : other > Number(value))).length
    })
    const hasPlaces = grain === null && dimensions.length > 0
    return shown.flatMap((group) =>
      this.series(group).map((row) => ({
        ...row,
        values: row.values.map((value, m) => {
          const isPlaced =
            hasPlaces && !row.keys.includes('') && value.value !== null && value.state !== 'tooFew'
          return isPlaced ? { ...value, rank: places[m]?.(value) ?? null } : value
        }),
      })),
    )
  }

  /** A member's row, or its rows by bucket. */
  series(group: Group, about: About = {}): ToldRow[] {
    const { measures, grain } = this.asking
    if (grain === null) return [{ keys: group.keys, bucket: null, values: this.values(group, null, about) }]
    const sums = measures.map(() => 0)
    return this.frame.buckets.map(({ key }, i) => {
      const values = this.values(group, i, about).map((value, m) => {
        sums[m] = (sums[m] ?? 0) + (value.value ?? 0)
        return isAdditive(this.measure(m)) ? { ...value, cumulative: sums[m] ?? 0 } : value
      })
      return { keys: group.keys, bucket: key, values }
    })
  }

  total(): ToldRow {
    const values = this.values(this.all, null, {}).map((value) => ({ ...value, share: null }))
    return { keys: [], bucket: null, values }
  }

  private measure(m: number): NaiveMeasure {
    return NAIVE_MEASURES[this.asking.measures[m] ?? 'received']
  }

  private whole(group: Group, id: MeasureId): Made {
    return this.figure(group, this.asking.measures.indexOf(id), 0, null, {})
  }

  private figure(group: Group, m: number, period: number, bucket: number | null, about: About): Made {
    const measure = this.measure(m)
    const tallied = group.tallies[m]?.[period]
    const gathered = bucket === null ? tallied?.whole : tallied?.slots[bucket]
    const exposure = measure.making.kind === 'density' ? this.exposure(measure.making.of, group, about) : null
    return made(measure, gathered ?? { cases: [], events: [] }, this.world.asOf, exposure)
  }

  private values(group: Group, bucket: number | null, about: About): ToldValue[] {
    const { asOf } = this.world
    const { base, times, buckets, hasBase } = this.frame
    const from = bucket === null ? base.from : (buckets[bucket]?.from ?? base.from)
    const isOfBucket = bucket !== null && this.asking.dimensions.length > 0
    return this.asking.measures.map((id, m): ToldValue => {
      const measure = NAIVE_MEASURES[id]
      const now = this.figure(group, m, 0, bucket, about)
      const all = this.figure(this.all, m, 0, isOfBucket ? bucket : null, {}).value
      const changes = times.slice(1).map((time, i) => {
        const span = bucket === null ? time.period : time.spans[bucket]
        const base = span && hasBase(span.from) ? this.figure(group, m, i + 1, bucket, about) : null
        return naiveChange(measure.unit, now, base)
      })
      const share = isAdditive(measure) && all !== null && all !== 0 ? (now.value ?? 0) / all : null
      const { maturity } = measure
      const state = stateOf(measure, now, maturity !== undefined && from > addDays(asOf, -maturity))
      return { ...now, state, share, rank: null, cumulative: null, changes }
    })
  }

  private exposure(of: 'population' | 'enterprises', { keys }: Group, { isRest }: About): number | null {
    const { office, sees } = this.world
    const { dimensions, filters, reach } = this.asking
    const own = sees === 'all' || reach === 'office' ? [] : sees
    // Cases of this or that list: nobody knows how many people stand behind them.
    if (own.length > 1) return null
    const row = keys.map((code, i): Picked => ({ dimension: dimensions[i] ?? 'region1', in: [code] }))
    return exposureOf(office, of, [...row, ...filters, ...own, ...this.rest(isRest)], this.frame.base)
  }

  /** Where the rest comes from: the members of the list that are not shown. */
  private rest(shown: readonly Group[] | undefined): Picked[] {
    const [dimension, ...more] = this.asking.dimensions
    if (!shown || dimension === undefined || more.length > 0) return []
    const codes = livingIn(membersOf(this.world.office, dimension), this.frame.base)
      .map(({ code }) => code)
      .filter((code) => !shown.some(({ keys }) => keys[0] === code))
    return [{ dimension, in: codes }]
  }
}

function stateOf(measure: NaiveMeasure, { value, n }: Made, isYoung: boolean): string {
  if (isTotal(measure)) return 'ok'
  if (value === null) return isYoung ? 'immature' : 'noData'
  return isFew(measure, n) ? 'tooFew' : 'ok'
}
