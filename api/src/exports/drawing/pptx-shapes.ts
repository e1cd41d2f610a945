import type { MatrixModel } from '@fengsui/charts/model'
import { LIGHT, inkOn, rampColour } from '@fengsui/charts/palette'
import type { Sheet } from './sheet.js'
import { emsOf } from './wrapped.js'
import { SLIDE, type Frame, type Slide, type TableCell, hex } from './pptx-slide.js'

const HAIR = { type: 'solid', pt: 0.5, color: hex(LIGHT.line) } as const
/** Inches of the head of a table, which may be broken into three lines, and of a line of it. */
const TABLE = { head: 0.7, row: 0.27 } as const

/** Two dimensions against each other: a table whose cells are coloured by their number. */
export function addMatrix(slide: Slide, { columns, rows, cells, max }: MatrixModel, frame: Frame): void {
  const at = new Map(cells.map((cell) => [`${cell.column}:${cell.row}`, cell]))
  const size = rows.length > 10 ? 9 : 10
  const head = { fontSize: size, fontFace: SLIDE.font, color: hex(LIGHT.text), valign: 'middle' as const }
  const body = rows.map((row, down): TableCell[] => [
    { text: row.label, options: { ...head, align: 'left' } },
    ...columns.map((_, across): TableCell => {
      const cell = at.get(`${across}:${down}`)
      const value = cell?.value ?? null
      const area = cell && value === null ? LIGHT.empty : value ? rampColour(LIGHT, value, max) : LIGHT.panel
      const text = value === 0 || !cell ? '' : value === null && cell.state === 'suppressed' ? '·' : cell.text
      return {
        text,
        options: {
          ...head,
          align: 'center',
          color: hex(value ? inkOn(area) : LIGHT.muted),
          fill: { color: hex(area) },
        },
      }
    }),
  ])
  const heads = [
    { text: '' },
    ...columns.map(({ label }) => ({ text: label, options: { ...head, align: 'center' as const } })),
  ]
  const first = 1.7
  slide.addTable([heads, ...body], {
    ...frame,
    colW: [first, ...columns.map(() => (frame.w - first) / columns.length)],
    rowH: frame.h / (rows.length + 1),
    border: HAIR,
    margin: 0.02,
  })
}

/** The numbers of an answer without a picture, over as many slides as they need. */
export function addNumbers(
  slide: Slide,
  { grid }: Sheet,
  frame: Frame,
  another: () => { readonly slide: Slide; readonly frame: Frame },
): void {
  const style = { fontSize: 10, fontFace: SLIDE.font, color: hex(LIGHT.text) }
  const heads = grid.columns.map(({ label, unit }) => ({
    text: label,
    options: { ...style, bold: true, align: unit ? ('right' as const) : ('left' as const) },
  }))
  const fitting = Math.max(4, Math.floor((frame.h - TABLE.head) / TABLE.row))
  for (let from = 0, at = slide, place = frame; from < grid.rows.length; from += fitting) {
    if (from > 0) ({ slide: at, frame: place } = another())
    const lines = grid.rows.slice(from, from + fitting).map(({ texts }) =>
      texts.map((text, nth) => ({
        text,
        options: { ...style, align: grid.columns[nth]?.unit ? ('right' as const) : ('left' as const) },
      })),
    )
    at.addTable([heads, ...lines], {
      ...{ x: place.x, y: place.y, w: place.w, border: HAIR, margin: 0.03 },
      colW: widthsOf(grid, place.w),
    })
  }
}

/** A name and a head are broken into lines at most here, in em. */
const WIDEST = 14

/** Columns as wide as what is in them asks, together as wide as the table, so that few rows need two lines. */
function widthsOf({ columns, rows }: Sheet['grid'], whole: number): number[] {
  const asked = columns.map(({ label }, nth) =>
    Math.min(
      WIDEST,
      Math.max(3, Math.ceil(emsOf(label) / 2), ...rows.map(({ texts }) => emsOf(texts[nth] ?? ''))),
    ),
  )
  const all = asked.reduce((sum, each) => sum + each, 0)
  return asked.map((each) => (whole * each) / all)
}
