import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { Random } from '@fengsui/etl/demo/random'
import { strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answered } from '../oracle/answer-shape.js'
import { type AskedServer, Asker, demoDistrict, startAsked } from '../oracle/asked-server.js'
import { cookieOf } from '../testing.js'
import { type OpenedChart, chartsOfSlides, chartsOfWorkbook, partsOf, workbookOf } from './testing/opened.js'
import { type RandomChart, randomChart } from './testing/random-charts.js'
import { shownNumbers } from './testing/shown-numbers.js'

const CHARTS = 100
/** Questions in one document. */
const TOGETHER = 15
const SEED = Number(process.env.EXPORTS_SEED ?? 20_261_125)

let dir: string
let on: AskedServer
let cookie: string
let towns: readonly {
  readonly code: string
  readonly name: string
  readonly lon: number | null
  readonly lat: number | null
}[]
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-exports-'))
  const { office, files } = await demoDistrict(dir)
  on = await startAsked(office, files)
  cookie = await signedInAs('office')
  towns = office.lists.region.members.filter(({ level }) => level === 1)
}, 300_000)
afterAll(async () => {
  await on.close()
  await rm(dir, { recursive: true })
})

const signedInAs = async (persona: string): Promise<string> =>
  cookieOf(await fetch(await on.server.signInLink(persona), { redirect: 'manual' }))

interface Told {
  readonly id: string
  readonly state: string
  readonly progress: number
  readonly message: string | null
  readonly file: string | null
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

const call = (way: string, as = cookie, options: RequestInit = {}): Promise<Response> =>
  fetch(`${on.server.url}/exports${way}`, {
    ...options,
    headers: {
      cookie: as,
      ...(options.method === 'POST' && { 'content-type': 'application/json' }),
      ...options.headers,
    },
  })
const order = (body: object, as = cookie, headers = {}): Promise<Response> =>
  call('', as, { method: 'POST', body: JSON.stringify(body), headers })

async function ended(begun: Response, as = cookie): Promise<Told> {
  let told = (await begun.json()) as Told
  expect(begun.status, JSON.stringify(told)).toBe(202)
  while (told.state === 'working') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    told = (await (await call(`/${told.id}`, as)).json()) as Told
  }
  return told
}

/** Has a file made and opens nothing yet. */
async function made(body: object, as = cookie): Promise<{ bytes: Uint8Array; headers: Headers; told: Told }> {
  const told = await ended(await order(body, as), as)
  expect(told, on.logged.join('\n')).toMatchObject({ state: 'done', progress: 1, message: null })
  const answer = await call(`/${told.id}/file`, as)
  return { bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers, told }
}

const itemOf = ({ request: { leaving: _, ...request }, figure }: RandomChart, name = '图') => ({
  request,
  figure,
  name,
  title: null,
  sides: ['n', 'change'],
})
const TOWNS: RandomChart = {
  request: {
    measures: ['received'],
    dimensions: ['region1'],
    grain: null,
    period: { preset: 'yearToDate' },
    comparisons: [],
    orderBy: null,
    top: null,
    others: false,
    leaving: true,
  },
  figure: { kind: 'map', measure: 'received', view: 'value', layout: null },
}
const order1 = (format: string, item: object = itemOf(TOWNS, '区域')) => ({
  format,
  title: '区域',
  items: [item],
})

