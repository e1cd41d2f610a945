import type { EChartsOption } from 'echarts'
import type { CalendarModel } from '../model.js'
import { rampColour, type Palette } from '../palette.js'
import { frame, tooltipHtml } from './frame.js'

/**
 * Squares of days, those on which something happened with an edge, those still being entered with a dashed one, the weeks
 * side by side; a day without a report is an empty square.
 */
export function calendarOption(model: CalendarModel, palette: Palette): EChartsOption {
  const axis = {
    type: 'category' as const,
    axisTick: { show: false },
    axisLine: { show: false },
    splitLine: { show: false },
  }
  return {
    ...frame(palette),
    grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      ...axis,
      position: 'top',
      data: model.weeks.map((_, week) => String(week)),
      axisLabel: {
        color: palette.muted,
        interval: (week: number) => model.weeks[week] !== '',
        formatter: (week: string) => model.weeks[Number(week)] ?? '',
      },
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: [...model.weekdays],
      axisLabel: { color: palette.muted, interval: 0, fontSize: 11 },
    },
    tooltip: {
      ...frame(palette).tooltip,
      formatter: (point) => {
        const one = Array.isArray(point) ? point[0] : point
        return tooltipHtml(model.days[one?.dataIndex ?? -1]?.lines ?? [])
      },
    },
    series: [
      {
        type: 'custom',
        cursor: 'pointer',
        encode: { x: 0, y: 1, value: 2 },
        data: model.days.map((day) => [day.week, day.weekday, day.value ?? 0]),
        renderItem: (params, api) => {
          const { value = null, noted = null, isFilling = false } = model.days[params.dataIndex] ?? {}
          const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
          const size = api.size?.([1, 1])
          const [width = 0, height = 0] = Array.isArray(size) ? size : []
          const isNone = value === 0
          return {
            type: 'rect',
            shape: {
              x: x - width / 2 + 1,
              y: y - height / 2 + 1,
              width: Math.max(1, width - 2),
              height: Math.max(1, height - 2),
              r: 2,
            },
            style: {
              fill:
                value === null
                  ? palette.empty
                  : isNone
                    ? 'transparent'
                    : rampColour(palette, value, model.max),
              ...(isNone && { stroke: palette.line, lineWidth: 1 }),
              ...(isFilling && { stroke: palette.muted, lineWidth: 1.2, lineDash: [2, 2] }),
              ...(noted && { stroke: noted === 'accident' ? palette.alarm : palette.text, lineWidth: 1.4 }),
            },
            emphasis: { style: { stroke: palette.text, lineWidth: 2 } },
          }
        },
      },
    ],
  }
}
