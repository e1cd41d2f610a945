import type { EChartsOption } from 'echarts'
import type { Palette } from '../palette.js'
import type { BarsModel } from '../model.js'
import { cut, frame, hatch, tooltipHtml } from './frame.js'

const FEW = 5
/** Full-width signs of a name on the axis. */
const WIDEST = 11
/** Fewer bars than this are not stretched over the whole height. */
const SPARSE = 8

/** Horizontal bars with their numbers at the end; an interval is drawn as a whisker over its bar. */
export function barsOption(model: BarsModel, palette: Palette): EChartsOption {
  const { marks } = model
  const longest = Math.max(0, ...marks.map((mark) => cut(mark.label, WIDEST).length))
  const withInterval = marks.some((mark) => mark.lower !== null)
  const byName = (index: number) => marks[index]
  return {
    ...frame(palette),
    grid: {
      left: 6,
      right: model.additive ? 92 : 72,
      top: 4,
      ...(marks.length < SPARSE ? { height: marks.length * 34 } : { bottom: 4 }),
      containLabel: true,
    },
    xAxis: {
      type: 'value',
      show: false,
      min: 0,
      ...(model.unit === 'percent' && { max: 1 }),
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: marks.map((mark) => mark.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        color: palette.text,
        width: Math.max(40, longest * 12.5),
        formatter: (label: string) => cut(label, WIDEST),
        interval: 0,
      },
      triggerEvent: true,
    },
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'item',
      formatter: (point) => {
        const one = Array.isArray(point) ? point[0] : point
        return tooltipHtml(byName(one?.dataIndex ?? -1)?.lines ?? [])
      },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '28%',
        barMaxWidth: 20,
        cursor: 'pointer',
        emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 2 } },
        data: marks.map((mark) => ({
          value: mark.value ?? '-',
          itemStyle: {
            color: mark.code === '' || mark.isOthers ? palette.muted : palette.accent,
            opacity: mark.faded ? 0.25 : withInterval ? 0.4 : 1,
            ...(!model.additive && mark.n < FEW && { decal: hatch(palette) }),
          },
        })),
        label: {
          show: true,
          position: withInterval ? 'insideLeft' : 'right',
          color: palette.text,
          opacity: 1,
          formatter: ({ dataIndex }) => {
            const mark = byName(dataIndex)
            if (!mark) return ''
            if (withInterval) return mark.value === null ? mark.text : `${mark.text}  n=${mark.n}`
            return mark.change && !mark.change.startsWith('—')
              ? `${mark.text}  {change|${mark.change}}`
              : mark.text
          },
          rich: { change: { color: palette.muted, fontSize: 11 } },
        },
      },
      ...(withInterval ? [whiskers(model, palette)] : []),
    ],
  }
}

function whiskers(
  model: BarsModel,
  palette: Palette,
): NonNullable<Extract<EChartsOption['series'], unknown[]>>[number] {
  return {
    type: 'custom',
    silent: true,
    z: 5,
    encode: { x: [0, 1], y: 2 },
    data: model.marks.flatMap((mark, at) =>
      mark.lower === null || mark.upper === null ? [] : [[mark.lower, mark.upper, at]],
    ),
    renderItem: (_params, api) => {
      const y = Number(api.value(2))
      const [from, to] = [api.coord([api.value(0), y]), api.coord([api.value(1), y])]
      const [x1 = 0, middle = 0] = from
      const [x2 = 0] = to
      const line = (shape: { x1: number; y1: number; x2: number; y2: number }) => ({
        type: 'line' as const,
        shape,
        style: { stroke: palette.text, lineWidth: 1.2 },
      })
      return {
        type: 'group',
        children: [
          line({ x1, y1: middle, x2, y2: middle }),
          line({ x1, y1: middle - 4, x2: x1, y2: middle + 4 }),
          line({ x1: x2, y1: middle - 4, x2, y2: middle + 4 }),
        ],
      }
    },
  }
}
