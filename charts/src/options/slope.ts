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
    series: [
      ...model.marks.map((mark) => {
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
          data: [mark.before ?? '-', mark.value ?? '-'],
        }
      }),
      names(model, palette),
    ],
  }
}

/** The numbers and names at both ends, moved apart where lines end close to each other. */
function names(
  { marks, unit }: SlopeModel,
  palette: Palette,
): NonNullable<Extract<EChartsOption['series'], unknown[]>>[number] {
  return {
    type: 'custom',
    silent: true,
    data: [[0, 0]],
    renderItem: (_params, api) => {
      const end = (at: 0 | 1, value: (mark: (typeof marks)[number]) => number | null) =>
        apart(
          marks.flatMap((mark) => {
            const number = value(mark)
            const [x = 0, y = 0] = number === null ? [] : api.coord([at, number])
            return number === null ? [] : [{ mark, x, y }]
          }),
        )
      const text = (x: number, y: number, words: string, align: 'left' | 'right', fill: string) => ({
        type: 'text' as const,
        style: { x, y, text: words, align, verticalAlign: 'middle' as const, fill, fontSize: 12 },
      })
      return {
        type: 'group',
        children: [
          ...end(0, (mark) => mark.before).map(({ mark, x, y }) =>
            text(x - 10, y, mark.beforeText, 'right', palette.muted),
          ),
          ...end(1, (mark) => mark.value).map(({ mark, x, y }) =>
            text(
              x + 10,
              y,
              `${formatNumber(mark.value ?? 0, unit)}  ${cut(mark.label, 10)}`,
              'left',
              mark.faded ? palette.muted : palette.text,
            ),
          ),
        ],
      }
    },
  }
}

const LINE = 14

/** Texts from the top down, each a line below the one before at least; what is pushed out below is pushed up again. */
export function apart<T extends { readonly y: number }>(texts: readonly T[]): T[] {
  const sorted = [...texts].sort((a, b) => a.y - b.y)
  const lowest = sorted.at(-1)?.y ?? 0
  const down: number[] = []
  for (const { y } of sorted) down.push(Math.max(y, (down.at(-1) ?? -Infinity) + LINE))
  const over = Math.max(0, (down.at(-1) ?? 0) - lowest - LINE / 2)
  let limit = (down.at(-1) ?? 0) - over
  const placed = [...down]
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? 0, limit)
    limit = (placed[at] ?? 0) - LINE
  }
  return sorted.map((text, at) => ({ ...text, y: placed[at] ?? text.y }))
}
