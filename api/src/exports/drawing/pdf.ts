import PDFDocument from 'pdfkit'
import svgToPdf from 'svg-to-pdfkit'
import type { Translate } from '@fengsui/charts/format'
import type { Fonts } from './fonts.js'
import type { Picture } from './picture.js'
import { drawTable } from './pdf-table.js'
import { PAGE, type Pen } from './pdf-page.js'
import type { Sheet } from './sheet.js'

/** What is drawn of a paper: its picture, or its heading where it has none, and the numbers below. */
export interface PdfPart {
  readonly sheet: Sheet
  readonly picture: Picture
}

/**
 * A document of A4 pages: each part begins a page with its picture as lines and text that can be selected, and all its
 * numbers follow in a table that goes on over as many pages as it needs.
 *
 * @param mark who, when and number; all over every page.
 * @param onPart told after every part.
 */
export async function pdfOf(
  parts: readonly PdfPart[],
  fonts: Fonts,
  { title, mark, t }: { readonly title: string; readonly mark: string; readonly t: Translate },
  onPart: () => Promise<void>,
): Promise<Buffer> {
  const pen: Pen = new PDFDocument({
    size: 'A4',
    autoFirstPage: false,
    bufferPages: true,
    margin: 0,
    lang: 'zh-CN',
    info: { Title: title, Subject: mark, Creator: '烽燧', Producer: '烽燧' },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    pen.on('data', (chunk: Buffer) => chunks.push(chunk))
    pen.on('end', () => resolve(Buffer.concat(chunks)))
    pen.on('error', reject)
  })
  pen.registerFont('regular', fonts.regular)
  pen.registerFont('bold', fonts.bold)
  for (const { sheet, picture } of parts) {
    pen.addPage()
    drawTable(pen, sheet, drawPicture(pen, picture) + 12)
    await onPart()
  }
  finishPages(pen, mark, t)
  pen.end()
  return ended
}

/** @returns the ordinate below the picture. */
function drawPicture(pen: Pen, { svg, width, height }: Picture): number {
  const scale = Math.min(PAGE.width / width, PAGE.height / height)
  const left = PAGE.left + (PAGE.width - width * scale) / 2
  svgToPdf(pen, svg, left, PAGE.top, {
    width: width * scale,
    height: height * scale,
    assumePt: true,
    preserveAspectRatio: 'xMidYMin meet',
    fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
  })
  return PAGE.top + height * scale
}

/** Watermark, page number and foot of every page: how many there are is known at the end only. */
function finishPages(pen: Pen, mark: string, t: Translate): void {
  const { count } = pen.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    pen.switchToPage(page)
    pen.font('regular').fontSize(8).fillColor('#566266')
    const foot = PAGE.top + PAGE.height + 14
    pen.text(mark, PAGE.left, foot, { lineBreak: false })
    const number = t('export.page', { page: page + 1, pages: count })
    pen.text(number, PAGE.left + PAGE.width - pen.widthOfString(number), foot, { lineBreak: false })
    pen.save().fontSize(11).fillColor('#7d868a', 0.2)
    for (let y = 90, row = 0; y < 842; y += 130, row += 1) {
      for (let x = row % 2 === 0 ? 20 : -110; x < 595; x += 260) {
        pen.save().rotate(-24, { origin: [x, y] })
        pen.text(mark, x, y, { lineBreak: false })
        pen.restore()
      }
    }
    pen.restore()
  }
}
