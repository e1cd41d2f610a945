import ExcelJS from 'exceljs'
import type { Cell } from './source-sheet.js'

/** A head that spans several columns: from `start` (counted from 0) for `width` columns. */
export interface GroupHead {
  readonly text: string
  readonly start: number
  readonly width: number
}

interface Sheet {
  readonly title: string
  /** Written above the heads, in merged cells; none when empty. */
  readonly groups: readonly GroupHead[]
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * Writes an export as offices know them: a merged title row, a row of merged group heads if there are groups, the
 * heads, the rows. A head without a group is merged over both head rows.
 */
export async function writeWorkbook(path: string, sheet: Sheet): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  // The same rows give the same file: no day of writing in it.
  workbook.created = workbook.modified = new Date(0)
  const page = workbook.addWorksheet('导出')
  const width = sheet.heads.length
  page.addRow([sheet.title])
  page.mergeCells(1, 1, 1, width)
  if (sheet.groups.length > 0) {
    const groups = page.addRow([])
    for (const { text, start } of sheet.groups) groups.getCell(start + 1).value = text
  }
  page.addRow([...sheet.heads])
  const last = page.rowCount
  for (const { start, width: span } of sheet.groups) {
    if (span > 1) page.mergeCells(2, start + 1, 2, start + span)
  }
  if (sheet.groups.length > 0) {
    for (let column = 1; column <= width; column++) {
      const grouped = sheet.groups.some(({ start, width: span }) => column > start && column <= start + span)
      if (grouped) continue
      page.getRow(2).getCell(column).value = sheet.heads[column - 1]
      page.mergeCells(2, column, last, column)
    }
  }
  for (const row of sheet.rows) page.addRow(row.map((cell) => (cell === '' ? null : cell)))
  await workbook.xlsx.writeFile(path)
}
