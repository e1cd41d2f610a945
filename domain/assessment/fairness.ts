import { type FairRank, fairRanking } from '../statistics/fairness/fair-ranking.js'
import type { Group } from '../statistics/fairness/fair-groups.js'
import type { Interval } from '../statistics/wilson.js'

/** Cases of one unit that are of one kind, and how many of them have the property. */
export interface StratumCount {
  readonly unit: string
  /** What makes cases equally difficult, e.g. matter and severity. */
  readonly stratum: string
  readonly n: number
  readonly events: number
}

/** A unit's counts, and how many would have the property did each case go as cases of its kind go everywhere. */
export interface Standardised {
  readonly n: number
  readonly events: number
  readonly expected: number
}

/** Where a unit stands in a fair comparison. */
export interface FairStanding extends Standardised {
  /** Observed ÷ expected, drawn to the typical value as far as few cases ask; holds with 95 %. */
  readonly estimate: number
  readonly interval: Interval
  /** The places that it may truly have among the units with a case, 1 is the best; holds with 95 %. */
  readonly rank: FairRank
  readonly group: Exclude<Group, 'none'>
}

export interface FairLeague {
  /** What was counted: those with the property, or, where they are most, those without. */
  readonly counted: 'events' | 'others'
  /** False: the units differ no more than chance makes equal units differ. */
  readonly isDetectable: boolean
  /** Chance of differences at least as large between equal units. */
  readonly pEqual: number
  /** By unit; those without a case are missing. */
  readonly standings: ReadonlyMap<string, FairStanding>
}

/**
 * Indirect standardisation: E = Σ over kinds of n × the rate of the kind over all units, so that who is given harder
 * cases is expected to do worse. N. Breslow, N. Day, Statistical Methods in Cancer Research II (1987), 2.3.
 *
 * @returns by unit, those with a case.
 */
export function standardised(counts: readonly StratumCount[]): ReadonlyMap<string, Standardised> {
  const kinds = new Map<string, { n: number; events: number }>()
  for (const { stratum, n, events } of counts) {
    const kind = kinds.get(stratum) ?? { n: 0, events: 0 }
    kinds.set(stratum, { n: kind.n + n, events: kind.events + events })
  }
  const units = new Map<string, Standardised>()
  for (const { unit, stratum, n, events } of counts) {
    if (n === 0) continue
    const kind = kinds.get(stratum)
    const sofar = units.get(unit) ?? { n: 0, events: 0, expected: 0 }
    units.set(unit, {
      n: sofar.n + n,
      events: sofar.events + events,
      expected: sofar.expected + (kind ? (n * kind.events) / kind.n : 0),
    })
  }
  return units
}

/**
 * A league compared by observed ÷ expected, shrunk, with the ranks that chance allows and three groups. What is expected
 * comes from all units; who is compared, is the league. The rarer side is counted, where a rate is seen best.
 *
 * @param better which direction of the property is good.
 * @returns null where no unit of the league has a case.
 */
export function fairLeague(
  counts: readonly StratumCount[],
  league: ReadonlySet<string>,
  better: 'higher' | 'lower',
): FairLeague | null {
  const n = counts.reduce((sum, each) => sum + each.n, 0)
  const events = counts.reduce((sum, each) => sum + each.events, 0)
  const counted = events * 2 > n ? 'others' : 'events'
  const side =
    counted === 'events' ? counts : counts.map((each) => ({ ...each, events: each.n - each.events }))
  const units = [...standardised(side)].filter(([unit]) => league.has(unit))
  // Where nothing is expected nothing can be seen: every case of its kinds is as good as any.
  const seen = units.filter(([, { expected }]) => expected > 0)
  if (units.length === 0) return null
  if (seen.length < 2) return { counted, isDetectable: false, pEqual: 1, standings: alone(units) }
  const isTurned = counted === 'others'
  const ranking = fairRanking(
    seen.map(([, unit]) => unit),
    (better === 'higher') === isTurned ? 'lower' : 'higher',
  )
  const standings = new Map(alone(units))
  ranking.units.forEach(({ estimate, interval, rank, group }, at) => {
    const [unit, of] = seen[at] ?? []
    if (unit === undefined || of === undefined || rank === null || group === 'none') return
    standings.set(unit, { ...of, estimate, interval, rank, group })
  })
  return { counted, isDetectable: ranking.isDetectable, pEqual: ranking.pEqual, standings }
}

/** Units of which nothing can be told apart: any place may be theirs. */
function alone(units: readonly (readonly [string, Standardised])[]): ReadonlyMap<string, FairStanding> {
  const rank = { expected: (units.length + 1) / 2, lower: 1, upper: units.length }
  return new Map(
    units.map(([unit, of]) => [
      unit,
      { ...of, estimate: 1, interval: { lower: 1, upper: 1 }, rank, group: 'withinChance' },
    ]),
  )
}
