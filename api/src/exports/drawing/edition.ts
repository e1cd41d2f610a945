import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { fileName } from '../file-name.js'
import type { Format } from '../order.js'
import type { Edition } from '../paper.js'
import { drawChart } from './chart-svg.js'
import { csvText } from './csv.js'
import { type Fonts, fontsFor } from './fonts.js'
import { listSheetOf } from './list-sheet.js'
import { type PdfPart, pdfOf } from './pdf.js'
import { type Picture, marked, pictureOf } from './picture.js'
import { type FontFiles, pngsOf } from './png.js'
import { pptxOf } from './pptx.js'
import { type Sheet, sheetOf } from './sheet.js'
import { type Spoken, spokenIn } from './spoken.js'
import { xlsxOf } from './xlsx.js'

/** A file that is made. */
export interface Made {
  readonly bytes: Uint8Array
  /** What it ends with: that of the format, or `zip` where several files had to be put into one. */
  readonly ending: Format | 'zip'
}

/** Told how many papers are done. */
type OnProgress = (papers: number) => Promise<void>

/**
 * Makes the file of an edition. Everything is drawn again from the numbers; nothing is taken from a screen.
 *
 * @throws Error for faults of ours.
 */
export async function makeEdition(edition: Edition, onProgress: OnProgress): Promise<Made> {
  const spoken = spokenIn(edition)
  const sheets = edition.list
    ? [listSheetOf(edition.list, edition, spoken)]
    : edition.papers.map((paper) => sheetOf(paper, edition, spoken))
  const mark = spoken.t('export.mark', { ...edition.mark })
  const { format, title } = edition
  switch (format) {
    case 'csv':
      return bundle(
        edition,
        sheets.map((sheet) => strToU8(csvText(sheet, spoken.t))),
      )
    case 'xlsx':
      return { bytes: await xlsxOf(sheets, title, mark, spoken.t), ending: format }
    case 'pptx':
      return { bytes: await pptxOf(sheets, { title, mark, t: spoken.t }), ending: format }
    case 'svg':
      return bundle(
        edition,
        sheets.map((sheet) => strToU8(marked(picture(sheet, spoken), mark).svg)),
      )
    case 'png':
      return bundle(edition, await pngs(sheets, mark, spoken, onProgress))
    case 'pdf':
      return { bytes: await pdf(sheets, title, mark, spoken, onProgress), ending: format }
  }
}

function picture(sheet: Sheet, { t }: Spoken): Picture {
  return pictureOf(sheet, sheet.model && drawChart(sheet.model), t)
}

async function pngs(
  sheets: readonly Sheet[],
  mark: string,
  spoken: Spoken,
  onProgress: OnProgress,
): Promise<Uint8Array[]> {
  const pictures = sheets.map((sheet) => marked(picture(sheet, spoken), mark))
  const fonts = await fontsFor(pictures.map(({ svg }) => svg))
  return withFontFiles(fonts, (files) => pngsOf(pictures, files, mark, onProgress))
}

async function pdf(
  sheets: readonly Sheet[],
  title: string,
  mark: string,
  spoken: Spoken,
  onProgress: OnProgress,
): Promise<Uint8Array> {
  const parts: PdfPart[] = sheets.map((sheet) => ({ sheet, picture: picture(sheet, spoken) }))
  const texts = parts.flatMap(({ sheet, picture: { svg } }) => [
    svg,
    ...sheet.grid.columns.map(({ label }) => label),
    ...sheet.grid.rows.flatMap((row) => row.texts),
  ])
  const fonts = await fontsFor([...texts, mark, spoken.t('export.page', { page: 0, pages: 0 })])
  let done = 0
  return pdfOf(parts, fonts, { title, mark, t: spoken.t }, () => onProgress(++done))
}

/** The renderer reads fonts from the disk: they are there as long as it works. */
async function withFontFiles<T>(fonts: Fonts, work: (files: FontFiles) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fengsui-fonts-'))
  try {
    const files = { regular: path.join(folder, 'regular.otf'), bold: path.join(folder, 'bold.otf') }
    await Promise.all([writeFile(files.regular, fonts.regular), writeFile(files.bold, fonts.bold)])
    return await work(files)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One file as it is; several in one archive, numbered in their order. */
function bundle({ format, papers }: Edition, files: readonly Uint8Array[]): Made {
  const [only] = files
  if (files.length === 1 && only) return { bytes: only, ending: format }
  const digits = String(files.length).length
  const named = files.map((bytes, at) => {
    const paper = papers[at]
    const name = fileName([String(at + 1).padStart(digits, '0'), paper?.title ?? paper?.name ?? ''], format)
    // Pictures are compressed already.
    return [name, format === 'png' ? [bytes, { level: 0 }] : bytes] as const
  })
  return { bytes: zipSync(Object.fromEntries(named) as Parameters<typeof zipSync>[0]), ending: 'zip' }
}
