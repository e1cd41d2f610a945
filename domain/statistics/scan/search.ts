import { criticalCounts, type Critical } from './critical.js'
import { logLikelihoodRatio, type Rates } from './likelihood.js'
import type { Zones } from './zones.js'

/** Fewer cases are no cluster. */
const LEAST_CASES = 2

/** The excess that is needed grows with e up to this part of all cases: (√2 − 1). */
const GROWING = 0.41

const ROUNDING = 1e-9

/** A stretch of time slots, and how many of all cases are expected in it. */
export interface Window {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly weight: number
}

/** What is scanned; expected cases of a zone and a window are the product of their weights ÷ total. */
export interface Field {
  readonly zones: Zones
  readonly windows: readonly Window[]
  /** Number of time slots; the windows lie in them. */
  readonly slots: number
  /** Number of cases. */
  readonly total: number
  readonly rates: Rates
}

/** Cases by place and slot, added up over the slots: place × (slots + 1) + slot holds all before the slot. */
export type Cumulative = Int32Array

/** One case in each slot of the list; both lists are of one length. */
export function cumulate(field: Field, into: Cumulative, places: Int32Array, slots: Int32Array): void {
  const width = field.slots + 1
  into.fill(0)
  for (let i = 0; i < places.length; i++) into[places[i]! * width + slots[i]! + 1]!++
  for (let at = 0; at < into.length; at += width)
    for (let slot = 1; slot < width; slot++) into[at + slot]! += into[at + slot - 1]!
}

export interface Best {
  readonly centre: number
  /** The zone has so many of the centre's members. */
  readonly size: number
  readonly window: Window
  readonly observed: number
  readonly expected: number
  readonly llr: number
}

/** Looks for the cylinder (zone × window) that is least likely by chance; made once, used for every replication. */
export class Search {
  private readonly width: number
  private readonly first: number
  private readonly inside: Int32Array
  /** By place: cases in any window. */
  private readonly recent: Int32Array
  /** The cases in any window, by place: `listed` says where those of a place begin. */
  private readonly listed: Int32Array
  private readonly slotsOf: Int32Array
  private readonly countsOf: Int32Array
  /** By slot: cases of a zone. */
  private readonly added: Int32Array
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly weights: Float64Array
  private readonly logWeights: Float64Array
  /** x ln x of counts. */
  private readonly entropy: Float64Array
  private size = 0
  private window = 0
  /** So many cases more cannot make any window of the zone the best. */
  private slack = 0
  /** The least weight of a window. */
  private readonly lightest: number
  /** Of the ratio that was asked for last. */
  private critical: { readonly llr: number; readonly counts: Critical } | null = null

  constructor(private readonly field: Field) {
    const { zones, windows, slots, total } = field
    this.width = slots + 1
    this.first = windows.reduce((least, { start }) => Math.min(least, start), slots)
    this.inside = new Int32Array(this.width)
    this.recent = new Int32Array(zones.members.length)
    this.listed = new Int32Array(zones.members.length + 1)
    this.slotsOf = new Int32Array(Math.min(total, zones.members.length * slots))
    this.countsOf = this.slotsOf.slice()
    this.added = new Int32Array(this.width)
    this.starts = Int32Array.from(windows, ({ start }) => start)
    this.ends = Int32Array.from(windows, ({ end }) => end)
    this.weights = Float64Array.from(windows, ({ weight }) => weight / total)
    this.logWeights = this.weights.map(Math.log)
    this.lightest = this.weights.reduce((least, weight) => Math.min(least, weight), Infinity)
    this.entropy = Float64Array.from({ length: total + 1 }, (_, x) => (x === 0 ? 0 : x * Math.log(x)))
  }

  /** The largest log likelihood ratio of all cylinders. */
  maximum(cases: Cumulative): number {
    this.countRecent(cases)
    return this.field.zones.members.reduce((most, _, centre) => this.around(centre, cases, most), 0)
  }

