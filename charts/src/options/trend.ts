import type { EChartsOption, LineSeriesOption } from 'echarts'
import { formatNumber } from '../format.js'
import type { Palette } from '../palette.js'
import type { TrendModel } from '../model.js'
import { fillingSeries } from './filling.js'
import { heightOfNotes, noteSeries } from './notes.js'
import { frame, tooltipHtml } from './frame.js'

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'emptyCircle'] as const
/** 其他 is a line of points: it is no member. */
const OTHERS = 5

/** Lines that differ by colour, shape and dash; gaps stay gaps, a bucket that is not over has a hollow point. */
export function trendOption(model: TrendModel, palette: Palette): EChartsOption {
  const { highlight, notes } = model
  const top = 34 + heightOfNotes(notes)
  /** On a telephone two names stand in a line of the legend. */
  const names = model.series.length + (model.series.some(({ filling }) => filling) ? 2 : 0)
  const narrowLegend = 24 * Math.max(1, Math.ceil(names / 2) - 1)
  return {
    ...frame(palette),
    grid: { left: 6, right: 18, top, bottom: 4, containLabel: true },
    media: [{ query: { maxWidth: 520 }, option: { grid: { top: top + narrowLegend } } }],
    legend: {
      top: 0,
      left: 0,
      icon: undefined,
      itemWidth: 30,
      itemHeight: 8,
      itemGap: 14,
      textStyle: { color: palette.text },
      inactiveColor: palette.muted,
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: model.buckets.map((bucket) => bucket.key),
      axisTick: { alignWithLabel: true, lineStyle: { color: palette.line } },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        color: palette.muted,
        hideOverlap: true,
        formatter: (key: string) => model.buckets.find((bucket) => bucket.key === key)?.label ?? key,
      },
    },
    yAxis: {
      type: 'value',
      ...(model.unit === 'cases' && { minInterval: 1 }),
      splitNumber: 4,
      axisLabel: { color: palette.muted, formatter: (value: number) => formatNumber(value, model.unit) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'axis',
      axisPointer: { lineStyle: { color: palette.muted } },
      formatter: (points) => {
        const one = Array.isArray(points) ? points[0] : points
        return tooltipHtml(model.buckets[one?.dataIndex ?? -1]?.lines ?? [])
      },
    },
    series: [
      ...model.series.map((series, at): LineSeriesOption => ({
        type: 'line' as const,
        name: series.name,
        cursor: 'pointer',
        connectNulls: false,
        triggerLineEvent: true,
        symbol: SYMBOLS[series.colour],
        symbolSize: series.dashed ? 0 : 6,
        lineStyle: {
          width: series.dashed ? 1.5 : series.colour === 0 ? 2.4 : 1.6,
          type: series.dashed ? 'dashed' : series.colour === OTHERS ? 'dotted' : 'solid',
        },
        color: palette.series[series.colour],
        data: series.values.map((value, nth) => ({
          value: value ?? '-',
          ...((model.buckets[nth]?.partial || series.filling?.points[nth]) &&
            !series.dashed && {
              itemStyle: {
                color: palette.panel,
                borderColor: palette.series[series.colour],
                borderWidth: 1.5,
              },
              symbolSize: 8,
            }),
        })),
        ...(at === 0 &&
          highlight && {
            markArea: {
              silent: true,
              itemStyle: { color: palette.accent, opacity: 0.06 },
              data: [
                [{ xAxis: highlight[0] }, { xAxis: highlight[1] }] as [{ xAxis: string }, { xAxis: string }],
              ],
            },
          }),
      })),
      ...model.series.flatMap(({ values, filling, colour }) =>
        filling ? fillingSeries({ values, filling, colour: palette.series[colour] }) : [],
      ),
      ...bandSeries(model, palette),
      ...noteSeries(notes, { count: model.buckets.length, edged: true }, palette),
    ],
  }
}

/** Up to where chance reaches: shaded from 0, under everything, and said in the legend. */
const bandSeries = ({ band }: TrendModel, palette: Palette): LineSeriesOption[] =>
  band
    ? [
        {
          type: 'line',
          name: band.name,
          symbol: 'none',
          silent: true,
          step: 'middle',
          z: 1,
          lineStyle: { width: 0 },
          areaStyle: { color: palette.muted, opacity: 0.16 },
          color: palette.muted,
          data: band.upper.map((value) => value ?? '-'),
        },
      ]
    : []
