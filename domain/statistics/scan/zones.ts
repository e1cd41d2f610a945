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
    const order = Int32Array.from(places.keys()).sort((a, b) => away[a]! - away[b]! || a - b)
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