  /** Has any cylinder a larger ratio? Ends at the first: most zones are out before anything is summed up. */
  exceeds(cases: Cumulative, llr: number): boolean {
    this.countRecent(cases)
    const { members } = this.field.zones
    if (this.field.rates === 'low') return members.some((_, centre) => this.around(centre, cases, llr) > llr)
    if (this.critical?.llr !== llr) this.critical = { llr, counts: this.criticalAt(llr) }
    const { counts } = this.critical
    this.listCases(cases)
    return members.some((_, centre) => this.exceedsAround(centre, counts))
  }

  private criticalAt(llr: number): Critical {
    const heaviest = this.weights.reduce((most, weight) => Math.max(most, weight), 0)
    const largest = this.field.zones.weights.reduce((most, zone) => Math.max(most, zone.at(-1) ?? 0), 0)
    return criticalCounts(this.field.total, llr, largest * heaviest, LEAST_CASES)
  }

  /**
   * Has any cylinder around a centre as many cases as are critical? As long as fewer come into any window than are missing
   * in the one that misses least, no larger zone can have: what is critical grows with the zone.
   */
  private exceedsAround(centre: number, { most, least, stepsPerCase }: Critical): boolean {
    const { recent, inside, starts, ends, weights, added } = this
    const [zone, zoneWeights] = [this.field.zones.members[centre]!, this.field.zones.weights[centre]!]
    added.fill(0)
    const stepsOf = (weight: number): number => weight * stepsPerCase * (1 - ROUNDING)
    let summed = 0
    let missing = least[Math.floor(stepsOf((zoneWeights[0] ?? 0) * this.lightest))]!
    for (let k = 0; k < zone.length; k++) {
      missing -= recent[zone[k]!]!
      if (missing > 0 || zoneWeights[k]! <= 0) continue
      this.addUp(zone, summed, k + 1)
      summed = k + 1
      const [weight, steps] = [zoneWeights[k]!, stepsOf(zoneWeights[k]!)]
      missing = Infinity
      for (let w = 0; w < starts.length; w++) {
        const count = inside[ends[w]!]! - inside[starts[w]!]!
        const lacking = least[Math.floor(steps * weights[w]!)]! - count
        if (lacking >= missing) continue
        if (lacking <= 0 && (count >= most.length || weight * weights[w]! <= most[count]!)) return true
        missing = Math.max(1, lacking)
      }
    }
    return false
  }

  /** Adds the members of a zone from one to another (exclusive) to what is inside, case by case. */
  private addUp(zone: Int32Array, from: number, to: number): void {
    const { width, first, inside, added, listed, slotsOf, countsOf } = this
    for (let k = from; k < to; k++) {
      const place = zone[k]!
      for (let i = listed[place]!, end = listed[place + 1]!; i < end; i++) added[slotsOf[i]!]! += countsOf[i]!
    }
    let sum = 0
    for (let slot = first; slot < width; slot++) inside[slot] = sum += added[slot]!
  }

  /** Lists the cases in any window by place: of a replication there are few at most places. */
  private listCases(cases: Cumulative): void {
    const { width, first, recent, listed, slotsOf, countsOf } = this
    let at = 0
    for (let place = 0; place < recent.length; place++) {
      listed[place] = at
      if (recent[place] === 0) continue
      for (let slot = first + 1; slot < width; slot++) {
        const count = cases[place * width + slot]! - cases[place * width + slot - 1]!
        if (count === 0) continue
        slotsOf[at] = slot
        countsOf[at++] = count
      }
    }
    listed[recent.length] = at
  }

