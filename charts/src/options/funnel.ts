import type { EChartsOption } from 'echarts'
import { formatNumber } from '../format.js'
import type { FunnelModel } from '../model.js'
import type { Palette } from '../palette.js'
import { cut, frame, tooltipHtml } from './frame.js'

type Series = Extract<EChartsOption['series'], unknown[]>[number]
type Mark = FunnelModel['marks'][number]

/** Full-width signs of a name beside its point. */
const WIDEST = 8

/** Points over their limits; the few outside have names, and a sign that says on which side they are. */
export function funnelOption(model: FunnelModel, palette: Palette): EChartsOption {
  return {
    ...frame(palette),
    grid: { left: 6, right: 20, top: 44, bottom: 22, containLabel: true },
    legend: {
      show: model.limits.length > 0,
      data: Object.values(model.lineNames),
      selectedMode: false,
      top: 0,
      left: 0,
      itemWidth: 26,
      // Lines only: the limits have no points.
      itemStyle: { opacity: 0 },
      textStyle: { color: palette.text },
    },
    xAxis: {
      type: 'value',
      min: 0,
      ...(model.limits.length > 0 && { max: 'dataMax' as const }),
      minInterval: 1,
      name: model.across,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: { color: palette.muted },
      axisLabel: { color: palette.muted, formatter: (n: number) => formatNumber(n, 'cases') },
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: palette.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.2,
      axisLabel: { color: palette.muted, formatter: (value: number) => formatNumber(value, 'percent') },
      splitLine: { lineStyle: { color: palette.line } },
    },
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'item',
      formatter: (point) => {
        const one = Array.isArray(point) ? point[0] : point
        return tooltipHtml(model.marks[one?.dataIndex ?? -1]?.lines ?? [])
      },
    },
    series: [points(model, palette), ...limits(model, palette)],
  }
}

/** Triangles point to the side on which a member lies; what is within is a hollow dot. */
function points({ marks, better }: FunnelModel, palette: Palette): Series {
  const colourOf = ({ side, far }: Mark): string => {
    if (side === 'within' || better === 'neither') return palette.accent
    const isGood = (side === 'above') === (better === 'higher')
    if (!far) return isGood ? palette.accent : palette.series[1]
    return isGood ? palette.good : palette.alarm
  }
  return {
    type: 'scatter',
    cursor: 'pointer',
    z: 5,
    data: marks.map((mark) => ({
      value: [mark.n, mark.value],
      name: mark.label,
      symbol: mark.side === 'within' ? 'emptyCircle' : 'triangle',
      symbolRotate: mark.side === 'below' ? 180 : 0,
      symbolSize: mark.side === 'within' ? 9 : mark.far ? 14 : 11,
      itemStyle: { color: colourOf(mark), opacity: mark.faded ? 0.25 : 1 },
      label: {
        show: mark.side !== 'within',
        formatter: cut(mark.label, WIDEST),
        position: 'right' as const,
        color: palette.text,
      },
    })),
    labelLayout: { hideOverlap: true },
  }
}

/** The rate of all as a line, the limits dashed around it: the outer ones finer. */
function limits({ limits: places, target, lineNames }: FunnelModel, palette: Palette): Series[] {
  const line = (
    name: string,
    values: readonly (readonly [number, number])[],
    type: number[] | 'solid',
  ): Series => ({
    type: 'line',
    name,
    silent: true,
    showSymbol: false,
    symbol: 'none',
    color: palette.muted,
    data: values.map(([n, value]) => [n, value]),
    lineStyle: { color: palette.muted, width: 1, type },
  })
  const last = places.at(-1)
  if (target === null || !last) return []
  const ends = (of: 'alarm' | 'warning', end: 'lower' | 'upper') =>
    places.map((place) => [place.n, place[of][end]] as const)
  return [
    line(
      lineNames.target,
      [
        [0, target],
        [last.n, target],
      ],
      'solid',
    ),
    line(lineNames.warning, ends('warning', 'lower'), [6, 4]),
    line(lineNames.warning, ends('warning', 'upper'), [6, 4]),
    line(lineNames.alarm, ends('alarm', 'lower'), [2, 3]),
    line(lineNames.alarm, ends('alarm', 'upper'), [2, 3]),
  ]
}