describe('native charts', () => {
  const charts: RandomChart[] = []
  const answers: Answered[] = []
  beforeAll(async () => {
    const random = new Random(SEED)
    const asker = new Asker(on.server.url, () => on.server.signInLink('office'))
    while (charts.length < CHARTS) {
      const drawn = Array.from({ length: TOGETHER }, () => randomChart(random))
      const told = await asker.tables(
        drawn.map(({ request }) => ({ ...request, filters: [], reach: 'own' as const })),
      )
      for (const [at, chart] of drawn.entries()) {
        const answer = told[at]
        // Where there is no row there is nothing to draw.
        if (!answer || charts.length === CHARTS) continue
        if (answer.rows.length === 0 && chart.figure.kind !== 'stages') continue
        charts.push(chart)
        answers.push(answer)
      }
    }
  }, 300_000)

  const isAdditive = (id: string): boolean => MEASURES[id as MeasureId].additive
  const ranked = (numbers: readonly (number | null)[]) => [...numbers].sort((a, b) => (b ?? -1) - (a ?? -1))

  /** What is wrong with the charts of a file. */
  function mismatches(opened: readonly OpenedChart[]): string[] {
    expect(opened).toHaveLength(CHARTS)
    return opened.flatMap((chart, at) => {
      const [drawn, answer] = [charts[at], answers[at]]
      if (!drawn || !answer) return ['more charts than were ordered']
      const { series, ordered } = shownNumbers(drawn, answer, isAdditive)
      const { categories, names, values } = chart
      const said = `${at} ${JSON.stringify(drawn)}`
      const expected = ordered ? series : series.map((one) => ranked(one).slice(0, categories.length))
      const found = ordered ? values : values.map(ranked)
      return [
        ...(JSON.stringify(found) === JSON.stringify(expected) || isOfHigherFirst(drawn, found, series)
          ? []
          : [`${said}: shows ${JSON.stringify(found)}, the answer is ${JSON.stringify(expected)}`]),
        ...(JSON.stringify({ categories, names, values }) === JSON.stringify(chart.cells)
          ? []
          : [`${said}: the cells are ${JSON.stringify(chart.cells)}`]),
      ]
    })
  }

  /** Of what had better be more the least come first: any of the answer's numbers, each as often as there. */
  function isOfHigherFirst(
    { figure }: RandomChart,
    found: readonly (readonly (number | null)[])[],
    series: readonly (readonly (number | null)[])[],
  ): boolean {
    if (figure.kind !== 'ranked' || MEASURES[figure.measure as MeasureId].better !== 'higher') return false
    const least = [...(series[0] ?? [])].filter((one) => one !== null).sort((a, b) => a - b)
    const shown = (found[0] ?? []).filter((one) => one !== null).sort((a, b) => a - b)
    return JSON.stringify(shown) === JSON.stringify(least.slice(0, shown.length))
  }

  it(`of ${CHARTS} random charts the slides, their workbooks and the API say the same`, async () => {
    const items = charts.map((chart) => itemOf(chart))
    const { bytes } = await made({ format: 'pptx', title: '图', items: items.filter((_, at) => !isMap(at)) })
    const native = await chartsOfSlides(bytes)
    // A map is drawn of shapes on a slide, and has no workbook.
    const all = native.slice()
    const maps = charts.flatMap((_, at) => (isMap(at) ? [at] : []))
    const book = await chartsOfWorkbook((await made({ format: 'xlsx', title: '图', items })).bytes)
    for (const at of maps) all.splice(at, 0, book[at] as OpenedChart)
    expect(mismatches(all)).toEqual([])
    expect(mismatches(book)).toEqual([])
    for (const { values, workbookNumbers } of native) {
      const shown = values.flat().filter((one) => one !== null)
      expect([...workbookNumbers].sort()).toEqual([...shown].sort())
    }
  })

  const isMap = (at: number): boolean => charts[at]?.figure.kind === 'map'
})