  /** The best cylinder of each centre, the best first; centres of the same ratio in their order. */
  byCentre(cases: Cumulative): Best[] {
    const { zones, windows, total, rates } = this.field
    this.countRecent(cases)
    return zones.members
      .flatMap((members, centre): Best[] => {
        if (this.around(centre, cases, 0) <= 0) return []
        const window = windows[this.window]!
        const expected = (zones.weights[centre]![this.size - 1]! * window.weight) / total
        const observed = members
          .subarray(0, this.size)
          .reduce(
            (sum, place) =>
              sum + cases[place * this.width + window.end]! - cases[place * this.width + window.start]!,
            0,
          )
        const llr = logLikelihoodRatio(observed, expected, total, rates)
        return [{ centre, size: this.size, window, observed, expected, llr }]
      })
      .sort((a, b) => b.llr - a.llr)
  }

  /** The largest ratio around a centre, if it is above `most`; else `most`. */
  private around(centre: number, cases: Cumulative, most: number): number {
    const { members, weights } = this.field.zones
    const isHigh = this.field.rates === 'high'
    const [zone, zoneWeights] = [members[centre]!, weights[centre]!]
    const { recent } = this
    this.inside.fill(0)
    let best = most
    let summed = 0
    this.slack = 0
    for (let k = 0; k < zone.length; k++) {
      const added = recent[zone[k]!]!
      // Without a case inside any window a place adds to what is expected only.
      if (added === 0 && isHigh) continue
      this.slack -= added
      const weight = zoneWeights[k]!
      if ((isHigh && this.slack > 0) || weight <= 0) continue
      // Most zones are out before anything has to be summed up.
      this.sumUp(cases, zone, summed, k + 1)
      summed = k + 1
      best = isHigh ? this.high(k + 1, weight, best) : this.low(k + 1, weight, best)
    }
    return best
  }

  /** Adds the members of a zone from one to another (exclusive) to what is inside. */
  private sumUp(cases: Cumulative, zone: Int32Array, from: number, to: number): void {
    const { width, first, inside, recent } = this
    for (let k = from; k < to; k++) {
      const place = zone[k]!
      if (recent[place] === 0) continue
      const at = place * width
      for (let slot = first; slot < width; slot++) inside[slot]! += cases[at + slot]!
    }
  }

  private countRecent(cases: Cumulative): void {
    const { width, first, recent } = this
    for (let place = 0, at = 0; place < recent.length; place++, at += width)
      recent[place] = cases[at + width - 1]! - cases[at + first]!
  }

  /**
   * All windows of a zone, for more cases than expected. Their ratio is at most excess² (1 ÷ 2e + 1 ÷ (C − e)): most
   * cylinders are out without a logarithm, and so are the next zones until the excess can have grown enough.
   */
  private high(size: number, weight: number, most: number): number {
    const { inside, starts, ends, weights, logWeights, entropy } = this
    const { total } = this.field
    let best = most
    let slack = Infinity
    for (let w = 0; w < starts.length; w++) {
      const c = inside[ends[w]!]! - inside[starts[w]!]!
      const e = weight * weights[w]!
      const rest = total - e
      const needed = Math.sqrt((2 * best * e * rest) / (total + e))
      const missing = e < GROWING * total ? needed - (c - e) : 0
      if (missing < slack) slack = missing
      if (c < LEAST_CASES || c - e <= needed * (1 - ROUNDING)) continue
      const llr =
        entropy[c]! -
        c * (Math.log(weight) + logWeights[w]!) +
        entropy[total - c]! -
        (c === total ? 0 : (total - c) * Math.log(rest))
      if (llr > best) {
        best = llr
        this.size = size
        this.window = w
      }
    }
    this.slack = slack
    return best
  }

  /** All windows of a zone, for fewer cases than expected. */
  private low(size: number, weight: number, most: number): number {
    const { inside, starts, ends, weights } = this
    let best = most
    for (let w = 0; w < starts.length; w++) {
      const c = inside[ends[w]!]! - inside[starts[w]!]!
      const llr = logLikelihoodRatio(c, weight * weights[w]!, this.field.total, 'low')
      if (llr > best) {
        best = llr
        this.size = size
        this.window = w
      }
    }
    return best
  }
}
