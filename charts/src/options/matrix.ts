import type { EChartsOption } from 'echarts'
import { inkOn, rampColour, type Palette } from '../palette.js'
import type { MatrixModel } from '../model.js'
import { cut, frame, isLatin, placeName, tooltipHtml } from './frame.js'

/** More columns than this are so narrow that a line of a name has two signs. */
const FEW_COLUMNS = 8
/** Signs of a name over its column. */
const MOST_SIGNS = 8

/** Cells coloured by their number, the number in them; an empty place is no case at all. */
export function matrixOption(model: MatrixModel, palette: Palette): EChartsOption {
  const axis = {
    type: 'category' as const,
    axisTick: { show: false },
    axisLine: { show: false },
    splitArea: { show: false },
    splitLine: { show: true, lineStyle: { color: palette.line, width: 0.5 } },
  }
  const turned = model.columns.some((column) => isLatin(column.label))
  return {
    ...frame(palette),
    grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      ...axis,
      position: 'top',
      data: model.columns.map((column) => column.label),
      axisLabel: {
        color: palette.text,
        interval: 0,
        lineHeight: 14,
        rotate: turned ? 38 : 0,
        formatter: (label: string) => broken(label, model.columns.length > FEW_COLUMNS ? 2 : 4),
      },
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: model.rows.map((row) => row.label),
      axisLabel: {
        color: palette.text,
        interval: 0,
        formatter: (label: string) => cut(isLatin(label) ? placeName(label) : label, 10),
      },
    },
    tooltip: {
      ...frame(palette).tooltip,
      formatter: (point) => {
        const one = Array.isArray(point) ? point[0] : point
        return tooltipHtml(model.cells[one?.dataIndex ?? -1]?.lines ?? [])
      },
    },
    series: [
      {
        type: 'custom',
        cursor: 'pointer',
        encode: { x: 0, y: 1, value: 2 },
        data: model.cells.map((cell) => [cell.column, cell.row, cell.value ?? 0]),
        renderItem: (params, api) => {
          const cell = model.cells[params.dataIndex]
          const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
          const size = api.size?.([1, 1])
          const [width = 0, height = 0] = Array.isArray(size) ? size : []
          const known = cell?.value !== null && cell?.value !== undefined
          const isNone = known && cell.value === 0
          const fill = isNone
            ? 'transparent'
            : known
              ? rampColour(palette, cell.value ?? 0, model.max)
              : palette.empty
          const ink = known && !isNone && !cell.faded ? inkOn(fill) : palette.muted
          return {
            type: 'rect',
            shape: {
              x: x - width / 2 + 1,
              y: y - height / 2 + 1,
              width: width - 2,
              height: height - 2,
              r: 2,
            },
            style: { fill, opacity: cell?.faded ? 0.3 : 1 },
            emphasis: { style: { stroke: palette.text, lineWidth: 2 } },
            textContent: {
              type: 'text',
              style: {
                text: isNone
                  ? ''
                  : known
                    ? (cell.text ?? '')
                    : cell?.state === 'suppressed'
                      ? '·'
                      : (cell?.text ?? ''),
                fill: ink,
                fontSize: 11,
                opacity: cell?.faded ? 0.6 : 1,
              },
            },
            textConfig: { position: 'inside' },
          }
        },
      },
    ],
  }
}

/**
 * A name in lines of so many characters, eight at most in all, so that columns can be narrow; Latin names stay in one
 * line, for they are turned.
 */
export function broken(label: string, wide = 4): string {
  if (isLatin(label)) return cut(label, 10)
  const plain = label.replace(/（.*）$/, '')
  const kept = plain.length > MOST_SIGNS ? `${plain.slice(0, MOST_SIGNS - 1)}…` : plain
  return kept.match(new RegExp(`.{1,${wide}}`, 'gu'))?.join('\n') ?? ''
}
