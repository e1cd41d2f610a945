import ExcelJS from 'exceljs'
import { readFile, stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { cellText } from './cell-text.js'
import { LoadRefused } from './load-refused.js'
import { unpackedBytes } from './unpacked-size.js'
import { isBlank, type SourceRow, type SourceTable } from './table.js'

/** A workbook is read whole; beyond this its cells would not fit into memory. */
const MAX_BYTES = 64 * 1024 * 1024
/** The same unpacked: a few megabytes of ZIP can hold gigabytes of cells. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024

interface XlsxFormat {
  readonly sheet: string | null
  /** The row in which the heads stand, 1 = the first. */
  readonly headerRow: number
}

/**
 * Opens a workbook and reads the heads of one sheet: those of the header row; a head that is merged over several rows
 * stands in each of them.
 *
 * @throws LoadRefused for a damaged or too large workbook, or an unknown sheet.
 */
export async function openXlsx(
  path: string,
  name: string,
  format: XlsxFormat,
  onBytes: (bytes: Buffer) => void,
): Promise<SourceTable> {
  if ((await stat(path)).size > MAX_BYTES) {
    throw new LoadRefused(`工作簿「${name}」超过 64 MB，请在 Excel 中另存为 CSV（UTF-8）后装载。`)
  }
  if ((await unpackedOr(path, name)) > MAX_UNPACKED_BYTES) {
    throw new LoadRefused(
      `工作簿「${name}」解压后超过 512 MB，请删去多余的行、列和工作表，或在 Excel 中另存为 CSV（UTF-8）后装载。`,
    )
  }
  const bytes = await readFile(path)
  onBytes(bytes)
  const sheet = sheetOf(await workbookOf(bytes, name), name, format.sheet)
  // Only looks at what is there: one stray cell in the last corner of a sheet must not call 17 billion into being.
  const read = (number: number, least: number): string[] => {
    const row = sheet.findRow(number)
    const cells: string[] = []
    for (let column = 1; column <= Math.max(least, row?.cellCount ?? 0); column++)
      cells.push(cellText(row?.findCell(column)?.value))
    return cells
  }
  if (sheet.actualRowCount === 0)
    throw new LoadRefused(`工作簿「${name}」的工作表「${sheet.name}」是空的，请检查导出是否成功。`)
  const heads = read(format.headerRow, 0)
  while (heads.length > 0 && heads.at(-1)?.trim() === '') heads.pop()
  if (heads.length === 0) {
    throw new LoadRefused(
      `工作簿「${name}」的工作表「${sheet.name}」第 ${format.headerRow} 行没有表头，请核对该来源配置中的 headerRow。`,
    )
  }
  return {
    heads,
    rows: rowsBelow(format.headerRow, sheet.rowCount, read, heads.length),
    close: () => undefined,
  }
}

async function unpackedOr(path: string, name: string): Promise<number> {
  try {
    return await unpackedBytes(path)
  } catch {
    throw damaged(name)
  }
}

const damaged = (name: string): LoadRefused =>
  new LoadRefused(`工作簿「${name}」已损坏，无法打开，请用 Excel 打开后另存为新的 .xlsx 再装载。`)

async function workbookOf(bytes: Buffer, name: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  try {
    // Rules for whole columns would be laid out cell by cell.
    const options = { ignoreNodes: ['dataValidations', 'conditionalFormatting'] }
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, options)
    return workbook
  } catch {
    throw damaged(name)
  }
}

function sheetOf(workbook: ExcelJS.Workbook, name: string, wanted: string | null): ExcelJS.Worksheet {
  const names = workbook.worksheets.map((sheet) => `「${sheet.name}」`).join('、')
  const sheet = wanted === null ? workbook.worksheets[0] : workbook.getWorksheet(wanted)
  if (sheet) return sheet
  if (wanted === null) throw new LoadRefused(`工作簿「${name}」里没有工作表，请检查导出是否成功。`)
  throw new LoadRefused(
    `工作簿「${name}」里没有工作表「${wanted}」，只有 ${names}，请核对该来源配置中的 sheet。`,
  )
}

/** Rows between two looks at the event loop. */
const BLOCK = 1000

async function* rowsBelow(
  headerRow: number,
  last: number,
  read: (row: number, least: number) => string[],
  width: number,
): AsyncGenerator<SourceRow[]> {
  for (let start = headerRow + 1; start <= last; start += BLOCK) {
    const rows: SourceRow[] = []
    for (let row = start; row < start + BLOCK && row <= last; row++) {
      const cells = read(row, width)
      if (isBlank(cells)) continue
      // Cells under no head carry nothing unless they are filled; then the row does not fit the heads.
      while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop()
      rows.push({ rowNo: row, cells })
    }
    yield rows
    await setImmediate()
  }
}
