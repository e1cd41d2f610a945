import type { CustomSeriesRenderItem, EChartsOption } from 'echarts'
import { FONT, inkOn, type Palette } from '../palette.js'
import type { TerritoryModel } from '../model.js'
import { type Fit, type Outline, fit, toPixels } from '../territory/plane.js'
import { colourOf } from '../territory/scale.js'
import { clusterSeries } from './clusters.js'
import { frame, hatch, isLatin, tooltipHtml } from './frame.js'
import { tileName } from './tile-name.js'

/** Between the map and the edge of its picture, in pixels. */
export const MAP_MARGIN = 6
/** Around points there must be room for the circles. */
const POINT_MARGIN = 40
const [LEAST_RADIUS, MOST_RADIUS] = [9, 20]

/** How a map is laid onto a picture of this size; what is drawn over it is laid on in the same way. */
export const fitOf = ({ layout }: Pick<TerritoryModel, 'layout'>, width: number, height: number): Fit =>
  fit(layout.box, width, height, layout.kind === 'points' ? POINT_MARGIN : MAP_MARGIN)

/** The radius of the circles of a map of points, in pixels: as large as half of the neighbours are apart. */
export function radiusOf({ layout: { outlines } }: Pick<TerritoryModel, 'layout'>, { scale }: Fit): number {
  const apart = outlines.map(({ centre: [x, y] }, at) =>
    Math.min(
      ...outlines.map(({ centre }, other) =>
        other === at ? Infinity : Math.hypot(centre[0] - x, centre[1] - y),
      ),
    ),
  )
  const usual = apart.sort((a, b) => a - b)[Math.floor(apart.length / 2)] ?? 0
  return Math.min(MOST_RADIUS, Math.max(LEAST_RADIUS, usual * scale * 0.45))
}

/** Areas in the colours of their numbers; an ECharts map of 3,000 areas takes six times as long. */
export function territoryOption(model: TerritoryModel, palette: Palette): EChartsOption {
  const drawer = shapesOf(model)
  return {
    ...frame(palette),
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'item',
      transitionDuration: 0,
      formatter: (point) => {
        const one = Array.isArray(point) ? point[0] : point
        return tooltipHtml(model.marks[one?.dataIndex ?? -1]?.lines ?? [])
      },
    },
    series: [
      {
        type: 'custom',
        coordinateSystem: 'none',
        cursor: 'pointer',
        data: model.marks.map(({ drawn }) => drawn ?? '-'),
        renderItem: (params, api) => {
          const mark = model.marks[params.dataIndex]
          const outline = model.layout.outlines[params.dataIndex]
          if (!mark || !outline) return null
          const { to, radius } = drawer(api.getWidth(), api.getHeight())
          const fill = mark.drawn === null ? palette.empty : colourOf(palette, model.scale, mark.drawn)
          const style = {
            fill,
            stroke: mark.drawn === null ? palette.muted : mark.drawn === 0 ? palette.line : palette.mapLine,
            lineWidth: model.labelled ? 1 : 0.5,
            opacity: mark.faded ? 0.35 : 1,
            ...(mark.drawn === null && model.labelled && { lineDash: [3, 3] }),
            ...(mark.few && { decal: hatch(palette) }),
          }
          const shapes = shapesFor(outline, to, radius).map((shape) => ({
            ...shape,
            style,
            emphasisDisabled: true,
          }))
          const label = model.labelled ? labelOf(outline, mark, to, radius, palette, fill) : null
          return { type: 'group', emphasisDisabled: true, children: label ? [...shapes, label] : shapes }
        },
      },
      ...clusterSeries(model, palette, drawer),
    ],
  }
}

type Child = NonNullable<Extract<ReturnType<CustomSeriesRenderItem>, { type: 'group' }>>['children'][number]

/** Lays the map out once for a size of the picture; a picture is drawn area by area. */
function shapesOf(model: TerritoryModel) {
  let last: {
    readonly width: number
    readonly height: number
    readonly to: Fit
    readonly radius: number
  } | null = null
  return (width: number, height: number) => {
    if (last?.width === width && last.height === height) return last
    const to = fitOf(model, width, height)
    last = { width, height, to, radius: model.layout.kind === 'points' ? radiusOf(model, to) : 0 }
    return last
  }
}

function shapesFor({ polygons, centre }: Outline, to: Fit, radius: number) {
  if (polygons.length === 0) {
    const [cx, cy] = toPixels(centre, to)
    return [{ type: 'circle' as const, shape: { cx, cy, r: radius } }]
  }
  return polygons.map((rings) => {
    const [shell = [], ...holes] = rings.map((ring) => ring.map((place) => [...toPixels(place, to)]))
    if (holes.length === 0) return { type: 'polygon' as const, shape: { points: shell } }
    const pathData = [shell, ...holes]
      .map((ring) => `M${ring.map((place) => place.join(' ')).join('L')}Z`)
      .join('')
    return { type: 'path' as const, shape: { pathData } }
  })
}

/** The name and number of an area, where there is room for them. */
function labelOf(
  outline: Outline,
  mark: TerritoryModel['marks'][number],
  to: Fit,
  radius: number,
  palette: Palette,
  fill: string,
): Child | null {
  const [x, y] = toPixels(outline.centre, to)
  const isPoint = outline.polygons.length === 0
  const name = tileName(mark.label)
  const room = (outline.box[2] - outline.box[0]) * to.scale
  const needed = Math.max(...name.split('\n').map((line) => line.length * (isLatin(line) ? 6.5 : 12)))
  if (!isPoint && room < needed) return null
  const ink = isPoint || mark.faded || mark.drawn === null || mark.drawn === 0 ? palette.text : inkOn(fill)
  const text = isPoint ? name.replace('\n', '') : `${name}\n${mark.text}`
  return {
    type: 'text',
    silent: true,
    z2: 100,
    x,
    y: isPoint ? y + radius + 2 : y,
    style: {
      text,
      fill: ink,
      opacity: mark.faded ? 0.6 : 1,
      font: `${isLatin(name) ? 11 : 12}px ${FONT}`,
      lineHeight: 15,
      align: 'center',
      verticalAlign: isPoint ? 'top' : 'middle',
      ...(isPoint && { stroke: palette.panel, lineWidth: 3 }),
    },
  }
}
