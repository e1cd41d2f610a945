import { LIGHT } from '@fengsui/charts/palette'
import type { Grid } from '@fengsui/charts/grid'
import { PAGE, type Pen } from './pdf-page.js'
import type { Sheet } from './sheet.js'
import { emsOf, wrapped } from './wrapped.js'

const SIZE = 8
const ROW = 13
const PAD = 4
/** A name takes so many em at most; longer ones are broken. */
const NAME_EMS = 14
const NUMBER_EMS = 8
const HEAD_LINES = 4

interface Column {
  /** Position in the grid. */
  readonly at: number
  readonly width: number
  readonly isText: boolean
}

const texts = ({ rows }: Grid, at: number): string[] => rows.map((row) => row.texts[at] ?? '')

/** Columns as wide as what is in them; as many side by side as the page is wide, the names again in every set. */
function setsOf({ columns, rows }: Grid): Column[][] {
  const widest = (at: number, most: number): number =>
    Math.min(most, Math.max(3, ...texts({ columns, rows }, at).map(emsOf))) * SIZE + 2 * PAD
  const all = columns.map(({ unit }, at): Column => {
    const isText = unit === null
    return { at, isText, width: widest(at, isText ? NAME_EMS : NUMBER_EMS) }
  })
  const firstNumber = columns.findIndex(({ unit }) => unit !== null)
  const names = all.slice(0, Math.max(0, firstNumber))
  const namesWidth = names.reduce((sum, { width }) => sum + width, 0)
  const sets: Column[][] = []
  let left = 0
  for (const column of all.slice(names.length).filter(({ at }) => !columns[at]?.id.endsWith('.base'))) {
    // A head is broken into lines; it may make a column of short numbers wider.
    const head = Math.min(NUMBER_EMS, Math.ceil(emsOf(columns[column.at]?.label ?? '') / 2)) * SIZE + 2 * PAD
    const width = Math.max(column.width, head)
    const set = sets.at(-1)
    if (set && left + width <= PAGE.width) {
      set.push({ ...column, width })
      left += width
    } else {
      sets.push([...names, { ...column, width }])
      left = namesWidth + width
    }
  }
  return sets.length > 0 ? sets : [names]
}

/**
 * Draws the numbers of a sheet from an ordinate on, over as many pages as they need; each page repeats the head. Of a
 * comparison the change is enough: what it was compared with is in the workbook.
 */
export function drawTable(pen: Pen, { grid }: Sheet, from: number): void {
  let y = from
  for (const set of setsOf(grid)) {
    const heads = set.map(({ at, width }) =>
      wrapped(grid.columns[at]?.label ?? '', (width - 2 * PAD) / SIZE).slice(0, HEAD_LINES),
    )
    const headHeight = Math.max(...heads.map(({ length }) => length)) * (SIZE + 2.5) + 6
    const bottom = PAGE.top + PAGE.height
    const drawHead = (): void => {
      heads.forEach((lines, nth) => {
        lines.forEach((line, at) => cell(pen, set, nth, y + 3 + at * (SIZE + 2.5), line, true))
      })
      y += headHeight
      rule(pen, set, y, LIGHT.muted)
    }
    if (y + headHeight + 2 * ROW > bottom) {
      pen.addPage()
      y = PAGE.top
    }
    rule(pen, set, y, LIGHT.muted)
    drawHead()
    for (const { texts: row, place } of grid.rows) {
      const lines = set.map(({ at, width }) => wrapped(row[at] ?? '', (width - 2 * PAD) / SIZE + 0.01))
      const height = Math.max(1, ...lines.map(({ length }) => length)) * ROW
      if (y + height > bottom) {
        pen.addPage()
        y = PAGE.top
        drawHead()
      }
      lines.forEach((parts, nth) =>
        parts.forEach((part, at) => cell(pen, set, nth, y + 2.5 + at * ROW, part, place === 'total')),
      )
      y += height
      rule(pen, set, y, LIGHT.line)
    }
    y += 14
  }
}

function cell(pen: Pen, set: readonly Column[], nth: number, y: number, text: string, bold: boolean): void {
  const column = set[nth]
  if (!column || text === '') return
  const left = PAGE.left + set.slice(0, nth).reduce((sum, { width }) => sum + width, 0)
  pen
    .font(bold ? 'bold' : 'regular')
    .fontSize(SIZE)
    .fillColor(LIGHT.text)
  const x = column.isText ? left + PAD : left + column.width - PAD - pen.widthOfString(text)
  pen.text(text, x, y, { lineBreak: false })
}

function rule(pen: Pen, set: readonly Column[], y: number, colour: string): void {
  const width = set.reduce((sum, column) => sum + column.width, 0)
  pen
    .moveTo(PAGE.left, y)
    .lineTo(PAGE.left + width, y)
    .lineWidth(0.5)
    .strokeColor(colour)
    .stroke()
}
