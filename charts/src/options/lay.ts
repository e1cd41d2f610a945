import type { TerritoryModel } from '../model.js'
import { type Fit, fit } from '../territory/plane.js'

/** Between the map and the edge of its picture, in pixels. */
const MAP_MARGIN = 6
/** Around points there must be room for the circles. */
const POINT_MARGIN = 40
const [LEAST_RADIUS, MOST_RADIUS] = [9, 20]

type Laid = Pick<TerritoryModel, 'layout'>

/** How a map is laid onto a picture of this size; what is drawn over it is laid on in the same way. */
export const fitOf = ({ layout }: Laid, width: number, height: number): Fit =>
  fit(layout.box, width, height, layout.kind === 'points' ? POINT_MARGIN : MAP_MARGIN)

/** The radius of the circles of a map of points, in pixels: as large as half of the neighbours are apart. */
export function radiusOf({ layout }: Laid, { scale }: Fit): number {
  const usual = apartOf(layout) * scale * 0.45
  return Math.min(MOST_RADIUS, Math.max(LEAST_RADIUS, usual))
}

const known = new WeakMap<TerritoryModel['layout'], number>()

/** How far the points of a layout are from their nearest neighbours, the middle of it, in units of the plane. */
function apartOf(layout: TerritoryModel['layout']): number {
  const before = known.get(layout)
  if (before !== undefined) return before
  // From west to east: a neighbour is sought no further than the nearest one that is known.
  const places = layout.outlines.map(({ centre }) => centre).sort(([a], [b]) => a - b)
  const nearest = places.map(([x, y], at) => {
    let least = Infinity
    for (const step of [1, -1]) {
      for (let other = at + step; ; other += step) {
        const [ox = Infinity, oy = 0] = places[other] ?? []
        if (Math.abs(ox - x) >= least || ox === Infinity) break
        least = Math.min(least, Math.hypot(ox - x, oy - y))
      }
    }
    return least
  })
  const apart = nearest.sort((a, b) => a - b)[Math.floor(nearest.length / 2)] ?? 0
  known.set(layout, apart)
  return apart
}

/** A map on a picture of some size, and the radius of its points: 0 where it has none. */
export interface Laying {
  readonly to: Fit
  readonly radius: number
}

/** Lays the map out once for a size of the picture; a picture is drawn area by area. */
export function layingOf(model: Laid): (width: number, height: number) => Laying {
  let last: (Laying & { readonly width: number; readonly height: number }) | null = null
  return (width, height) => {
    if (last?.width === width && last.height === height) return last
    const to = fitOf(model, width, height)
    last = { width, height, to, radius: model.layout.kind === 'points' ? radiusOf(model, to) : 0 }
    return last
  }
}
