import { type Outline, type Place, isInside } from './plane.js'
import type { Layout } from './layout.js'

/**
 * Which area lies under a place of the plane. Areas are kept in the cells of a grid, so that of thousands only the few
 * that are near are looked at.
 *
 * @param radius of areas that are points, in units of the plane.
 * @returns the position of an outline, the last where several lie over each other; -1 where there is none.
 */
export function finderOf({ outlines, box }: Layout, radius: number): (place: Place) => number {
  const [left, top, right, bottom] = box
  const side = Math.max(1, Math.ceil(Math.sqrt(outlines.length)))
  const cellOf = (value: number, from: number, to: number): number =>
    Math.min(side - 1, Math.max(0, Math.floor(((value - from) / (to - from || 1)) * side)))
  const cells = Array.from({ length: side * side }, (): number[] => [])
  outlines.forEach(({ polygons, box: own }, at) => {
    const more = polygons.length === 0 ? radius : 0
    const [west, east] = [cellOf(own[0] - more, left, right), cellOf(own[2] + more, left, right)]
    const [north, south] = [cellOf(own[1] - more, top, bottom), cellOf(own[3] + more, top, bottom)]
    for (let row = north; row <= south; row += 1)
      for (let column = west; column <= east; column += 1) cells[row * side + column]?.push(at)
  })
  return ([x, y]) => {
    const near = cells[cellOf(y, top, bottom) * side + cellOf(x, left, right)] ?? []
    return near.findLast((at) => isOn(outlines[at], [x, y], radius)) ?? -1
  }
}

function isOn(outline: Outline | undefined, place: Place, radius: number): boolean {
  if (!outline) return false
  const { box, centre, polygons } = outline
  if (polygons.length === 0) return Math.hypot(place[0] - centre[0], place[1] - centre[1]) <= radius
  const [x, y] = place
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false
  // A hole takes out again what its shell encloses.
  return polygons.some((rings) => rings.filter((ring) => isInside(place, ring)).length % 2 === 1)
}
