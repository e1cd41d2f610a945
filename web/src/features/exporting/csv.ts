import type { Cell, Column } from '../panels/fields'
import { neutral } from './neutral'
import type { Sheet } from './sheet'

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const textCell = (text: string) => quoted(neutral(text))

/** Percent travel as percent (65.1), as the head says; other numbers as they are. */
function cellText(cell: Cell, unit: Column['unit']): string {
  if (typeof cell === 'string') return textCell(cell)
  return String(unit === 'percent' ? Number((cell * 100).toFixed(4)) : cell)
}

/** The head of a column with its unit; counts need none. */
function headOf(column: Column, sheet: Sheet): string {
  return column.label + ((column.unit && sheet.words.units[column.unit]) ?? '')
}

/** Comma-separated text with a byte-order mark, by which Excel knows that it is UTF-8. */
export function csvText(sheet: Sheet): string {
  const lines = [
    ...sheet.head.map((pair) => pair.map(textCell).join(',')),
    '',
    sheet.grid.columns.map((column) => textCell(headOf(column, sheet))).join(','),
    ...sheet.grid.rows.map((row) =>
      row.cells.map((cell, at) => cellText(cell, sheet.grid.columns[at]?.unit ?? null)).join(','),
    ),
  ]
  return `\ufeff${lines.join('\r\n')}\r\n`
}
