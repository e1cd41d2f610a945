import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import type { Polygon, Position } from './shape.js'

/** A stretch of a ring, with the position before it: what passes through `from` comes from `before` and goes to `to`. */
interface Segment {
  readonly ring: number
  readonly index: number
  readonly before: Position
  readonly from: Position
  readonly to: Position
}

/**
 * The first place where the rings of a polygon cross themselves or each other, or run along each other; null where they
 * do not. Rings may touch in a point: then a ring has an island at a thread, which is odd but can be drawn.
 */
export function crossingOf(polygon: Polygon): Position | null {
  const segments = segmentsOf(polygon)
  if (segments.length === 0) return null
  const tree = new Flatbush(segments.length)
  for (const { from, to } of segments) {
    tree.add(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    )
  }
  tree.finish()
  const lengths = polygon.map((ring) => ring.length - 1)
  for (const [at, one] of segments.entries()) {
    const { from, to } = one
    const near = tree.search(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
      (other) => other > at,
    )
    for (const index of near) {
      const other = segments[index]
      if (!other || isNext(one, other, lengths[one.ring] ?? 0)) continue
      const place = meeting(one, other)
      if (place) return place
    }
  }
  return null
}

function segmentsOf(polygon: Polygon): Segment[] {
  return polygon.flatMap((ring, number) =>
    ring.slice(1).map((to, index) => {
      const from = ring[index] ?? to
      return { ring: number, index, before: ring[index - 1] ?? ring.at(-2) ?? from, from, to }
    }),
  )
}

/** Do two segments follow each other in one ring of `length` segments? */
function isNext(one: Segment, other: Segment, length: number): boolean {
  const apart = Math.abs(one.index - other.index)
  return one.ring === other.ring && (apart === 1 || apart === length - 1)
}

const side = (a: Position, b: Position, c: Position): number =>
  Math.sign(orient2d(a[0], a[1], b[0], b[1], c[0], c[1]))

/** Where two segments cross or overlap; null where they are apart or only touch. */
function meeting(one: Segment, other: Segment): Position | null {
  const [o1, o2] = [side(one.from, one.to, other.from), side(one.from, one.to, other.to)]
  const [o3, o4] = [side(other.from, other.to, one.from), side(other.from, other.to, one.to)]
  if (o1 * o2 < 0 && o3 * o4 < 0) return intersection(one, other)
  if (o1 === 0 && o2 === 0) return overlap(one, other)
  // Every position of a ring is the beginning of one segment, so that each touching is looked at once.
  if (o3 === 0 && isWithin(one.from, other) && crossesAt(one, other)) return one.from
  if (o1 === 0 && isWithin(other.from, one) && !same(other.from, one.from) && crossesAt(other, one))
    return other.from
  return null
}

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

/** Is a position that lies on the line of a segment within it, its end not counted? */
const isWithin = (place: Position, { from, to }: Segment): boolean =>
  !same(place, to) &&
  place[0] >= Math.min(from[0], to[0]) &&
  place[0] <= Math.max(from[0], to[0]) &&
  place[1] >= Math.min(from[1], to[1]) &&
  place[1] <= Math.max(from[1], to[1])

/** Does what passes through the beginning of `one` change sides of what passes there of `other`? */
function crossesAt({ before, from, to }: Segment, other: Segment): boolean {
  const start = same(from, other.from) ? other.before : other.from
  const [here, there] = [before, to].map((place) => sideOfPath(start, from, other.to, place))
  return here !== undefined && there !== undefined && here * there < 0
}

/** On which side of the path a → v → b a position lies, seen from v: 1, -1, or 0 on the path. */
function sideOfPath(a: Position, v: Position, b: Position, place: Position): number {
  const [first, second, turn] = [side(a, v, place), side(v, b, place), side(a, v, b)]
  if ((first === 0 && isAhead(v, a, place)) || (second === 0 && isAhead(v, b, place))) return 0
  if (turn > 0) return first > 0 && second > 0 ? 1 : -1
  if (turn < 0) return first < 0 && second < 0 ? -1 : 1
  return second
}

const isAhead = (v: Position, end: Position, place: Position): boolean =>
  (end[0] - v[0]) * (place[0] - v[0]) + (end[1] - v[1]) * (place[1] - v[1]) > 0

function intersection({ from: a, to: b }: Segment, { from: c, to: d }: Segment): Position {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / (ux * vy - uy * vx)
  return [a[0] + t * ux, a[1] + t * uy]
}

/** The middle of what two segments on one line have in common; null when that is a point or nothing. */
function overlap(one: Segment, other: Segment): Position | null {
  const axis = Math.abs(one.to[0] - one.from[0]) >= Math.abs(one.to[1] - one.from[1]) ? 0 : 1
  const ordered = [one.from, one.to, other.from, other.to].sort((p, q) => p[axis] - q[axis])
  const least = Math.max(Math.min(one.from[axis], one.to[axis]), Math.min(other.from[axis], other.to[axis]))
  const most = Math.min(Math.max(one.from[axis], one.to[axis]), Math.max(other.from[axis], other.to[axis]))
  const [, p, q] = ordered
  return least < most && p && q ? [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2] : null
}
