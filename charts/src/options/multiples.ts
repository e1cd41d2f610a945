import type { EChartsOption } from 'echarts'
import { formatNumber } from '../format.js'
import type { MultiplesModel } from '../model.js'
import type { Palette } from '../palette.js'
import { cut, frame, tooltipHtml } from './frame.js'

/** Panes beside each other, on a telephone fewer. */
const ACROSS = 4
const ACROSS_NARROW = 2

/** Places of the panes in percent of the whole, line by line. */
function places(count: number, across: number) {
  const down = Math.max(1, Math.ceil(count / across))
  const [width, height] = [100 / across, 100 / down]
  return Array.from({ length: count }, (_, at) => ({
    left: (at % across) * width,
    top: Math.floor(at / across) * height,
    width,
    height,
  }))
}

/** A small line for each member on one scale; its name and its last number above it. */
export function multiplesOption(model: MultiplesModel, palette: Palette): EChartsOption {
  const count = model.panes.length
  const placed = (across: number) => {
    const all = places(count, across)
    const percent = (number: number) => `${number.toFixed(3)}%`
    return {
      grid: all.map(({ left, top, width, height }) => ({
        left: percent(left + width * 0.03),
        top: percent(top + height * 0.3),
        width: percent(width * 0.92),
        height: percent(height * 0.56),
      })),
      title: all.map(({ left, top, width }, at) => {
        const pane = model.panes[at]
        return {
          left: percent(left + width * 0.03),
          top: percent(top),
          padding: [2, 0],
          text: `${cut(pane?.label ?? '', across === ACROSS ? 9 : 8)}  {value|${pane?.text ?? ''}}`,
          textStyle: {
            color: pane?.faded ? palette.muted : palette.text,
            fontSize: 12,
            fontWeight: 500 as const,
            rich: { value: { color: palette.muted, fontSize: 12 } },
          },
        }
      }),
    }
  }
  return {
    ...frame(palette),
    ...placed(ACROSS),
    media: [{ query: { maxWidth: 520 }, option: placed(ACROSS_NARROW) }],
    xAxis: model.panes.map((_, at) => ({
      type: 'category' as const,
      gridIndex: at,
      boundaryGap: false,
      data: model.buckets.map(({ key }) => key),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        color: palette.muted,
        fontSize: 10,
        interval: (bucket: number) => bucket === 0 || bucket === model.buckets.length - 1,
        alignMinLabel: 'left' as const,
        alignMaxLabel: 'right' as const,
        formatter: (key: string) => model.buckets.find((bucket) => bucket.key === key)?.label ?? key,
      },
    })),
    yAxis: model.panes.map((_, at) => ({
      type: 'value' as const,
      gridIndex: at,
      min: 0,
      max: model.max || 1,
      splitNumber: 2,
      axisLabel: { show: false, formatter: (value: number) => formatNumber(value, model.unit) },
      splitLine: { lineStyle: { color: palette.line, opacity: 0.6 } },
    })),
    tooltip: {
      ...frame(palette).tooltip,
      trigger: 'axis',
      formatter: (points) => {
        const one = Array.isArray(points) ? points[0] : points
        return tooltipHtml(model.panes[one?.seriesIndex ?? -1]?.lines[one?.dataIndex ?? -1] ?? [])
      },
    },
    series: model.panes.map((pane, at) => ({
      type: 'line' as const,
      name: pane.label,
      xAxisIndex: at,
      yAxisIndex: at,
      cursor: 'pointer',
      triggerLineEvent: true,
      connectNulls: false,
      symbol: 'circle',
      symbolSize: 4,
      color: palette.series[0],
      lineStyle: { width: 1.6, opacity: pane.faded ? 0.3 : 1 },
      areaStyle: { opacity: pane.faded ? 0.03 : 0.1 },
      data: pane.values.map((value, nth) => ({
        value: value ?? '-',
        // What happened then is said by the point; which thing, by its tooltip.
        ...(model.buckets[nth]?.isNoted && { symbol: 'diamond', symbolSize: 9 }),
        ...((model.buckets[nth]?.partial || model.buckets[nth]?.isFilling) && {
          itemStyle: { color: palette.panel, borderColor: palette.series[0], borderWidth: 1.2 },
        }),
      })),
    })),
  }
}
