import { type Outline, type Place, isInside } from './plane.js'

export type Direction = 'left' | 'right' | 'up' | 'down'

const AHEAD: Readonly<Record<Direction, Place>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }
/** What lies aside counts as so many times further away. */
const ASIDE = 2

/** The area that one comes to from another in a direction: the nearest whose centre lies that way. Null at the edge. */
export function neighbour(outlines: readonly Outline[], from: Outline, direction: Direction): Outline | null {
  const [ux, uy] = AHEAD[direction]
  let [nearest, least]: [Outline | null, number] = [null, Infinity]
  for (const outline of outlines) {
    const [dx, dy] = [outline.centre[0] - from.centre[0], outline.centre[1] - from.centre[1]]
    const [ahead, aside] = [dx * ux + dy * uy, Math.abs(dx * uy - dy * ux)]
    const far = ahead + ASIDE * aside
    if (outline !== from && ahead > 0 && aside <= 2 * ahead && far < least) [nearest, least] = [outline, far]
  }
  return nearest
}

/** The areas whose centres a line drawn around them encloses. `line` on the plane. */
export const enclosed = (outlines: readonly Outline[], line: readonly Place[]): readonly string[] =>
  line.length < 3 ? [] : outlines.filter(({ centre }) => isInside(centre, line)).map(({ code }) => code)
