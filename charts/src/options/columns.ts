import type { EChartsOption } from 'echarts'
import { formatNumber } from '../format.js'
import type { Palette } from '../palette.js'
import type { ColumnsModel } from '../model.js'
import { fillingColumns } from './filling.js'
import { heightOfNotes, noteSeries } from './notes.js'
import { frame, tooltipHtml } from './frame.js'
import { broken } from './matrix.js'

/** A pattern over each series, so that not colour alone tells them apart. */
const DECALS = [
  null,
  { rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 6] },
  { rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [1, 4] },
  { rotation: 0, dashArrayX: [1, 0], dashArrayY: [1, 5] },
  { rotation: Math.PI / 2, dashArrayX: [1, 0], dashArrayY: [1, 5] },
  null,
] as const

/** Upright columns, their series stacked in the order of the legend. */
export function columnsOption(model: ColumnsModel, palette: Palette): EChartsOption {
  const several = model.series.length > 1
  const { filling } = model
  return {
    ...frame(palette),
    grid: {
      left: 6,
      right: 12,
      top: (several || filling ? 34 : 14) + heightOfNotes(model.notes),
      bottom: 4,
      containLabel: true,
    },
    legend: {
      show: several || filling !== null,
      top: 0,
      left: 0,
      itemWidth: 16,
      itemHeight: 10,
      textStyle: { color: palette.text },
      inactiveColor: palette.muted,
    },
    xAxis: {
      type: 'category',
      data: model.categories.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        color: palette.muted,
        hideOverlap: true,
        formatter: (label: string) => (model.timed ? label : broken(label)),
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      ...(model.unit === 'cases' && { minInterval: 1 }),
      axisLabel: { color: palette.muted, formatter: (value: number) => formatNumber(value, model.unit) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (points) => {
        const one = Array.isArray(points) ? points[0] : points
        return tooltipHtml(model.categories[one?.dataIndex ?? -1]?.lines ?? [])
      },
    },
    series: [
      ...model.series.map(({ name, colour, values }) => {
        const decal = DECALS[colour]
        return {
          type: 'bar' as const,
          name,
          stack: 'all',
          barMaxWidth: 42,
          cursor: 'pointer',
          emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 2 } },
          itemStyle: {
            color: palette.series[colour],
            ...(several && { borderColor: palette.panel, borderWidth: 0.5 }),
            ...(several &&
              decal && {
                decal: {
                  ...decal,
                  dashArrayX: [...decal.dashArrayX],
                  dashArrayY: [...decal.dashArrayY],
                  color: palette.dark ? 'rgba(0,0,0,0.28)' : 'rgba(255,255,255,0.3)',
                },
              }),
          },
          data: values.map((value) => value ?? '-'),
        }
      }),
      ...(filling
        ? [
            fillingColumns({
              filling,
              values: model.series[0]?.values ?? [],
              colour: palette.series[model.series[0]?.colour ?? 0],
            }),
          ]
        : []),
      ...noteSeries(model.notes, { count: model.categories.length, edged: false }, palette),
    ],
  }
}
