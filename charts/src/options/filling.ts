import type { CustomSeriesOption, LineSeriesOption } from 'echarts'
import type { Filling } from '../model.js'

/** A series whose last points still grow, and its colour. */
interface Growing {
  readonly values: readonly (number | null)[]
  readonly filling: Filling
  readonly colour: string
}

const DASH = [2, 2]

/** Where the expected line and its band stand at a place: at the last whole point before, lower = upper = the count. */
function ends(
  { values, filling }: Growing,
  at: number,
): { mid: number; lower: number; upper: number } | null {
  const point = filling.points[at]
  if (point) return { mid: point.expected, lower: point.lower, upper: point.upper }
  const count = filling.points[at + 1] ? values[at] : null
  return count === null || count === undefined ? null : { mid: count, lower: count, upper: count }
}

/** Beside the line of what is counted: a dashed one of what it grows to, and its interval as a band with dashed edges. */
export function fillingSeries(growing: Growing): [LineSeriesOption, CustomSeriesOption] {
  const { filling, colour, values } = growing
  const all = values.map((_, at) => ends(growing, at))
  return [
    {
      type: 'line',
      name: filling.name,
      silent: true,
      connectNulls: false,
      symbol: 'emptyDiamond',
      symbolSize: 7,
      color: colour,
      lineStyle: { width: 1.6, type: DASH },
      data: all.map((each, at) => ({
        value: each?.mid ?? '-',
        ...(!filling.points[at] && { symbolSize: 0 }),
      })),
    },
    {
      type: 'custom',
      silent: true,
      z: 1,
      tooltip: { show: false },
      encode: { x: 0, y: [1, 2] },
      data: all.flatMap((each, at) => (each ? [[at, each.lower, each.upper]] : [])),
      renderItem: (_, api) => {
        const at = Number(api.value(0))
        const here = all[at]
        if (!here) return null
        const point = (bucket: number, value: number): number[] => api.coord([bucket, value])
        const [top, bottom] = [point(at, here.upper), point(at, here.lower)]
        const before = filling.points[at] ? all[at - 1] : null
        const edge = { stroke: colour, lineWidth: 1, lineDash: [2, 3], opacity: 0.9 }
        if (!before) {
          // The first of all: an interval that stands alone.
          return filling.points[at] && at === 0
            ? { type: 'polyline', shape: { points: [top, bottom] }, style: { ...edge, fill: 'none' } }
            : null
        }
        const [from, to] = [point(at - 1, before.upper), point(at - 1, before.lower)]
        return {
          type: 'group',
          children: [
            {
              type: 'polygon',
              shape: { points: [from, top, bottom, to] },
              style: { fill: colour, opacity: 0.13 },
            },
            { type: 'polyline', shape: { points: [from, top] }, style: { ...edge, fill: 'none' } },
            { type: 'polyline', shape: { points: [to, bottom] }, style: { ...edge, fill: 'none' } },
          ],
        }
      },
    },
  ]
}

/** Over the columns of what is counted: what they grow to as an empty dashed column, and its interval as a whisker. */
export function fillingColumns({ values, filling, colour }: Growing): CustomSeriesOption {
  return {
    type: 'custom',
    name: filling.name,
    silent: true,
    tooltip: { show: false },
    // For the legend; the columns are drawn below.
    itemStyle: { color: 'transparent', borderColor: colour, borderWidth: 1.2, borderType: DASH },
    encode: { x: 0, y: [1, 2, 3] },
    data: filling.points.flatMap((point, at) =>
      point ? [[at, values[at] ?? 0, point.expected, point.upper, point.lower]] : [],
    ),
    renderItem: (_, api) => {
      const [at, count, expected, upper, lower] = [0, 1, 2, 3, 4].map((place) => Number(api.value(place)))
      const point = (value = 0): number[] => api.coord([at ?? 0, value])
      const size = api.size?.([1, 0])
      const width = Math.min(42, (Array.isArray(size) ? (size[0] ?? 0) : 0) * 0.7)
      const [x = 0, y = 0] = point(expected)
      const [, base = 0] = point(count)
      const [, top = 0] = point(upper)
      const [, bottom = 0] = point(lower)
      const line = { stroke: colour, lineWidth: 1.2, fill: 'none' }
      const across = (height: number): number[][] => [
        [x - 4, height],
        [x + 4, height],
      ]
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: x - width / 2, y, width, height: Math.max(0, base - y) },
            style: { ...line, lineDash: DASH },
          },
          {
            type: 'polyline',
            shape: {
              points: [
                [x, top],
                [x, bottom],
              ],
            },
            style: line,
          },
          { type: 'polyline', shape: { points: across(top) }, style: line },
          { type: 'polyline', shape: { points: across(bottom) }, style: line },
        ],
      }
    },
  }
}
