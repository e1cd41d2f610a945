import excel from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'

/** A native chart as another program finds it: its caches, and the same numbers in the cells they refer to. */
export interface OpenedChart {
  readonly categories: readonly string[]
  readonly names: readonly string[]
  /** Of each series; null is a gap. */
  readonly values: readonly (readonly (number | null)[])[]
  /** What stands in the cells that the chart refers to, in the same form. */
  readonly cells: Pick<OpenedChart, 'categories' | 'names' | 'values'>
  /** All numbers that its workbook holds. */
  readonly workbookNumbers: readonly number[]
}

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

export const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes)

/** The charts of a presentation in the order of its slides, each with the workbook that is inside it. */
export async function chartsOfSlides(bytes: Uint8Array): Promise<OpenedChart[]> {
  const parts = partsOf(bytes)
  const numbers = Object.keys(parts)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  return Promise.all(
    numbers.map(async (number) => {
      const rels = strFromU8(parts[`ppt/charts/_rels/chart${number}.xml.rels`] ?? new Uint8Array())
      const target = /Target="\.\.\/(embeddings\/[^"]+)"/.exec(rels)?.[1] ?? ''
      const workbook = await workbookOf(parts[`ppt/${target}`] ?? new Uint8Array())
      return opened(strFromU8(parts[`ppt/charts/chart${number}.xml`] ?? new Uint8Array()), workbook)
    }),
  )
}

/** The charts of a workbook in the order of its sheets. */
export async function chartsOfWorkbook(bytes: Uint8Array): Promise<OpenedChart[]> {
  const parts = partsOf(bytes)
  const workbook = await workbookOf(bytes)
  return Object.keys(parts)
    .flatMap((name) => /^xl\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .map((number) => opened(strFromU8(parts[`xl/charts/chart${number}.xml`] ?? new Uint8Array()), workbook))
}

export async function workbookOf(bytes: Uint8Array): Promise<excel.Workbook> {
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook
}

function opened(xml: string, workbook: excel.Workbook): OpenedChart {
  const series = xml.match(/<c:ser>.*?<\/c:ser>/gs) ?? []
  const part = (ser: string, name: string): string =>
    new RegExp(`<c:${name}>.*?</c:${name}>`, 's').exec(ser)?.[0] ?? ''
  const reference = (ser: string, name: string): string =>
    decoded(/<c:f>(.*?)<\/c:f>/.exec(part(ser, name))?.[1] ?? '')
  const cached = (ser: string, name: string): (string | null)[] => {
    const text = part(ser, name)
    const all = Array<string | null>(Number(/<c:ptCount val="(\d+)"/.exec(text)?.[1] ?? 0)).fill(null)
    for (const [, at, value] of text.matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/gs))
      all[Number(at)] = decoded(value ?? '')
    return all
  }
  const number = (text: string | null): number | null => (text === null ? null : Number(text))
  const [first = ''] = series
  return {
    categories: cached(first, 'cat').map(String),
    names: series.map((ser) => String(cached(ser, 'tx')[0])),
    values: series.map((ser) => cached(ser, 'val').map(number)),
    cells: {
      categories: cellsAt(workbook, reference(first, 'cat')).map(String),
      names: series.map((ser) => String(cellsAt(workbook, reference(ser, 'tx'))[0])),
      values: series.map((ser) =>
        cellsAt(workbook, reference(ser, 'val')).map((cell) => (typeof cell === 'number' ? cell : null)),
      ),
    },
    workbookNumbers: workbook.worksheets.flatMap(numbersOf),
  }
}

function cellsAt(workbook: excel.Workbook, reference: string): unknown[] {
  const [, sheet = '', range = ''] = /^'(.*)'!(.*)$/.exec(reference) ?? []
  const page = workbook.getWorksheet(sheet.replaceAll("''", "'"))
  const [from = '', to = from] = range.replaceAll('$', '').split(':')
  const [first, last] = [page?.getCell(from), page?.getCell(to)]
  if (!page || !first || !last) throw new Error(`no cells ${reference}`)
  const rows = Number(last.row) - Number(first.row) + 1
  return Array.from(
    { length: rows },
    (_, at) => page.getCell(Number(first.row) + at, Number(first.col)).value,
  )
}

function numbersOf(page: excel.Worksheet): number[] {
  const numbers: number[] = []
  page.eachRow((row) => row.eachCell(({ value }) => typeof value === 'number' && numbers.push(value)))
  return numbers
}
