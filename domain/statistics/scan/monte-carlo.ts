import type { Random } from '../random.js'
import { relativeRisk } from './likelihood.js'
import { cumulate, Search, type Best, type Cumulative, type Field, type Window } from './search.js'

export interface Replications {
  /** 999 as a rule: then the least p is 0.001. */
  readonly count: number
  readonly random: Random
  /**
   * Ends when so many replications are at least as extreme as the best cluster, which is no cluster then.
   * J. Besag, P. Clifford, Biometrika 78 (1991) 301–304.
   */
  readonly stopAfter?: number
  /**
   * Only the best cluster is asked for: a replication need not find its own largest ratio, but only whether any is as
   * large. The same p in a fraction of the time.
   */
  readonly bestOnly?: boolean
}

export interface Cluster {
  /** Index of the place in the middle. */
  readonly centre: number
  /** Indices of its places, ascending. */
  readonly places: readonly number[]
  readonly window: Window
  readonly observed: number
  readonly expected: number
  /** Observed ÷ expected inside, ÷ the same outside. */
  readonly relativeRisk: number
  /** ln of the likelihood ratio. */
  readonly llr: number
  /** Of the largest ratio that chance makes anywhere: corrected for all zones and windows. */
  readonly p: number
}

/**
 * The clusters of a field, the least likely first, none sharing a place with one before. Each is held against the
 * largest ratio of every replication: (1 + those as large) ÷ (replications + 1). M. Kulldorff (1997).
 *
 * @param places, slots of each case, parallel.
 * @param redraw gives cases as chance has them; both lists are overwritten.
 */
export function clustersOf(
  field: Field,
  places: Int32Array,
  slots: Int32Array,
  redraw: (places: Int32Array, slots: Int32Array, random: Random) => void,
  replications: Replications,
): Cluster[] {
  if (field.total === 0) return []
  const search = new Search(field)
  const cases: Cumulative = new Int32Array(field.zones.members.length * (field.slots + 1))
  cumulate(field, cases, places, slots)
  const all = disjoint(field, search.byCentre(cases))
  const found = replications.bestOnly ? all.slice(0, 1) : all
  const maxima: number[] = []
  const best = found[0]?.best.llr ?? Infinity
  const [drawnPlaces, drawnSlots] = [places.slice(), slots.slice()]
  const isLarge = (maximum: number, llr: number): boolean => maximum >= llr * (1 - ROUNDING)
  for (let exceeding = 0; maxima.length < replications.count && found.length > 0;) {
    redraw(drawnPlaces, drawnSlots, replications.random)
    cumulate(field, cases, drawnPlaces, drawnSlots)
    const maximum = replications.bestOnly
      ? atLeast(search, cases, best * (1 - ROUNDING))
      : search.maximum(cases)
    maxima.push(maximum)
    exceeding += isLarge(maximum, best) ? 1 : 0
    if (exceeding === replications.stopAfter) break
  }
  return found.map(({ best: { centre, window, observed, expected, llr }, places: members }) => ({
    centre,
    places: members,
    window,
    observed,
    expected,
    relativeRisk: relativeRisk(observed, expected, field.total),
    llr,
    p: (1 + maxima.filter((maximum) => isLarge(maximum, llr)).length) / (maxima.length + 1),
  }))
}

const atLeast = (search: Search, cases: Cumulative, llr: number): number =>
  search.exceeds(cases, llr) ? Infinity : 0

/** The same ratio, summed up in another order. */
const ROUNDING = 1e-11

interface Placed {
  readonly best: Best
  readonly places: readonly number[]
}

function disjoint({ zones }: Field, bests: readonly Best[]): Placed[] {
  const taken = new Set<number>()
  return bests.flatMap((best) => {
    const places = [...zones.members[best.centre]!.subarray(0, best.size)].sort((a, b) => a - b)
    if (places.some((place) => taken.has(place))) return []
    for (const place of places) taken.add(place)
    return [{ best, places }]
  })
}

/** Throws an array about, every order as likely. R. Fisher, F. Yates (1938); R. Durstenfeld (1964). */
export function shuffle(values: Int32Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const value = values[i]!
    values[i] = values[j]!
    values[j] = value
  }
}

/**
 * Draws indices as likely as their weights, in constant time each: the alias method.
 * A. Walker (1977); M. Vose, IEEE Transactions on Software Engineering 17 (1991) 972–975.
 */
export function weightedIndex(weights: readonly number[]): (random: Random) => number {
  const n = weights.length
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const level = Float64Array.from(weights, (weight) => (weight * n) / total)
  const alias = Int32Array.from({ length: n }, (_, i) => i)
  const small = [...level.keys()].filter((i) => level[i]! < 1)
  const large = [...level.keys()].filter((i) => level[i]! >= 1)
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.pop()!]
    alias[less] = more
    level[more]! -= 1 - level[less]!
    if (level[more]! < 1) small.push(more)
    else large.push(more)
  }
  // What rounding left over is full.
  for (const i of [...small, ...large]) level[i] = 1
  return (random) => {
    const at = random() * n
    const i = Math.floor(at)
    return at - i < level[i]! ? i : alias[i]!
  }
}
