import type { CustomSeriesRenderItem, EChartsOption } from 'echarts'
import { FONT, inkOn, type Palette } from '../palette.js'
import type { TerritoryModel } from '../model.js'
import { type Fit, type Outline, toPixels } from '../territory/plane.js'
import { clusterSeries } from './clusters.js'
import { frame, hatch, isLatin, tooltipHtml } from './frame.js'
import { inkOf } from './ink.js'
import { layingOf } from './lay.js'
import { tileName } from './tile-name.js'

/** Areas in the colours of their numbers, each a shape of its own: for files, and for the screen where they are few. */
export function territoryOption(model: TerritoryModel, palette: Palette): EChartsOption {
  const lay = layingOf(model)
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
          const { to, radius } = lay(api.getWidth(), api.getHeight())
          const { fill, line, lineWidth, opacity, dashed, hatched } = inkOf(mark, model, palette)
          const style = {
            ...{ fill, stroke: line, lineWidth, opacity },
            ...(dashed && { lineDash: [3, 3] }),
            ...(hatched && { decal: hatch(palette) }),
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
      ...clusterSeries(model, palette, lay),
    ],
  }
}

type Child = NonNullable<Extract<ReturnType<CustomSeriesRenderItem>, { type: 'group' }>>['children'][number]

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

/** Height of a line of a label, in pixels. */
const LINE = 15

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
  // Lines that would run over the area are left out, the number first: it stands in the tooltip and in the table.
  const lines = Math.floor(((outline.box[3] - outline.box[1]) * to.scale) / LINE)
  const told = [...name.split('\n'), mark.text]
  if (!isPoint && lines < told.length - 1) return null
  const text = isPoint ? name.replace('\n', '') : told.slice(0, lines).join('\n')
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
      lineHeight: LINE,
      align: 'center',
      verticalAlign: isPoint ? 'top' : 'middle',
      ...(isPoint && { stroke: palette.panel, lineWidth: 3 }),
    },
  }
}
