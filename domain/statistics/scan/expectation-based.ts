import { distance, type Metric, type Place } from './zones.js'

export interface ExpectationCluster {
  /** Indices, ascending. */
  readonly places: readonly number[]
  /** Periods up to now. */
  readonly duration: number
  readonly score: number
  readonly observed: number
  readonly baseline: number
  /** How many different sets of places were looked at. */
  readonly zones: number
}

/**
 * Where now more cases come than a forecast makes one expect: each place with its nearest neighbours, over the latest
 * 1 … T periods, scored C ln(C ÷ B) + B − C. D. Neill, A. Moore, M. Sabhnani, K. Daniel, KDD (2005) 218–227.
 *
 * @param counts, baselines by period, the oldest first, and place.
 * @param nearest how many places a zone may have.
 * @returns null where nothing exceeds its baseline.
 */
export function expectationBasedScan(
  places: readonly Place[],
  metric: Metric,
  counts: readonly (readonly number[])[],
  baselines: readonly (readonly number[])[],
  nearest: number,
): ExpectationCluster | null {
  const zones = nearestZones(places, metric, nearest)
  let best: ExpectationCluster | null = null
  for (const zone of zones) {
    let [observed, baseline] = [0, 0]
    for (let duration = 1; duration <= counts.length; duration++) {
      const period = counts.length - duration
      for (const place of zone) {
        observed += counts[period]?.[place] ?? NaN
        baseline += baselines[period]?.[place] ?? NaN
      }
      const score = observed > baseline ? observed * Math.log(observed / baseline) + baseline - observed : 0
      if (score > (best?.score ?? 0))
        best = { places: zone, duration, score, observed, baseline, zones: zones.length }
    }
  }
  return best
}

/** Each place with its 0 … nearest − 1 neighbours, every set once. */
function nearestZones(places: readonly Place[], metric: Metric, nearest: number): readonly number[][] {
  const found = new Map<string, number[]>()
  places.forEach((centre, index) => {
    const away = places.map((place, i) => (i === index ? -1 : distance(metric, centre, place)))
    const order = [...places.keys()].sort((a, b) => (away[a] ?? NaN) - (away[b] ?? NaN))
    for (let size = 1; size <= Math.min(nearest, order.length); size++) {
      const zone = order.slice(0, size).sort((a, b) => a - b)
      found.set(zone.join(' '), zone)
    }
  })
  return [...found.values()]
}
