/** A place: metres or any unit on a plane, or degrees of longitude (x) and latitude (y). */
export interface Place {
  readonly x: number
  readonly y: number
}

export type Metric = 'plane' | 'greatCircle'

const EARTH_RADIUS_KM = 6371
const RADIANS = Math.PI / 180

/**
 * How far two places are apart: in their own unit on a plane, in kilometres on the globe (haversine formula).
 */
export function distance(metric: Metric, a: Place, b: Place): number {
  if (metric === 'plane') return Math.hypot(a.x - b.x, a.y - b.y)
  const [up, across] = [((b.y - a.y) * RADIANS) / 2, ((b.x - a.x) * RADIANS) / 2]
  const square = Math.sin(up) ** 2 + Math.cos(a.y * RADIANS) * Math.cos(b.y * RADIANS) * Math.sin(across) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(square)))
}

export interface ZoneLimits {
  /** Largest part of all weight that a zone may have; 0.5 as a rule. */
  readonly fraction: number
  /** Largest distance from the centre, in the metric's unit. */
  readonly radius?: number
}

/** Growing circles around every place: the k-th zone of a centre is its first k members. */
export interface Zones {
  /** By centre: itself, then its neighbours by distance. */
  readonly members: readonly Int32Array[]
  /** By centre and size: weight of the zone. */
  readonly weights: readonly Float64Array[]
}

/** Rings around a centre, all as wide: only those that the limits can reach are put in order. */
const RINGS = 256

/** The places that a circle can take in before it weighs more than `most`, by distance; those equally far by number. */
function reachable(away: Float64Array, weights: ArrayLike<number>, most: number): Int32Array {
  const farthest = away.reduce((far, distance) => Math.max(far, distance), 0)
  const ringOf = (place: number): number =>
    farthest === 0 ? 0 : Math.max(0, Math.ceil((away[place]! / farthest) * RINGS))
  const heavy = new Float64Array(RINGS + 1)
  for (let place = 0; place < away.length; place++) heavy[ringOf(place)]! += weights[place]!
  let last = 0
  for (let weight = heavy[0]!; weight <= most && last < RINGS;) weight += heavy[++last]!
  const found: number[] = []
  for (let place = 0; place < away.length; place++) if (ringOf(place) <= last) found.push(place)
  return Int32Array.from(found).sort((a, b) => away[a]! - away[b]! || a - b)
}

/**
 * The circles that a scan looks at: each place, and its nearest neighbours one at a time, while they do not exceed the
 * limits. M. Kulldorff, Communications in Statistics 26 (1997) 1481–1496.
 *
 * @param weights of the places: cases expected there, population, or cases.
 */
export function circularZones(
  places: readonly Place[],
  metric: Metric,
  weights: ArrayLike<number>,
  { fraction, radius = Infinity }: ZoneLimits,
): Zones {
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0)
  const most = total * fraction
  const zones = places.map((centre, index) => {
    const away = Float64Array.from(places, (place) => distance(metric, centre, place))
    // The centre comes before others at the same place.
    away[index] = -1
    const order = reachable(away, weights, most)
    const cumulative = new Float64Array(order.length)
    let weight = 0
    let size = 0
    for (; size < order.length; size++) {
      const place = order[size]!
      weight += weights[place]!
      if (weight > most || away[place]! > radius) break
      cumulative[size] = weight
    }
    return { members: order.slice(0, size), weights: cumulative.slice(0, size) }
  })
  return { members: zones.map(({ members }) => members), weights: zones.map((zone) => zone.weights) }
}
