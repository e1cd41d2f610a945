import type { TerritoryModel } from '../model.js'
import type { Palette } from '../palette.js'
import { type Fit, type Outline, toPixels } from '../territory/plane.js'
import { clusterShapes, inLayers } from './clusters.js'
import { type Ink, inkOf } from './ink.js'
import type { Laying } from './lay.js'

/** What of the browser's CanvasRenderingContext2D is drawn with. */
export interface Surface {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  globalAlpha: number
  lineJoin: unknown
  font: string
  textAlign: unknown
  textBaseline: unknown
  beginPath(): void
  closePath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  fill(): void
  stroke(): void
  setLineDash(dash: number[]): void
  fillText(text: string, x: number, y: number): void
}

/**
 * Paints a map of very many areas: all that look alike are one path, however many they are. It is the picture of
 * `territoryOption` but for names in the areas, for which many leave no room.
 *
 * @param surface empty, in pixels of the picture.
 * @param hatching what hatched areas are filled with over their colour, a pattern of the surface's own.
 */
export function paintTerritory(
  surface: Surface,
  model: TerritoryModel,
  palette: Palette,
  laid: Laying,
  hatching: unknown,
): void {
  for (const { ink, outlines } of groupsOf(model, palette)) {
    surface.globalAlpha = ink.opacity
    surface.beginPath()
    for (const outline of outlines) trace(surface, outline, laid)
    surface.fillStyle = ink.fill
    surface.fill()
    if (ink.hatched) {
      surface.fillStyle = hatching
      surface.fill()
    }
    surface.strokeStyle = ink.line
    surface.lineWidth = ink.lineWidth
    surface.setLineDash(ink.dashed ? [3, 3] : [])
    surface.stroke()
  }
  surface.globalAlpha = 1
  paintClusters(surface, model, palette, laid)
}

interface Group {
  readonly ink: Ink
  readonly outlines: Outline[]
}

function groupsOf(model: TerritoryModel, palette: Palette): Iterable<Group> {
  const groups = new Map<string, Group>()
  model.layout.outlines.forEach((outline, at) => {
    const mark = model.marks[at]
    if (!mark) return
    const ink = inkOf(mark, model, palette)
    const key = Object.values(ink).join()
    const group = groups.get(key) ?? { ink, outlines: [] }
    group.outlines.push(outline)
    groups.set(key, group)
  })
  return groups.values()
}

/** Half a pixel is as fine as is seen; neighbours round the corners that they share alike. */
const rounded = (pixels: number): number => Math.round(pixels * 2) / 2

function trace(surface: Surface, { polygons, centre }: Outline, { to, radius }: Laying): void {
  if (polygons.length === 0) {
    const [x, y] = toPixels(centre, to)
    surface.moveTo(x + radius, y)
    surface.arc(x, y, radius, 0, 2 * Math.PI)
    return
  }
  for (const rings of polygons) for (const ring of rings) traceRing(surface, ring, to)
}

function traceRing(surface: Surface, ring: Outline['polygons'][number][number], to: Fit): void {
  let [lastX, lastY] = [NaN, NaN]
  for (const place of ring) {
    const [x, y] = [rounded(place[0] * to.scale + to.dx), rounded(place[1] * to.scale + to.dy)]
    if (x === lastX && y === lastY) continue
    if (Number.isNaN(lastX)) surface.moveTo(x, y)
    else surface.lineTo(x, y)
    lastX = x
    lastY = y
  }
  surface.closePath()
}

function paintClusters(surface: Surface, model: TerritoryModel, palette: Palette, laid: Laying): void {
  surface.lineJoin = 'round'
  for (const cluster of inLayers(model.clusters)) {
    const { lines, sign, number } = clusterShapes(cluster, model, palette, laid)
    for (const line of lines) {
      surface.beginPath()
      if (line.type === 'circle') surface.arc(line.shape.cx, line.shape.cy, line.shape.r, 0, 2 * Math.PI)
      else {
        line.shape.points.forEach(([x = 0, y = 0], at) =>
          at === 0 ? surface.moveTo(x, y) : surface.lineTo(x, y),
        )
        surface.closePath()
      }
      surface.globalAlpha = line.style.opacity ?? 1
      surface.strokeStyle = line.style.stroke
      surface.lineWidth = line.style.lineWidth
      surface.setLineDash(line.style.lineDash ?? [])
      surface.stroke()
    }
    surface.globalAlpha = 1
    surface.setLineDash([])
    surface.beginPath()
    surface.arc(sign.shape.cx, sign.shape.cy, sign.shape.r, 0, 2 * Math.PI)
    surface.fillStyle = sign.style.fill
    surface.fill()
    surface.strokeStyle = sign.style.stroke
    surface.lineWidth = sign.style.lineWidth
    surface.stroke()
    const { text, x, y, fill, font } = number.style
    surface.fillStyle = fill
    surface.font = font
    surface.textAlign = 'center'
    surface.textBaseline = 'middle'
    surface.fillText(text, x, y)
  }
}
