import type { Counted } from '@fengsui/domain/metrics/change'
import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { MemberLists } from '../office/member-lists.js'
import type { Facts } from './facts.js'
import type { Hidden } from './leaving.js'
import { type Condition, type Plan, basePeriod } from './plan.js'
import { divisorOf } from './exposure.js'
import { countedOf, isOfFew } from './values.js'

export type Codes = readonly string[]

/**
 * The members that an answer speaks of, as the office lists them. One dimension without `top` shows every member of the office's list
 * that exists in the period and passes the filters, also those without a case: a map and a ranking show zeros as zeros.
 */
export function rowKeys(plan: Plan, facts: Facts, lists: MemberLists): Codes[] {
  const { dimensions, top } = plan.query
  if (dimensions.length === 0) return [[]]
  const found = new Map(facts.combinations.map((codes) => [JSON.stringify(codes), codes]))
  const [only] = dimensions
  if (dimensions.length === 1 && only && top === null) {
    for (const code of expected(plan, only, lists)) found.set(JSON.stringify([code]), [code])
  }
  return inListOrder(plan, lists, [...found.values()])
}

/** The members of a dimension that may have cases under the plan's conditions, and exist in the period. */
function expected(plan: Plan, dimension: DimensionId, lists: MemberLists): string[] {
  let members = lists.validIn(dimension, basePeriod(plan))
  for (const condition of plan.conditions) {
    if (condition.kind === 'nothing') return []
    const allowed = allowedBy(condition, dimension, lists)
    if (allowed) members = members.filter((member) => allowed.has(member.code))
  }
  return members.map((member) => member.code)
}

/** The members of a dimension that a condition leaves, as far as the lists tell; null: any. */
function allowedBy(
  condition: Condition,
  dimension: DimensionId,
  lists: MemberLists,
): ReadonlySet<string> | null {
  if (condition.kind === 'in') return lists.related(condition.dimension, condition.codes, dimension)
  if (condition.kind !== 'anyOf') return null
  const each = condition.within.map((within) => lists.related(within.dimension, within.codes, dimension))
  return each.includes(null) ? null : new Set(each.flatMap((codes) => [...(codes ?? [])]))
}

/** Sorts members as the office lists them. */
export function inListOrder(plan: Plan, lists: MemberLists, keys: readonly Codes[]): Codes[] {
  const places = keys.map((codes) => ({
    codes,
    place: plan.query.dimensions.map((id, i) => lists.position(id, codes[i] ?? '')),
  }))
  places.sort((a, b) => a.place.reduce((by, at, i) => by || at - (b.place[i] ?? 0), 0))
  return places.map(({ codes }) => codes)
}

/** Where the values stand by which members are ranked: over the whole period. */
const rankedLevel = (plan: Plan): 'members' | 'rows' => (plan.levels.includes('members') ? 'members' : 'rows')

/** What the ranking of members rests on. */
export interface Ranking {
  readonly facts: Facts
  readonly lists: MemberLists
  readonly hidden: Hidden
}

/**
 * A member's value over the whole period, for ranking: null for none, and for one that is hidden, because a place between
 * two shown values would tell it.
 */
export function rankedValue(
  plan: Plan,
  { facts, lists, hidden }: Ranking,
  measure: MeasureId,
  codes: Codes,
): Counted & { readonly isFew: boolean } {
  const level = rankedLevel(plan)
  const buckets = level === 'members' ? plan.buckets.map(({ key }) => key) : ['']
  const isHidden = buckets.some((bucket) => hidden.isHidden(measure, 0, codes, bucket))
  const numbers = facts.numbers({ level, period: 0, bucket: '', codes }, measure)
  const { value, n } = countedOf(measure, numbers, divisorOf(plan, lists, measure, codes))
  return { value: isHidden ? null : value, n, isFew: isOfFew(measure, n) }
}

/** A value without the last digits, which a quantile owes to the way in which it was interpolated: equal values are equal. */
const told = (value: number): number => Number(value.toPrecision(12))

/**
 * Ranks members by value where an order is asked for. Those without a value come last, as they stood.
 *
 * @param keys members in the order of the lists.
 */
export function inAskedOrder(plan: Plan, keys: readonly Codes[], ranking: Ranking): readonly Codes[] {
  const { orderBy, top, measures } = plan.query
  const measure = orderBy?.measure ?? (top === null ? undefined : measures[0])
  if (!measure) return keys
  const sign = orderBy?.direction === 'asc' ? 1 : -1
  const ranked = keys.map((codes) => ({ codes, ...rankedValue(plan, ranking, measure, codes) }))
  ranked.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    return sign * (told(a.value) - told(b.value)) || b.n - a.n
  })
  return ranked.map(({ codes }) => codes)
}