describe('every format', () => {
  it('a picture is as dense as paper needs and says who had it made', async () => {
    const { bytes, headers, told } = await made(order1('png'))
    const png = Buffer.from(bytes)
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual((156 / 25.4) * 300)
    expect(png.readUInt32BE(png.indexOf('pHYs') + 4)).toBe(11_812)
    expect(png.toString('utf8')).toContain('安委办业务人员')
    expect(headers.get('content-type')).toBe('image/png')
    expect(told.file).toMatch(/^区域_2026年.*\.png$/)
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('区域_2026年'))
  })

  it('a drawing says all that must be said with the numbers, and hides what must not leave', async () => {
    const { bytes } = await made(order1('svg'))
    const svg = Buffer.from(bytes).toString('utf8')
    for (const needed of ['期间', '数据截至', '口径', '来源', 'n=', '示意图', '已隐去', '编号'])
      expect(svg).toContain(needed)
    expect(svg).not.toMatch(/<script|<image|href="http/)
  })

  it('a document has text, the open font in part, no script and nothing from elsewhere', async () => {
    const { bytes } = await made(order1('pdf'))
    const pdf = Buffer.from(bytes).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansHans-Regular/)
    expect(pdf).not.toMatch(/\/JavaScript|\/JS |\/URI|\/Launch|\/EmbeddedFile/)
    expect(bytes.length).toBeLessThan(300_000)
  })

  it('several pictures come as one archive, several papers as one book', async () => {
    const items = [itemOf(TOWNS, '一'), itemOf(TOWNS, '二')]
    const zip = await made({ format: 'svg', title: '本页', items })
    expect(Object.keys(partsOf(zip.bytes))).toEqual(['1_一.svg', '2_二.svg'])
    const book = await workbookOf((await made({ format: 'xlsx', title: '本页', items })).bytes)
    expect(book.worksheets).toHaveLength(2)
  })

  it('a map has the boundaries of the office and their review number, as shapes that can be edited', async () => {
    const d = 0.02
    const features = towns.map(({ code, name, lon, lat }) => {
      const [x, y] = [lon ?? 0, lat ?? 0]
      const ring = [[x - d, y - d], [x + d, y - d], [x, y + d], [x - d, y - d]] // prettier-ignore
      return {
        type: 'Feature',
        properties: { code, name },
        geometry: { type: 'Polygon', coordinates: [ring] },
      }
    })
    const declared = new URLSearchParams({
      ...{
        coordinates: 'CGCS2000',
        reviewNumber: '渝S(2024)001号',
        origin: '区规划自然资源局',
        fileName: 'a.json',
      },
    })
    const put = await fetch(`${on.server.url}/maps/region1?${declared.toString()}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/geo+json' },
      body: JSON.stringify({ type: 'FeatureCollection', features }),
    })
    expect(put.status).toBe(201)
    const svg = Buffer.from((await made(order1('svg'))).bytes).toString('utf8')
    expect(svg).toContain('渝S(2024)001号')
    expect(svg).not.toContain('示意图')
    const slide = strFromU8(
      partsOf((await made(order1('pptx'))).bytes)['ppt/slides/slide1.xml'] ?? new Uint8Array(),
    )
    expect(slide.match(/<a:custGeom>/g)).toHaveLength(towns.length)
    expect(slide).toContain('渝S(2024)001号')
    await on.stores.metadata.boundaryMap.updateMany({ data: { takenOffAt: new Date() } })
  })

  it('is in English where that is asked', async () => {
    const begun = await order(order1('csv'), cookie, { 'accept-language': 'en' })
    const { id } = await ended(begun)
    const text = await (await call(`/${id}/file`)).text()
    expect(text).toContain('Period')
    expect(text).toContain('suppressed')
    expect(text).not.toContain('期间')
  })
})

it('26 and 27: texts that look like formulas stay texts everywhere, and negative numbers stay numbers', async () => {
  const name = '=HYPERLINK("http://x.test","a")'
  const change: RandomChart = {
    ...TOWNS,
    request: { ...TOWNS.request, comparisons: ['yearAgo'] },
    figure: { kind: 'ranked', measure: 'received', most: 40, onlyWithCases: false },
  }
  const item = { ...itemOf(change), name, title: name, sides: ['base', 'change'] }
  const csv = Buffer.from((await made(order1('csv', item))).bytes).toString('utf8')
  expect(csv).toContain(`"'=HYPERLINK(""http://x.test"",""a"")"`)
  expect(csv).not.toMatch(/^=|,=|,"=/m)
  expect(csv).toMatch(/,-\d+(\.\d+)?(,|\r)/)
  const { bytes } = await made(order1('xlsx', item))
  const book = await workbookOf(bytes)
  let negative = 0
  book.eachSheet((page) => {
    expect(page.name).not.toMatch(/^[=+\-@]/)
    page.eachRow((row) =>
      row.eachCell(({ value, formula }) => {
        expect(formula).toBeUndefined()
        if (typeof value === 'string') expect(value).not.toMatch(/^[=+\-@＝]/)
        if (typeof value === 'number' && value < 0) negative += 1
      }),
    )
  })
  expect(negative).toBeGreaterThan(0)
  for (const format of ['xlsx', 'pptx']) {
    const parts = partsOf((await made(order1(format, item))).bytes)
    for (const [part, text] of Object.entries(parts))
      if (/\.(xml|rels)$/.test(part))
        expect(strFromU8(text), part).not.toMatch(/TargetMode="External"|<f>|DDE/)
  }
})

describe('a job', () => {
  it('is the session’s own: nobody else sees, fetches or ends it', async () => {
    const { told } = await made(order1('csv'))
    const other = await signedInAs('office')
    for (const [way, method] of [
      [`/${told.id}`, 'GET'],
      [`/${told.id}/file`, 'GET'],
      [`/${told.id}`, 'DELETE'],
    ] as const) {
      const answer = await call(way, other, { method })
      expect(answer.status).toBe(404)
      expect(((await answer.json()) as Told).errors?.[0]?.extensions.code).toBe('unknownExport')
      expect((await call(way, '', { method })).status).toBe(401)
      expect((await call(way, cookie, { method, headers: { origin: 'http://evil.test' } })).status).toBe(403)
    }
    expect((await call(`/${told.id}`)).status).toBe(200)
  })

  it('that is cancelled leaves nothing, and the next one is made', async () => {
    const items = Array.from({ length: 20 }, () => itemOf(TOWNS))
    const begun = (await (await order({ format: 'png', title: '多', items })).json()) as Told
    expect((await call(`/${begun.id}`, cookie, { method: 'DELETE' })).status).toBe(204)
    expect((await call(`/${begun.id}`)).status).toBe(404)
    expect((await made(order1('svg'))).bytes.length).toBeGreaterThan(1000)
  })

  it('of which there are too many at once is refused before any work', async () => {
    const mine = await signedInAs('office')
    const items = Array.from({ length: 10 }, () => itemOf(TOWNS))
    const begun = await Promise.all(
      Array.from({ length: 4 }, () => order({ format: 'png', title: '多', items }, mine)),
    )
    expect(begun.map(({ status }) => status).sort()).toEqual([202, 202, 202, 429])
    const told = (await Promise.all(begun.map((answer) => answer.json()))) as Told[]
    expect(told.find(({ errors }) => errors)?.errors?.[0]?.message).toMatch(/3个导出/)
    for (const { id } of told) if (id) await call(`/${id}`, mine, { method: 'DELETE' })
  })

  it('is written down with its number, its answers and the hash of its file', async () => {
    const { bytes } = await made(order1('csv'))
    const entry = await on.stores.metadata.auditEntry.findFirstOrThrow({
      where: { action: 'export' },
      orderBy: { id: 'desc' },
    })
    const { number, answers, sha256 } = entry.detail as { number: string; answers: string[]; sha256: string }
    expect(Buffer.from(bytes).toString('utf8')).toContain(number)
    expect(answers).toHaveLength(1)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each(['intake', 'assessor', 'admin'])('is not for the role %s', async (persona) => {
    const answer = await order(order1('csv'), await signedInAs(persona))
    expect(answer.status).toBe(403)
    expect(((await answer.json()) as Told).errors?.[0]?.message).toMatch(/不能导出/)
  })

  it('of a town holds its own cases only', async () => {
    const town = await signedInAs('town:500156101')
    const text = Buffer.from((await made(order1('csv'), town)).bytes).toString('utf8')
    expect(text).toContain('白马镇')
    expect(text).not.toContain('凤山街道')
  })
})

it.each([
  ['another format', { ...order1('csv'), format: 'exe' }],
  ['nothing', { ...order1('csv'), items: [] }],
  ['101 charts', { ...order1('csv'), items: Array.from({ length: 101 }, () => itemOf(TOWNS)) }],
  ['a picture of a table', order1('png', { ...itemOf(TOWNS), figure: null })],
  [
    'a figure that does not fit',
    order1('png', { ...itemOf(TOWNS), figure: { kind: 'lines', measure: 'received' } }),
  ],
  ['an unknown measure', order1('csv', { ...itemOf(TOWNS), request: { ...TOWNS.request, measures: ['x'] } })],
  ['numbers of its own', order1('csv', { ...itemOf(TOWNS), rows: [] })],
  ['a list', []],
])('refuses %s in a sentence', async (_, body) => {
  const answer = await order(body)
  expect(answer.status).toBe(400)
  expect(((await answer.json()) as Told).errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/)
})
