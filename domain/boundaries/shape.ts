/** Longitude and latitude in degrees. */
export type Position = readonly [number, number]

/** A closed line: the first position is the last one too. */
export type Ring = readonly Position[]

/** A shell and its holes. */
export type Polygon = readonly Ring[]

/** What an area covers: one polygon, or several that lie apart. */
export type Shape = readonly Polygon[]

/** One area of a map: a region of the office's list, or of the level above it. */
export interface Area {
  readonly code: string
  readonly name: string
  readonly shape: Shape
}

/** The area by the shoelace formula, in square degrees: positive for a ring that runs counterclockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0
  // Relative to the first position: degrees have more digits than their differences.
  const [[x0, y0] = [0, 0]] = ring
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1] ?? [0, 0]
    const [bx, by] = ring[i] ?? [0, 0]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum / 2
}

/** Smallest rectangle around positions: west, south, east, north; null around none. */
export type Bounds = readonly [number, number, number, number]

export function boundsOf(positions: Iterable<Position>): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return west === Infinity ? null : [west, south, east, north]
}

/** All positions of shapes, one after another. */
export function* positionsOf(shapes: Iterable<Shape>): Generator<Position> {
  for (const shape of shapes) for (const polygon of shape) for (const ring of polygon) yield* ring
}
