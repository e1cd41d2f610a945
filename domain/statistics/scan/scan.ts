import type { Random } from '../random.js'
import type { Rates } from './likelihood.js'
import { clustersOf, shuffle, weightedIndex, type Cluster, type Replications } from './monte-carlo.js'
import type { Field, Window } from './search.js'
import { circularZones, type Metric, type Place, type ZoneLimits } from './zones.js'

export type { Cluster, Replications } from './monte-carlo.js'

/** Where cases were counted, and how large a circle may be. */
export interface Map extends ZoneLimits {
  readonly places: readonly Place[]
  readonly metric: Metric
}

/** So many cases at a place in a period. */
export interface PlacedCount {
  readonly place: number
  readonly period: number
  readonly count: number
}

/** Which stretches of time may be a cluster. */
export interface Duration {
  /** Number of periods. */
  readonly periods: number
  /** Longest stretch. */
  readonly longest: number
  /** Only what lasts until the last period: what is going on now. */
  readonly isProspective: boolean
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/**
 * Places that have more cases (or fewer) than their population makes one expect: Kulldorff's spatial scan with the
 * Poisson model. M. Kulldorff, Communications in Statistics 26 (1997) 1481–1496.
 *
 * @param population of each place: inhabitants, registered enterprises, expected cases.
 */
export function spatialScan(
  map: Map,
  counts: readonly number[],
  population: readonly number[],
  rates: Rates,
  replications: Replications,
): Cluster[] {
  const cases = counts.map((count, place) => ({ place, period: 0, count }))
  const duration = { periods: 1, longest: 1, isProspective: true }
  return poissonScan(map, cases, population, duration, rates, replications)
}

/**
 * Places and times that have more cases than their population makes one expect, did cases come evenly over time.
 * M. Kulldorff, JRSS A 164 (2001) 61–72 (prospective); M. Kulldorff et al., American J. Public Health 88 (1998)
 * 1377–1380 (retrospective).
 */
export function spaceTimeScan(
  map: Map,
  cases: readonly PlacedCount[],
  population: readonly number[],
  duration: Duration,
  replications: Replications,
): Cluster[] {
  return poissonScan(map, cases, population, duration, 'high', replications)
}

function poissonScan(
  map: Map,
  cases: readonly PlacedCount[],
  population: readonly number[],
  duration: Duration,
  rates: Rates,
  replications: Replications,
): Cluster[] {
  const total = sumOf(cases.map(({ count }) => count))
  const all = sumOf(population)
  const expected = population.map((people) => (total * people) / all)
  const { slotOf, slots, windows, shift } = timeOf(
    duration,
    (from, to) => (total * (to - from)) / duration.periods,
  )
  const zones = circularZones(map.places, map.metric, population, map)
  // Populations add up without rounding, expected cases would not.
  const weights = zones.weights.map((weight) => weight.map((people) => (total * people) / all))
  const field: Field = { zones: { ...zones, weights }, windows, slots, total, rates }
  const draw = weightedIndex(expected)
  const redraw = (places: Int32Array, at: Int32Array, random: Random): void => {
    for (let i = 0; i < places.length; i++) {
      places[i] = draw(random)
      at[i] = slotOf(Math.floor(random() * duration.periods))
    }
  }
  return clustersIn(field, cases, slotOf, shift, redraw, replications)
}

/**
 * Places and times that have more cases together than the place has at all times and the time has at all places:
 * needs no population, and neither places that always report more nor days on which all report more mislead it.
 * Expected: cases of the zone × cases of the window ÷ all; chance throws the times of the cases about.
 * M. Kulldorff et al., PLoS Medicine 2 (2005) e59.
 */
export function permutationScan(
  map: Map,
  cases: readonly PlacedCount[],
  duration: Duration,
  replications: Replications,
): Cluster[] {
  const ofPlace = map.places.map(() => 0)
  const before = Array.from({ length: duration.periods + 1 }, () => 0)
  for (const { place, period, count } of cases) {
    ofPlace[place]! += count
    before[period + 1]! += count
  }
  for (let period = 0; period < duration.periods; period++) before[period + 1]! += before[period]!
  const { slotOf, slots, windows, shift } = timeOf(duration, (from, to) => before[to]! - before[from]!)
  const zones = circularZones(map.places, map.metric, ofPlace, map)
  const field: Field = { zones, windows, slots, total: sumOf(ofPlace), rates: 'high' }
  const redraw = (_: Int32Array, at: Int32Array, random: Random): void => shuffle(at, random)
  return clustersIn(field, cases, slotOf, shift, redraw, replications)
}

/** The slots of a scan: periods before any window are one. */
interface Time {
  readonly slotOf: (period: number) => number
  readonly slots: number
  readonly windows: readonly Window[]
  /** Period of slot 0. */
  readonly shift: number
}

function timeOf(
  { periods, longest, isProspective }: Duration,
  weightOf: (from: number, to: number) => number,
): Time {
  const shift = isProspective ? Math.max(-1, periods - longest - 1) : 0
  const starts = Array.from({ length: periods }, (_, start) => start)
  const windows = starts.flatMap((start) =>
    starts
      .map((end) => end + 1)
      .filter((end) => end > start && end - start <= longest && (!isProspective || end === periods))
      .map((end) => ({ start: start - shift, end: end - shift, weight: weightOf(start, end) })),
  )
  return {
    slotOf: (period) => Math.max(0, period - shift),
    slots: periods - shift,
    windows: windows.filter(({ weight }) => weight > 0),
    shift,
  }
}

function clustersIn(
  field: Field,
  cases: readonly PlacedCount[],
  slotOf: (period: number) => number,
  shift: number,
  redraw: (places: Int32Array, slots: Int32Array, random: Random) => void,
  replications: Replications,
): Cluster[] {
  const places = new Int32Array(field.total)
  const slots = new Int32Array(field.total)
  let at = 0
  for (const { place, period, count } of cases) {
    places.fill(place, at, at + count)
    slots.fill(slotOf(period), at, at + count)
    at += count
  }
  return clustersOf(field, places, slots, redraw, replications).map((cluster) => ({
    ...cluster,
    window: { ...cluster.window, start: cluster.window.start + shift, end: cluster.window.end + shift },
  }))
}
