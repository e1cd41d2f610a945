import type { Worksheet } from 'exceljs'
import type { CrossTab } from './cross-tab.js'
import { NUMBER_FORMATS } from './number-formats.js'

/** In which cells of a workbook a cross-tab stands, as references like `'数据'!$B$2:$B$14`. */
export interface Placed {
  readonly categories: string
  name(series: number): string
  values(series: number): string
  /** The row below it. */
  readonly next: number
}

const column = (at: number): string => {
  const rest = at % 26
  const letter = String.fromCharCode(65 + rest)
  return at < 26 ? letter : column(Math.floor(at / 26) - 1) + letter
}

/**
 * Writes a cross-tab into a sheet: series across, categories down, gaps as empty cells.
 *
 * @param top the row of the series' names, the first being 1.
 * @param corner what stands above the categories.
 */
export function placeCrossTab(sheet: Worksheet, tab: CrossTab, top: number, corner: string): Placed {
  const head = sheet.getRow(top)
  head.values = [corner, ...tab.series.map(({ name }) => name)]
  head.font = { bold: true }
  tab.categories.forEach((category, at) => {
    const row = sheet.getRow(top + 1 + at)
    row.getCell(1).value = category
    tab.series.forEach(({ values }, nth) => {
      const cell = row.getCell(nth + 2)
      cell.value = values[at] ?? null
      cell.numFmt = NUMBER_FORMATS[tab.unit]
    })
  })
  const last = top + tab.categories.length
  const quoted = `'${sheet.name.replaceAll("'", "''")}'`
  const range = (at: number): string => `${quoted}!$${column(at)}$${top + 1}:$${column(at)}$${last}`
  return {
    categories: range(0),
    name: (series) => `${quoted}!$${column(series + 1)}$${top}`,
    values: (series) => range(series + 1),
    next: last + 1,
  }
}
