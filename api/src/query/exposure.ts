import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { DENOMINATORS, type DenominatorId, type Measure } from '@fengsui/domain/metrics/model'
import type { Day } from '@fengsui/domain/time/day'
import type { MemberLists } from '../office/member-lists.js'
import { type Condition, type Plan, basePeriod } from './plan.js'
import type { Codes } from './row-keys.js'

/** What cases are divided by: people or enterprises, and the day of which their number is (the oldest of several). */
export interface Exposure {
  readonly value: number
  readonly asOf: Day
}

/** What the values of a measure are divided by in a row; null for a measure that is no density. */
export function divisorOf(plan: Plan, lists: MemberLists, id: MeasureId, codes: Codes): Exposure | null {
  const { aggregate }: Measure = MEASURES[id]
  return aggregate.kind === 'density' ? exposureOf(plan, lists, aggregate.denominator, codes) : null
}

const hierarchyOf = (dimension: DimensionId): string => DIMENSIONS[dimension].hierarchy

/**
 * The number of people or enterprises behind a row: that of the members of the office's list from which its cases can
 * come. A breakdown by something that the list does not know (an issue, a channel) divides by all of them.
 *
 * @param codes the row's members; [] for the total.
 * @returns null where the list has no dated number of one of them, where the member is 未知, where the row is
 *   restricted by two lists that both bear the number (enterprises of a sector in a town), or where the cases are those
 *   of any of several lists (a department's): nobody knows how many people stand behind them.
 */
function exposureOf(plan: Plan, lists: MemberLists, id: DenominatorId, codes: Codes): Exposure | null {
  const row = plan.query.dimensions.map((dimension, i) => ({ dimension, code: codes[i] }))
  const own = row.flatMap(({ dimension, code }) => (code === undefined ? [] : [{ dimension, codes: [code] }]))
  const codesOf = (dimension: DimensionId): string[] =>
    lists.validIn(dimension, basePeriod(plan)).map(({ code }) => code)
  const restricted = [...own, ...plan.conditions.flatMap((each) => membersOf(each, codesOf))]
  const bearers: readonly string[] = DENOMINATORS[id].bearers
  const named = [...new Set(restricted.map(({ dimension }) => hierarchyOf(dimension)))].filter((each) =>
    bearers.includes(each),
  )
  if (named.length > 1 || plan.conditions.some(isOfSeveralLists)) return null
  const [hierarchy] = named.length > 0 ? named : bearers
  const within = restricted.filter(({ dimension }) => hierarchyOf(dimension) === hierarchy)
  if (within.some(({ codes }) => codes.includes(''))) return null
  const level = deepest(
    within.map(({ dimension }) => dimension),
    hierarchy,
  )
  if (!level) return null
  const allowed = within.map(({ dimension, codes }) => lists.related(dimension, codes, level))
  const members = lists
    .validIn(level, basePeriod(plan))
    .filter(({ code }) => allowed.every((codes) => codes?.has(code)))
  return sum(members.map(({ denominators }) => denominators[id] ?? null))
}

const isOfSeveralLists = (condition: Condition): boolean =>
  condition.kind === 'anyOf' && condition.within.length > 1

/** Where the cases of a condition can come from, as far as the lists tell; 其他 comes from the members not shown. */
function membersOf(
  condition: Condition,
  codesOf: (dimension: DimensionId) => readonly string[],
): { dimension: DimensionId; codes: readonly string[] }[] {
  if (condition.kind === 'in') return [condition]
  if (condition.kind === 'notThese') {
    const [dimension, ...more] = condition.dimensions
    if (dimension === undefined || more.length > 0) return []
    const shown = new Set(condition.members.map(([code]) => code))
    return [{ dimension, codes: codesOf(dimension).filter((code) => !shown.has(code)) }]
  }
  return condition.kind === 'anyOf' ? [...condition.within] : []
}

/** The finest level of a hierarchy that is named, or its coarsest. */
function deepest(named: readonly DimensionId[], hierarchy: string | undefined): DimensionId | null {
  const levels = (Object.keys(DIMENSIONS) as DimensionId[])
    .filter((id) => hierarchyOf(id) === hierarchy)
    .sort((a, b) => DIMENSIONS[b].level - DIMENSIONS[a].level)
  return levels.find((id) => named.includes(id)) ?? levels.at(-1) ?? null
}

function sum(parts: readonly ({ value: number; asOf: Day | null } | null)[]): Exposure | null {
  const known = parts.flatMap((part) => (part?.asOf ? [{ value: part.value, asOf: part.asOf }] : []))
  const [oldest] = known.map(({ asOf }) => asOf).sort()
  const value = known.reduce((total, part) => total + part.value, 0)
  return known.length < parts.length || oldest === undefined || value === 0 ? null : { value, asOf: oldest }
}
