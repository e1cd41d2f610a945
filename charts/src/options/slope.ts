import type { EChartsOption } from 'echarts'
import { formatNumber } from '../format.js'
import type { SlopeModel } from '../model.js'
import type { Palette } from '../palette.js'
import { cut, frame, tooltipHtml } from './frame.js'

/** Lines from the period before to this one; those that rise are drawn stronger than those that fall. */
export function slopeOption(model: SlopeModel, palette: Palette): EChartsOption {
  return {
    ...frame(palette),
    grid: { left: 64, right: 176, top: 28, bottom: 10 },
    media: [{ query: { maxWidth: 420 }, option: { grid: { left: 48, right: 128 } } }],
    xAxis: {
      type: 'category',
      boundaryGap: false,
      position: 'top',
      data: ['before', 'now'],
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        color: palette.muted,
        interval: 0,
        formatter: (end: string) => model.ends[end === 'now' ? 1 : 0],
      },
      splitLine: { show: true, lineStyle: { color: palette.line } },
    },
    yAxis: { type: 'value', show: false, min: 0 },
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'item',
      formatter: (point) => {
        const one = Array.isArray(point) ? point[0] : point
        return tooltipHtml(model.marks[one?.seriesIndex ?? -1]?.lines ?? [])
      },
    },
    series: model.marks.map((mark) => {
      const rises = (mark.value ?? 0) > (mark.before ?? 0)
      const opacity = mark.faded ? 0.25 : 1
      return {
        type: 'line' as const,
        name: mark.label,
        cursor: 'pointer',
        triggerLineEvent: true,
        symbol: rises ? 'circle' : 'emptyCircle',
        symbolSize: 7,
        color: rises ? palette.series[1] : palette.series[0],
        lineStyle: { width: rises ? 2.4 : 1.4, opacity },
        itemStyle: { opacity },
        labelLayout: { moveOverlap: 'shiftY' as const },
        data: [
          {
            value: mark.before ?? '-',
            label: {
              show: true,
              position: 'left' as const,
              color: palette.muted,
              formatter: () => mark.beforeText,
            },
          },
          {
            value: mark.value ?? '-',
            label: {
              show: true,
              position: 'right' as const,
              color: palette.text,
              opacity,
              formatter: () =>
                `${mark.value === null ? mark.text : formatNumber(mark.value, model.unit)}  ${cut(mark.label, 10)}`,
            },
          },
        ],
      }
    }),
  }
}
