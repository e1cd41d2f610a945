import type { MatrixModel } from '../model.js'
import { markOf, type Setting } from './mark.js'

interface Side {
  readonly code: string
  readonly label: string
  readonly sum: number
}

/** Members of one side by their sum, greatest first, 未知 last. */
function sideOf(setting: Setting, measureAt: number, keyAt: number, most: number): Side[] {
  const sums = new Map<string, Side>()
  for (const row of setting.table.rows) {
    const code = row.keys[keyAt] ?? ''
    const label = row.labels[keyAt] || setting.t('chart.unknown')
    const value = row.values[measureAt]?.value ?? 0
    sums.set(code, { code, label, sum: (sums.get(code)?.sum ?? 0) + value })
  }
  return [...sums.values()]
    .sort((a, b) => Number(a.code === '') - Number(b.code === '') || b.sum - a.sum)
    .slice(0, most)
}

/** Two dimensions against each other: the first runs across, the second down. */
export function prepareMatrix(setting: Setting, measure: string, across = 12, down = 12): MatrixModel {
  const at = setting.table.measures.indexOf(measure)
  const columns = sideOf(setting, at, 0, across)
  const rows = sideOf(setting, at, 1, down)
  const [first, second] = setting.table.dimensions
  const picked = [first ? setting.picked(first) : [], second ? setting.picked(second) : []] as const
  const cells = setting.table.rows.flatMap((row) => {
    const [columnCode = '', rowCode = ''] = row.keys
    const column = columns.findIndex((side) => side.code === columnCode)
    const line = rows.findIndex((side) => side.code === rowCode)
    if (column < 0 || line < 0) return []
    const outside =
      (picked[0].length > 0 && !picked[0].includes(columnCode)) ||
      (picked[1].length > 0 && !picked[1].includes(rowCode))
    return [{ ...markOf(row, setting, measure), column, row: line, rowCode, faded: outside }]
  })
  return {
    kind: 'matrix',
    unit: setting.names.measure(measure).unit,
    columns,
    rows,
    cells,
    max: Math.max(0, ...cells.map((cell) => cell.value ?? 0)),
  }
}
