import type { Interval } from '../wilson.js'
import { fairGroups, type FairGroups, type FairUnit, type RankedUnit } from './fair-groups.js'
import { rankUnits } from './rank.js'

/** The ranks that a unit may truly have; 1 is the best. */
export interface FairRank extends Interval {
  readonly expected: number
}

export interface FairRanking extends FairGroups {
  /** In the order given; the interval of the rank holds the true one with probability 95 %. Null without a case. */
  readonly units: readonly (FairUnit & { readonly rank: FairRank | null })[]
}

/**
 * `fairGroups`, and the ranks that each unit may truly have among those with a case. Where they overlap, an order says
 * nothing.
 *
 * @param better which direction is good.
 * @throws RangeError as fairGroups.
 */
export function fairRanking(units: readonly RankedUnit[], better: 'higher' | 'lower'): FairRanking {
  const groups = fairGroups(units, better)
  const ranked = groups.units.filter(({ group }) => group !== 'none')
  const ranks = new Map(
    rankUnits(ranked.map(({ posterior }) => posterior)).map((rank, i) => [ranked[i], rank]),
  )
  const rankOf = (unit: FairUnit): FairRank | null => {
    const rank = ranks.get(unit)
    if (!rank) return null
    const { expected, lower, upper } = rank
    if (better === 'higher') return { expected, lower, upper }
    const last = ranked.length + 1
    return { expected: last - expected, lower: last - upper, upper: last - lower }
  }
  return { ...groups, units: groups.units.map((unit) => ({ ...unit, rank: rankOf(unit) })) }
}
