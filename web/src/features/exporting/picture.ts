import { escapeText } from '@fengsui/charts/escape'
import { FONT, type Palette } from '@fengsui/charts/palette'
import type { Sheet } from './sheet'

interface Size {
  readonly width: number
  readonly height: number
}

const MARGIN = 24
const LINE = 17

/** Breaks a text into lines by the width of its signs; a full-width sign is 1 em, others a little over half. */
export function wrapped(text: string, ems: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const sign of text) {
    const step = sign.charCodeAt(0) > 0x2e7f ? 1 : 0.56
    if (width + step > ems) {
      lines.push(line)
      line = ''
      width = 0
    }
    line += sign
    width += step
  }
  return line ? [...lines, line] : lines
}

/**
 * The picture that leaves the screen: title, chart, and below it all that must be said with the numbers.
 * @param chart an SVG of `size`, drawn from the answer that leaves.
 * @returns the whole as SVG, with its size.
 */
export function pictureOf(
  sheet: Sheet,
  subtitle: string,
  chart: string,
  size: Size,
  palette: Palette,
  badge: string,
) {
  const width = size.width + 2 * MARGIN
  const ems = size.width / 12
  const titleLines = wrapped(sheet.title, size.width / 20 - (badge ? 5 : 0))
  const top = MARGIN + titleLines.length * 26 + LINE + 12
  const notes = sheet.head.slice(1).flatMap(([label, text]) => wrapped(sheet.words.pair(label, text), ems))
  const height = top + size.height + 14 + notes.length * LINE + MARGIN
  const text = (x: number, y: number, content: string, font: number, fill: string, more = '') =>
    `<text x="${x}" y="${y}" font-size="${font}" fill="${fill}" ${more}>${escapeText(content)}</text>`
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeText(FONT)}">`,
    `<title>${escapeText(sheet.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.panel}"/>`,
    ...titleLines.map((line, at) =>
      text(MARGIN, MARGIN + 18 + at * 26, line, 20, palette.text, 'font-weight="600"'),
    ),
    ...(badge
      ? [text(width - MARGIN, MARGIN + 16, badge, 14, palette.alarm, 'text-anchor="end" font-weight="600"')]
      : []),
    text(MARGIN, MARGIN + titleLines.length * 26 + 12, subtitle, 13, palette.muted),
    `<g transform="translate(${MARGIN},${top})">${chart}</g>`,
    ...notes.map((line, at) => text(MARGIN, top + size.height + 26 + at * LINE, line, 12, palette.muted)),
    '</svg>',
  ].join('')
  return { svg, width, height }
}

const loaded = (url: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('The drawing cannot be read'))
    image.src = url
  })

/** Draws an SVG as a PNG with so many pixels for one of its units. */
export async function pngOf(
  picture: { svg: string; width: number; height: number },
  ratio: number,
): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }))
  try {
    const image = await loaded(url)
    const canvas = document.createElement('canvas')
    canvas.width = picture.width * ratio
    canvas.height = picture.height * ratio
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('No canvas to draw on')
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty'))),
        'image/png',
      ),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
