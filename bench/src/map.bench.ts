/**
 * The trend map with 3,000 areas in a browser: from the answer with their numbers until the map is painted, and from a
 * move of the pointer over it until the next frame is. Against the map of ECharts as it is published, drawn from the same
 * boundaries and the same numbers in the same browser, without a word or a pattern.
 *
 * `npm run bench -- map [10k|1m]`
 */
import { chromium, type Page } from '@playwright/test'
import { loadOffice, OFFICES_DIR } from '@fengsui/prisma/office/load'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { percentile, print } from './print.js'
import { moveOver, painted, readMap, watchMap } from './screen/map-watch.js'
import { officeOfAreas } from './screen/many-areas.js'
import { serve } from './sessions.js'
import { openWarehouse } from './warehouse-cache.js'

const AREAS = 3000
const VISITS = 5
const MOVES = 60
const GOAL = { paint: 300, hover: 16 }
const PLAIN = '/plain-map'
const SYSTEM = process.env.FENGSUI_CHROMIUM ?? '/usr/bin/chromium'

interface Measured {
  readonly paint: number[]
  readonly hover: number[]
}

/** Visits a page so many times, and moves over the map that it shows. */
async function measure(page: Page, url: string, map: string): Promise<Measured> {
  const [paint, hover]: [number[], number[]] = [[], []]
  for (let visit = 0; visit < VISITS; visit += 1) {
    await page.goto(url)
    await page.waitForFunction(painted, null, { timeout: 60_000 })
    paint.push((await page.evaluate(readMap)).paint)
    const box = await page.locator(map).first().boundingBox()
    if (!box) throw new Error(`no map at ${url}`)
    await moveOver(page, box, MOVES)
    hover.push(...(await page.evaluate(readMap)).hover)
  }
  return { paint: paint.slice(1), hover }
}

const figuresOf = ({ paint, hover }: Measured) => ({
  paint_p50_ms: percentile(paint, 0.5),
  paint_worst_ms: Math.max(...paint),
  hover_p50_ms: percentile(hover, 0.5),
  hover_p95_ms: percentile(hover, 0.95),
})

/** The map of ECharts, of the numbers that the product's page asks for. */
async function offerPlainMap(page: Page, boundaries: object): Promise<void> {
  const library = await readFile(
    createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js'),
    'utf8',
  )
  const query =
    '{ metrics(request: { measures: [received], dimensions: [region1], period: { preset: all } }) { ... on MetricsTable { rows { labels values { value } } } } }'
  const script = `
    echarts.registerMap('areas', ${JSON.stringify(boundaries)})
    const chart = echarts.init(document.getElementById('map'))
    const ask = { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify({ query }))} }
    fetch('/graphql', ask).then((got) => got.json()).then(({ data }) => {
      const numbers = data.metrics.rows.map(({ labels, values }) => ({ name: labels[0], value: values[0].value }))
      const max = Math.max(...numbers.map(({ value }) => value))
      chart.setOption({ animation: false, visualMap: { min: 0, max }, series: [{ type: 'map', map: 'areas', data: numbers }] })
    })`
  const body = `<!doctype html><meta charset="utf-8"><div id="map" data-map style="width:1100px;height:520px"></div>
    <script src="${PLAIN}/echarts.js"></script><script src="${PLAIN}/page.js"></script>`
  const offer = (url: string, contentType: string, text: string) =>
    page.route(`**${url}`, (route) => route.fulfill({ contentType, body: text }))
  await offer(PLAIN, 'text/html', body)
  await offer(`${PLAIN}/echarts.js`, 'text/javascript', library)
  await offer(`${PLAIN}/page.js`, 'text/javascript', script)
}

const areas = await officeOfAreas(path.join(OFFICES_DIR, 'wulong'), AREAS)
try {
  const office = await loadOffice(areas.dir)
  const warehouse = await openWarehouse(office, process.argv[2] ?? '10k')
  const told: string[] = []
  const server = await serve(warehouse.stores, office, (line) => told.push(line))
  await server.putFolderMaps()
  const refused = told.filter((line) => line.includes('cannot be used'))
  if (refused.length > 0) throw new Error(refused.slice(0, 3).join('\n'))
  const browser = await chromium.launch({
    ...(existsSync(SYSTEM) && { executablePath: SYSTEM }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watchMap)
  await page.goto(await server.signInLink('office'))
  await page.waitForFunction(() => document.querySelector('svg text') !== null)
  const { origin } = new URL(server.url)
  const ours = await measure(page, `${origin}/regions?period=all`, '[data-testid="trend-map"] canvas')
  await offerPlainMap(page, areas.boundaries)
  const plain = await measure(page, `${origin}${PLAIN}`, '[data-map] canvas')
  await browser.close()
  await server.close()
  await warehouse.stores.close()
  const [our, their] = [figuresOf(ours), figuresOf(plain)]
  print({
    bench: 'map',
    size: `${AREAS} areas, ${warehouse.rows} cases, ${VISITS - 1} visits, ${VISITS * MOVES} moves`,
    figures: our,
    against: their,
    faster: their.paint_p50_ms < our.paint_p50_ms ? ['plain'] : [],
    ratio: our.paint_p50_ms / their.paint_p50_ms,
    goal: `painted ${GOAL.paint} ms after the numbers, hover ${GOAL.hover} ms`,
    holds: our.paint_p50_ms <= GOAL.paint && our.hover_p95_ms <= GOAL.hover,
  })
} finally {
  await areas.remove()
}
