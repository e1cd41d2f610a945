import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { MemberLists } from '../office/member-lists.js'
import type { Facts } from './facts.js'
import { type Plan, basePeriod } from './plan.js'
import { countedOf } from './values.js'

export type Codes = readonly string[]

/**
 * The members that an answer speaks of, in order. One dimension without `top` shows every member of the office's list
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
  return ordered(plan, facts, lists, [...found.values()])
}

/** The members of a dimension that may have cases under the plan's conditions, and exist in the period. */
function expected(plan: Plan, dimension: DimensionId, lists: MemberLists): string[] {
  let members = lists.validIn(dimension, basePeriod(plan))
  for (const condition of plan.conditions) {
    if (condition.kind === 'nothing') return []
    const allowed = lists.related(condition.dimension, condition.codes, dimension)
    if (allowed) members = members.filter((member) => allowed.has(member.code))
  }
  return members.map((member) => member.code)
}

/** By value where an order is asked for (members without a value last), else as the office lists its members. */
function ordered(plan: Plan, facts: Facts, lists: MemberLists, keys: Codes[]): Codes[] {
  const { dimensions, orderBy, top, measures } = plan.query
  const places = keys.map((codes) => ({
    codes,
    place: dimensions.map((id, i) => lists.position(id, codes[i] ?? '')),
  }))
  places.sort((a, b) => a.place.reduce((by, at, i) => by || at - (b.place[i] ?? 0), 0))
  const measure = orderBy?.measure ?? (top === null ? undefined : measures[0])
  if (!measure) return places.map(({ codes }) => codes)
  const level = plan.levels.includes('members') ? 'members' : 'rows'
  const sign = orderBy?.direction === 'asc' ? 1 : -1
  const ranked = places.map(({ codes }) => ({
    codes,
    ...countedOf(measure, facts.numbers({ level, period: 0, bucket: '', codes }, measure)),
  }))
  ranked.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    return sign * (a.value - b.value) || b.n - a.n
  })
  return ranked.map(({ codes }) => codes)
}
