/** A place on the plane of a map: x to the right, y downwards, in units of the map's own. */
export type Place = readonly [number, number]

/** Where an area lies: polygons of a shell and its holes, or nothing but its centre where it is a point. */
export interface Outline {
  readonly code: string
  readonly name: string
  readonly polygons: readonly (readonly (readonly Place[])[])[]
  readonly centre: Place
  /** Left, top, right and bottom. */
  readonly box: Box
}

export type Box = readonly [number, number, number, number]

export function boxOf(places: Iterable<Place>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of places) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return [left, top, right, bottom]
}

/** The rectangle around others. */
export const around = (boxes: readonly Box[]): Box =>
  boxOf(
    boxes.flatMap(([left, top, right, bottom]): Place[] => [
      [left, top],
      [right, bottom],
    ]),
  )

/** How the plane is laid onto a drawing: pixels = place × scale + shift. */
export interface Fit {
  readonly scale: number
  readonly dx: number
  readonly dy: number
}

/** Lays a rectangle of the plane into the middle of a drawing, as large as it will go. `margin` in pixels. */
export function fit([left, top, right, bottom]: Box, width: number, height: number, margin: number): Fit {
  const [wide, high] = [Math.max(right - left, Number.EPSILON), Math.max(bottom - top, Number.EPSILON)]
  const scale = Math.min(Math.max(1, width - 2 * margin) / wide, Math.max(1, height - 2 * margin) / high)
  return {
    scale,
    dx: (width - (left + right) * scale) / 2,
    dy: (height - (top + bottom) * scale) / 2,
  }
}

export const toPixels = ([x, y]: Place, { scale, dx, dy }: Fit): Place => [x * scale + dx, y * scale + dy]

/** The outline as the `d` of an SVG path, in pixels; '' for a point. */
export const pathOf = ({ polygons }: Pick<Outline, 'polygons'>, to: Fit): string =>
  polygons
    .flat()
    .map((ring) => {
      const places = ring.map((place) =>
        toPixels(place, to)
          .map((pixel) => pixel.toFixed(1))
          .join(' '),
      )
      return `M${places.join('L')}Z`
    })
    .join('')

/** Does a place lie inside a closed line? Even-odd rule; the line need not repeat its first place. */
export function isInside([x, y]: Place, line: readonly Place[]): boolean {
  let inside = false
  for (let i = 0, j = line.length - 1; i < line.length; j = i, i += 1) {
    const [[ax, ay], [bx, by]] = [line[i] ?? [0, 0], line[j] ?? [0, 0]]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** The centre of gravity of a closed ring by the shoelace formula; the middle of its box where it encloses nothing. */
export function centreOf(ring: readonly Place[]): Place {
  const [x0, y0] = ring[0] ?? [0, 0]
  let [area, sx, sy] = [0, 0, 0]
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1] ?? [0, 0]
    const [bx, by] = ring[i] ?? [0, 0]
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    area += cross
    sx += (ax - x0 + bx - x0) * cross
    sy += (ay - y0 + by - y0) * cross
  }
  if (area !== 0) return [x0 + sx / (3 * area), y0 + sy / (3 * area)]
  const [left, top, right, bottom] = boxOf(ring)
  return [(left + right) / 2, (top + bottom) / 2]
}
