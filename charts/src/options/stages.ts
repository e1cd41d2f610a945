import type { EChartsOption } from 'echarts'
import type { StagesModel } from '../model.js'
import { inkOn, type Palette } from '../palette.js'
import { frame, tooltipHtml } from './frame.js'

/** Bars from one line, each with its part of the first: lengths from a common start can be compared, a funnel's cannot. */
export function stagesOption(model: StagesModel, palette: Palette): EChartsOption {
  const most = Math.max(0, ...model.stages.map(({ value }) => value ?? 0))
  const isLong = (value: number | null) => most > 0 && (value ?? 0) / most > 0.3
  return {
    ...frame(palette),
    grid: { left: 6, right: 84, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: model.stages.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.text, interval: 0 },
    },
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'item',
      formatter: (point) => {
        const one = Array.isArray(point) ? point[0] : point
        return tooltipHtml(model.stages[one?.dataIndex ?? -1]?.lines ?? [])
      },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '24%',
        barMaxWidth: 34,
        emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 2 } },
        data: model.stages.map(({ value }, at) => ({
          value: value ?? '-',
          itemStyle: { color: palette.ramp[Math.max(1, palette.ramp.length - 1 - at)] ?? palette.accent },
          label: {
            show: true,
            position: isLong(value) ? 'insideLeft' : 'right',
            color: isLong(value)
              ? inkOn(palette.ramp[Math.max(1, palette.ramp.length - 1 - at)] ?? palette.accent)
              : palette.text,
            formatter: () => {
              const stage = model.stages[at]
              return stage?.share ? `${stage.text}  ${stage.share}` : (stage?.text ?? '')
            },
          },
        })),
      },
    ],
  }
}
