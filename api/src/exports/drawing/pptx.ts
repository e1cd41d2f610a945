import excel from 'exceljs'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { Translate } from '@fengsui/charts/format'
import { LIGHT } from '@fengsui/charts/palette'
import { chartXml } from '../native/chart-xml.js'
import { type CrossTab, crossTabOf } from '../native/cross-tab.js'
import { placeCrossTab } from '../native/placed.js'
import { addTerritory } from './pptx-map.js'
import { addMatrix, addNumbers } from './pptx-shapes.js'
import { SLIDE, type Deck, type Frame, type Slide, hex, newDeck } from './pptx-slide.js'
import type { Sheet } from './sheet.js'
import { wrapped } from './wrapped.js'

const MASTER = 'page'
const NOTE_SIZE = 8
/** A line takes more than its signs, and in some faces more than in others. */
const NOTE_LINE = 1.45
const INCH = 72

/**
 * Slides with native charts: each can be edited, and the workbook inside it holds the numbers that it shows and no
 * others. A map is made of shapes, a matrix is a table. All that is said with the numbers stands on the slide and in its
 * notes.
 */
export async function pptxOf(
  sheets: readonly Sheet[],
  { title, mark, t }: { readonly title: string; readonly mark: string; readonly t: Translate },
): Promise<Uint8Array> {
  const deck = newDeck()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = title
  deck.subject = mark
  deck.author = '烽燧'
  deck.company = ''
  defineMaster(deck, mark)
  const tabs: CrossTab[] = []
  for (const sheet of sheets) addSheet(deck, sheet, tabs, t)
  const bytes = (await deck.write({ outputType: 'uint8array' })) as Uint8Array
  return withCharts(bytes, await Promise.all(tabs.map((tab) => chartParts(tab, t))))
}

function defineMaster(deck: Deck, mark: string): void {
  const watermark = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => ({
      text: {
        text: mark,
        options: {
          x: column * 4.4 + (row % 2) * 0.9 - 0.3,
          y: 1.3 + row * 2.2,
          w: 6,
          h: 0.4,
          rotate: 336,
          fontSize: 12,
          color: '7D868A',
          transparency: 75,
          fontFace: SLIDE.font,
        },
      },
    })),
  )
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      ...watermark,
      {
        text: {
          text: mark,
          options: {
            x: SLIDE.left,
            y: 7.12,
            w: 9,
            h: 0.25,
            fontSize: NOTE_SIZE,
            color: hex(LIGHT.muted),
            fontFace: SLIDE.font,
            margin: 0,
          },
        },
      },
    ],
    slideNumber: {
      x: 12.2,
      y: 7.12,
      w: 0.6,
      h: 0.25,
      fontSize: NOTE_SIZE,
      color: hex(LIGHT.muted),
      align: 'right',
    },
  })
}

function addSheet(deck: Deck, sheet: Sheet, tabs: CrossTab[], t: Translate): void {
  const { slide, frame } = addSlide(deck, sheet, t)
  const { model } = sheet
  if (model === null) return addNumbers(slide, sheet, frame, () => addSlide(deck, sheet, t))
  if (model.kind === 'territory') return addTerritory(slide, model, frame)
  if (model.kind === 'matrix') return addMatrix(slide, model, frame)
  const tab = crossTabOf(model)
  if (!tab || tab.categories.length === 0) return
  // Holds the place, and the parts that refer to the chart; what it shows is written below.
  const first = [{ name: tab.series[0]?.name ?? '', labels: [tab.categories[0] ?? ''], values: [0] }]
  slide.addChart(deck.ChartType.bar, first, { ...frame, altText: sheet.title })
  tabs.push(tab)
}

/** A slide with everything but its picture. */
function addSlide(
  deck: Deck,
  { title, subtitle, badge, head }: Sheet,
  t: Translate,
): { slide: Slide; frame: Frame } {
  const slide = deck.addSlide({ masterName: MASTER })
  const { left, width, font } = SLIDE
  const text = { x: left, w: width, margin: 0, fontFace: font, valign: 'top' as const }
  slide.addText(title, {
    ...text,
    y: 0.3,
    w: width - 1.4,
    h: 0.5,
    fontSize: 22,
    bold: true,
    color: hex(LIGHT.text),
    fit: 'shrink',
  })
  slide.addText(subtitle, { ...text, y: 0.84, h: 0.3, fontSize: 12, color: hex(LIGHT.muted) })
  if (badge)
    slide.addText(badge, {
      ...text,
      x: left + width - 1.3,
      w: 1.3,
      y: 0.36,
      h: 0.35,
      fontSize: 14,
      bold: true,
      align: 'right',
      color: hex(LIGHT.alarm),
    })
  const pairs = head.map(([name, said]) => t('list.pair', { name, text: said }))
  const lines = pairs.flatMap((pair) => wrapped(pair, (width * INCH) / NOTE_SIZE))
  const height = (lines.length * NOTE_SIZE * NOTE_LINE) / INCH
  const top = 7.05 - height
  slide.addText(
    pairs.map((pair) => ({ text: pair, options: { breakLine: true } })),
    { ...text, y: top, h: height, fontSize: NOTE_SIZE, color: hex(LIGHT.muted) },
  )
  slide.addNotes([title, subtitle, ...pairs].join('\n'))
  return { slide, frame: { x: left, y: 1.25, w: width, h: top - 1.35 } }
}

interface ChartParts {
  readonly chart: string
  readonly workbook: Uint8Array
}

/** A chart and its workbook: one sheet with the numbers shown. */
async function chartParts(tab: CrossTab, t: Translate): Promise<ChartParts> {
  const workbook = new excel.Workbook()
  const placed = placeCrossTab(workbook.addWorksheet('Sheet1'), tab, 1, t('export.category'))
  return { chart: chartXml(tab, placed, 'rId1'), workbook: new Uint8Array(await workbook.xlsx.writeBuffer()) }
}

const CHART = /^ppt\/charts\/chart(\d+)\.xml$/

/** Puts the real charts in the place of those that held it. The library counts on from one document to the next. */
function withCharts(bytes: Uint8Array, charts: readonly ChartParts[]): Uint8Array {
  const parts: Zippable = unzipSync(bytes)
  const numbers = Object.keys(parts)
    .flatMap((name) => CHART.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  if (numbers.length !== charts.length)
    throw new Error('internal: the slides have other charts than were drawn')
  numbers.forEach((number, at) => {
    const drawn = charts[at]
    const workbook = `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`
    if (!drawn || !(workbook in parts)) throw new Error(`internal: the chart ${number} has no workbook`)
    parts[`ppt/charts/chart${number}.xml`] = strToU8(drawn.chart)
    parts[workbook] = [drawn.workbook, { level: 0 }]
  })
  return zipSync(parts)
}
