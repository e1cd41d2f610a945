import type { CellValue } from 'exceljs'

/**
 * A cell of a workbook as text: dates as ISO (exceljs gives them in UTC, without a zone), formulas by their result,
 * rich text joined, errors (#N/A) as nothing.
 */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return dateText(value)
  if ('error' in value) return ''
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result)
  if ('hyperlink' in value) return cellText(value.text)
  return ''
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  // Serials carry seconds as fractions of a day; rounding keeps 23:59:59.9996 on its day.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
