import { escapeText } from '@fengsui/charts/escape'
import { FONT, LIGHT } from '@fengsui/charts/palette'
import type { Translate } from '@fengsui/charts/format'
import type { DrawnChart } from './chart-svg.js'
import type { Sheet } from './sheet.js'
import { wrapped } from './wrapped.js'

/** A whole picture as SVG, with its size in pixels of 1/96 inch. */
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const MARGIN = 16
const TITLE = { size: 17, line: 23 }
const SUBTITLE = { size: 12, line: 18 }
const NOTE = { size: 10.5, line: 15 }
const BADGE_EMS = 6
/** What stands where there is a heading and numbers only. */
const NO_CHART: DrawnChart = { svg: '', width: 620, height: 0 }

/** Everything but the watermark: title, chart if there is one, and below it all that must be said with the numbers. */
export function pictureOf(sheet: Sheet, drawn: DrawnChart | null, t: Translate): Picture {
  const chart = drawn ?? NO_CHART
  const ems = (size: number): number => chart.width / size
  const titles = wrapped(sheet.title, ems(TITLE.size) - (sheet.badge ? BADGE_EMS : 0))
  const subtitles = wrapped(sheet.subtitle, ems(SUBTITLE.size))
  const notes = sheet.head.flatMap(([name, said]) =>
    wrapped(t('list.pair', { name, text: said }), ems(NOTE.size)),
  )
  const width = chart.width + 2 * MARGIN
  const subtitleTop = MARGIN + titles.length * TITLE.line
  const chartTop = subtitleTop + subtitles.length * SUBTITLE.line + 8
  const notesTop = chartTop + chart.height + 10
  const height = notesTop + notes.length * NOTE.line + MARGIN
  const lines = (all: readonly string[], top: number, { size, line }: typeof TITLE, more: string): string[] =>
    all.map(
      (one, at) =>
        `<text x="${MARGIN}" y="${top + at * line + size}" font-size="${size}" ${more}>${escapeText(one)}</text>`,
    )
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeText(FONT)}">`,
    `<title>${escapeText(sheet.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...lines(titles, MARGIN, TITLE, `fill="${LIGHT.text}" font-weight="bold"`),
    ...(sheet.badge
      ? [
          `<text x="${width - MARGIN}" y="${MARGIN + TITLE.size - 2}" font-size="13" fill="${LIGHT.alarm}" font-weight="bold" text-anchor="end">${escapeText(sheet.badge)}</text>`,
        ]
      : []),
    ...lines(subtitles, subtitleTop, SUBTITLE, `fill="${LIGHT.muted}"`),
    `<g transform="translate(${MARGIN},${chartTop})">${chart.svg}</g>`,
    ...lines(notes, notesTop, NOTE, `fill="${LIGHT.muted}"`),
    '</svg>',
  ].join('')
  return { svg, width, height }
}

/** The same picture, with who had it made when all over it, and the number in its metadata. */
export function marked({ svg, width, height }: Picture, mark: string): Picture {
  const steps = { x: 300, y: 150 }
  const texts: string[] = []
  for (let y = steps.y / 2, row = 0; y < height + steps.y; y += steps.y, row += 1) {
    for (let x = row % 2 === 0 ? 10 : -120; x < width; x += steps.x)
      texts.push(`<text transform="translate(${x},${y}) rotate(-24)">${escapeText(mark)}</text>`)
  }
  const over = `<g font-size="12" fill="#7d868a" fill-opacity="0.2" aria-hidden="true">${texts.join('')}</g>`
  const metadata = `<metadata>${escapeText(mark)}</metadata>`
  return {
    svg: svg.replace('<rect ', `${metadata}<rect `).replace(/<\/svg>$/, `${over}</svg>`),
    width,
    height,
  }
}
