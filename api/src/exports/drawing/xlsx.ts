import excel, { type Workbook, type Worksheet } from 'exceljs'
import { strToU8, strFromU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { Translate } from '@fengsui/charts/format'
import type { MatrixModel } from '@fengsui/charts/model'
import { chartXml } from '../native/chart-xml.js'
import { crossTabOf } from '../native/cross-tab.js'
import { NUMBER_FORMATS } from '../native/number-formats.js'
import { placeCrossTab } from '../native/placed.js'
import { drawingXml } from '../native/sheet-drawing.js'
import { neutral, sheetNames } from '../neutral.js'
import type { Sheet } from './sheet.js'

const A4 = 9
const COLUMN_WIDTH = 16
const HEAT = { low: 'FFE1EEF0', high: 'FF0D4A5A' }
const CHART_ROWS = 20
/** Bars need as much height as there are of them. */
const rowsOfChart = (categories: number, isBars: boolean): number =>
  isBars ? Math.max(8, Math.ceil(categories * 1.15) + 2) : CHART_ROWS

/** A chart that is to lie on a sheet. */
interface Placement {
  readonly sheet: number
  readonly chart: string
  readonly fromRow: number
  readonly rows: number
}

/**
 * A workbook with a sheet for each paper: what must be said first, a chart of Excel's own, the numbers that it shows,
 * and all numbers of the answer in a list that can be filtered and pivoted. Numbers are numbers, texts cannot be read as
 * formulas.
 */
export async function xlsxOf(
  sheets: readonly Sheet[],
  title: string,
  mark: string,
  t: Translate,
): Promise<Uint8Array> {
  const workbook = new excel.Workbook()
  Object.assign(workbook, { title: neutral(title), subject: mark, creator: '烽燧', company: '' })
  const placements: Placement[] = []
  const names = sheetNames(sheets.map((sheet) => sheet.title))
  sheets.forEach((sheet, at) => {
    const page = addPage(workbook, names[at] ?? String(at + 1), mark)
    const top = writeHead(page, sheet, t)
    const { next, placement } = writeChart(page, sheet, top, t)
    if (placement) placements.push({ ...placement, sheet: at + 1 })
    writeNumbers(page, sheet, next, t)
  })
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return placements.length > 0 ? withCharts(bytes, placements) : bytes
}

function addPage(workbook: Workbook, name: string, mark: string): Worksheet {
  return workbook.addWorksheet(name, {
    properties: { defaultColWidth: COLUMN_WIDTH },
    pageSetup: { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    // `&` begins a code of the page's foot.
    headerFooter: { oddFooter: `&L${mark.replaceAll('&', '&&')}&R&P / &N` },
    views: [{ showGridLines: false }],
  })
}

/** @returns the next free row. */
function writeHead(page: Worksheet, { title, subtitle, badge, head }: Sheet, t: Translate): number {
  page.addRow([neutral(title)]).font = { bold: true, size: 14 }
  page.addRow([neutral(subtitle), ...(badge ? ['', '', '', '', badge] : [])])
  for (const [label, text] of head) {
    const row = page.addRow([neutral(label), neutral(text)])
    row.getCell(1).font = { bold: true }
    row.getCell(2).alignment = { wrapText: false }
  }
  page.getColumn(1).width = 22
  void t
  return head.length + 4
}

/** The chart, and below it the numbers that it shows. */
function writeChart(
  page: Worksheet,
  { model }: Sheet,
  top: number,
  t: Translate,
): { readonly next: number; readonly placement: Omit<Placement, 'sheet'> | null } {
  if (model?.kind === 'matrix') return { next: writeMatrix(page, model, top, t) + 1, placement: null }
  const tab = model && crossTabOf(model)
  if (!tab || tab.categories.length === 0) return { next: top, placement: null }
  const rows = rowsOfChart(tab.categories.length, tab.form === 'bars')
  const heading = top + rows + 1
  headingAt(page, heading, t('export.drawn'))
  const placed = placeCrossTab(page, tab, heading + 1, t('export.category'))
  const placement = { chart: chartXml(tab, placed, null), fromRow: top - 1, rows }
  return { next: placed.next + 1, placement }
}

/** A matrix is a table whose cells are coloured by Excel. */
function writeMatrix(page: Worksheet, model: MatrixModel, top: number, t: Translate): number {
  headingAt(page, top, t('export.drawn'))
  const head = page.getRow(top + 1)
  head.values = ['', ...model.columns.map(({ label }) => neutral(label))]
  head.font = { bold: true }
  model.rows.forEach(({ label }, at) => (page.getCell(top + 2 + at, 1).value = neutral(label)))
  for (const { column, row, value, state } of model.cells) {
    const cell = page.getCell(top + 2 + row, 2 + column)
    cell.value = value ?? (state === 'suppressed' ? '·' : null)
    cell.alignment = { horizontal: 'right' }
    cell.numFmt = NUMBER_FORMATS[model.unit]
  }
  const last = top + 1 + model.rows.length
  const corner = page.getCell(last, 1 + model.columns.length).address
  page.addConditionalFormatting({
    ref: `B${top + 2}:${corner}`,
    rules: [
      {
        type: 'colorScale',
        priority: 1,
        cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
        color: [{ argb: HEAT.low }, { argb: HEAT.high }],
      },
    ],
  })
  return last + 1
}

function writeNumbers(page: Worksheet, { grid }: Sheet, top: number, t: Translate): void {
  headingAt(page, top, t('export.all'))
  const head = page.getRow(top + 1)
  head.values = grid.columns.map(({ label }) => neutral(label))
  head.font = { bold: true }
  head.alignment = { wrapText: true, vertical: 'top' }
  grid.rows.forEach(({ cells, place }, at) => {
    const row = page.getRow(top + 2 + at)
    row.values = cells.map((cell) => (typeof cell === 'string' ? neutral(cell) : cell))
    if (place === 'total') row.font = { bold: true }
    grid.columns.forEach(({ unit }, nth) => {
      if (!unit) return
      const cell = row.getCell(nth + 1)
      cell.numFmt = NUMBER_FORMATS[unit]
      cell.alignment = { horizontal: 'right' }
    })
  })
  const width = grid.columns.length
  // The total is no row of the list.
  const rows = grid.rows.filter(({ place }) => place !== 'total').length
  if (rows > 0 && width > 0)
    page.autoFilter = { from: { row: top + 1, column: 1 }, to: { row: top + 1 + rows, column: width } }
}

function headingAt(page: Worksheet, row: number, text: string): void {
  const cell = page.getCell(row, 1)
  cell.value = text
  cell.font = { bold: true, color: { argb: 'FF0F5566' } }
}

const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = (kind: string, target: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`

/** Puts charts into a package whose writer knows none: a drawing for each sheet, a chart in it, and who refers to whom. */
function withCharts(bytes: Uint8Array, placements: readonly Placement[]): Uint8Array {
  const parts: Zippable = unzipSync(bytes)
  const text = (name: string): string => {
    const part = parts[name]
    if (!(part instanceof Uint8Array)) throw new Error(`internal: the workbook has no ${name}`)
    return strFromU8(part)
  }
  const overrides: string[] = []
  placements.forEach(({ sheet, chart, fromRow, rows }, at) => {
    const nth = at + 1
    const sheetPart = `xl/worksheets/sheet${sheet}.xml`
    parts[`xl/charts/chart${nth}.xml`] = strToU8(chart)
    parts[`xl/drawings/drawing${nth}.xml`] = strToU8(drawingXml(fromRow, rows, nth))
    parts[`xl/drawings/_rels/drawing${nth}.xml.rels`] = strToU8(
      relationships('chart', `../charts/chart${nth}.xml`),
    )
    parts[`xl/worksheets/_rels/sheet${sheet}.xml.rels`] = strToU8(
      relationships('drawing', `../drawings/drawing${nth}.xml`),
    )
    parts[sheetPart] = strToU8(withDrawing(text(sheetPart)))
    overrides.push(
      `<Override PartName="/xl/charts/chart${nth}.xml" ContentType="${TYPES.chart}"/>`,
      `<Override PartName="/xl/drawings/drawing${nth}.xml" ContentType="${TYPES.drawing}"/>`,
    )
  })
  const types = '[Content_Types].xml'
  parts[types] = strToU8(text(types).replace('</Types>', `${overrides.join('')}</Types>`))
  return zipSync(parts)
}

/** The drawing's place in a sheet is behind the page's foot (ECMA-376, CT_Worksheet). */
function withDrawing(sheet: string): string {
  const end = '</headerFooter>'
  if (!sheet.includes(end)) throw new Error('internal: a sheet without a foot')
  return sheet.replace(end, `${end}<drawing xmlns:r="${OFFICE}" r:id="rId1"/>`)
}
