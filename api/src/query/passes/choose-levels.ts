import type { Level, Pass } from '../plan.js'

/**
 * Decides what the engine counts together. The total is never added up from rows: medians cannot be, and a top list
 * would lose what it left out. Members are ranked by their value over the whole period, not bucket by bucket, and
 * shares of a bucket are shares of all its cases.
 */
export const chooseLevels: Pass = (plan) => {
  const { dimensions, grain, orderBy, top } = plan.query
  const levels: Level[] = []
  if (dimensions.length > 0 || grain) levels.push('rows')
  if (dimensions.length > 0 && grain && (orderBy || top !== null)) levels.push('members')
  if (dimensions.length > 0 && grain) levels.push('buckets')
  return { ...plan, levels: [...levels, 'total'] }
}
