import type { Cell, Column } from '@fengsui/charts/fields'
import type { Translate } from '@fengsui/charts/format'
import { neutral } from '../neutral.js'
import type { Sheet } from './sheet.js'

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const textCell = (text: string): string => quoted(neutral(text))

/** Percent travel as percent (65.1), as the head says; other numbers as they are. */
function cellText(cell: Cell, unit: Column['unit']): string {
  if (typeof cell === 'string') return textCell(cell)
  return String(unit === 'percent' ? Number((cell * 100).toFixed(4)) : cell)
}

/** Comma-separated text with a byte-order mark, by which Excel knows that it is UTF-8; the head of a column says its unit. */
export function csvText({ title, subtitle, head, grid }: Sheet, t: Translate): string {
  const headOf = ({ label, unit }: Column): string => label + (unit ? t(`export.units.${unit}`) : '')
  const lines = [
    [t('export.title'), title].map(textCell).join(','),
    textCell(subtitle),
    ...head.map((pair) => pair.map(textCell).join(',')),
    '',
    grid.columns.map((column) => textCell(headOf(column))).join(','),
    ...grid.rows.map(({ cells }) =>
      cells.map((cell, at) => cellText(cell, grid.columns[at]?.unit ?? null)).join(','),
    ),
  ]
  return `\ufeff${lines.join('\r\n')}\r\n`
}
