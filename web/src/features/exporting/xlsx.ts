import type { Column } from '../panels/fields'
import { neutral } from './neutral'
import type { Sheet } from './sheet'

const FORMAT: Record<NonNullable<Column['unit']>, string> = {
  cases: '#,##0',
  percent: '0.0%',
  days: '0.0',
  points: '0.0',
  yuan: '#,##0.00',
  per10k: '0.00',
  per100: '0.00',
}

const A4 = 9

/** A workbook with one sheet: what must be said first, then the numbers as numbers. */
export async function xlsxBytes(sheet: Sheet): Promise<ArrayBuffer> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const page = workbook.addWorksheet(sheet.words.sheet, {
    views: [{ state: 'frozen', ySplit: sheet.head.length + 2 }],
    pageSetup: { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  for (const [label, text] of sheet.head) {
    const row = page.addRow([neutral(label), neutral(text)])
    row.getCell(1).font = { bold: true }
  }
  page.addRow([])
  const heads = page.addRow(sheet.grid.columns.map((column) => neutral(column.label)))
  heads.font = { bold: true }
  heads.alignment = { wrapText: true, vertical: 'top' }
  for (const { cells } of sheet.grid.rows) {
    const row = page.addRow(cells.map((cell) => (typeof cell === 'string' ? neutral(cell) : cell)))
    sheet.grid.columns.forEach((column, at) => {
      if (column.unit) row.getCell(at + 1).numFmt = FORMAT[column.unit]
    })
  }
  page.columns.forEach((column) => (column.width = 18))
  return workbook.xlsx.writeBuffer()
}
