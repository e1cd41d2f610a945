/**
 * The overview in a browser whose processor is slowed down four times: when the largest part of it is painted (LCP), how
 * much it shifts (CLS), how long a press waits (INP), how much script comes, and from a press on a region until all charts
 * are drawn anew, beyond the time of the server. Against a plain page in the same browser that asks the same server the
 * same questions and draws each answer as one bar chart of ECharts.
 *
 * `npm run bench -- screen [10k|1m|10m]`
 */
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { loadOffice } from '@fengsui/prisma/office/load'
import { existsSync } from 'node:fs'
import { percentile, print } from './print.js'
import { offerPlainPage, PLAIN } from './screen/plain-page.js'
import { isStill, readRedraw, readVitals, watch, type Redraw, type Vitals } from './screen/vitals.js'
import { serve, windowOf } from './sessions.js'
import { AS_OF } from './synthetic-cases.js'
import { openWarehouse } from './warehouse-cache.js'

const SLOWER = 4
const VISITS = 5
const PRESSES = 12
const STILL_MS = 600
const SYSTEM = process.env.FENGSUI_CHROMIUM ?? '/usr/bin/chromium'
const GOAL = { lcp: 1200, inp: 100, cls: 0, script: 250, redraw: 100 }

interface Measured {
  readonly visits: Vitals[]
  readonly redraws: Redraw[]
  readonly inp: number
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(watch)
  await offerPlainPage(page, windowOf(0, AS_OF))
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url)
  await page.waitForFunction(isStill, STILL_MS)
  return page
}

/** Presses one mark of a picture after another and waits each time until the page is still. */
async function press(page: Page, picture: string): Promise<Redraw[]> {
  const redraws: Redraw[] = []
  const marks = page.locator(`${picture} svg path`)
  for (let at = 0; at < PRESSES; at += 1) {
    const box = await marks.nth((await marks.count()) - 2 - (at % 5)).boundingBox()
    if (!box) continue
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.waitForFunction(isStill, STILL_MS)
    redraws.push(await page.evaluate(readRedraw))
  }
  return redraws.filter(({ server }) => server > 0)
}

/** Each visit is the first of a browser that knows nothing but who it is. */
async function measure(browser: Browser, known: Known, path: string, picture: string): Promise<Measured> {
  const visits: Vitals[] = []
  const redraws: Redraw[] = []
  let inp = 0
  for (let visit = 0; visit < VISITS; visit += 1) {
    const context = await browser.newContext({
      storageState: known.state,
      viewport: { width: 1440, height: 900 },
    })
    const page = await open(context, `${known.origin}${path}`)
    const vitals = await page.evaluate(readVitals)
    visits.push(vitals)
    console.error(
      `${path} ${visit + 1}/${VISITS}: LCP ${vitals.lcp.toFixed(0)} ms, drawn ${vitals.drawn.toFixed(0)} ms`,
    )
    if (visit >= VISITS - 2) redraws.push(...(await press(page, picture)))
    inp = Math.max(inp, (await page.evaluate(readVitals)).inp)
    await context.close()
  }
  return { visits: visits.slice(1), redraws, inp }
}

interface Known {
  readonly origin: string
  readonly state: Awaited<ReturnType<BrowserContext['storageState']>>
}

async function signIn(browser: Browser, link: string): Promise<Known> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await page.waitForFunction(() => document.querySelector('svg text') !== null)
  const state = await context.storageState()
  await context.close()
  return { origin: new URL(link).origin, state }
}

const beyond = ({ total, server }: Redraw): number => total - server

const figuresOf = ({ visits, redraws, inp }: Measured): Record<string, number> => ({
  lcp_ms: percentile(
    visits.map(({ lcp }) => lcp),
    0.5,
  ),
  drawn_ms: percentile(
    visits.map(({ drawn }) => drawn),
    0.5,
  ),
  cls: Math.max(...visits.map(({ cls }) => cls)),
  inp_ms: inp,
  script_to_lcp_kb: Math.max(...visits.map(({ scriptKbToLcp }) => scriptKbToLcp)),
  script_kb: Math.max(...visits.map(({ scriptKb }) => scriptKb)),
  redraw_p50_ms: percentile(redraws.map(beyond), 0.5),
  redraw_p95_ms: percentile(redraws.map(beyond), 0.95),
})

const office = await loadOffice('wulong')
const warehouse = await openWarehouse(office, process.argv[2] ?? '1m')
try {
  const server = await serve(warehouse.stores, office)
  const browser = await chromium.launch({
    ...(existsSync(SYSTEM) && { executablePath: SYSTEM }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
  const known = await signIn(browser, await server.signInLink('office'))
  const ours = figuresOf(await measure(browser, known, '/', '[data-testid="panel-region"]'))
  const plain = figuresOf(await measure(browser, known, PLAIN, '#region'))
  await browser.close()
  await server.close()
  const { lcp_ms = 0, inp_ms = 0, cls = 0, script_kb = 0, redraw_p95_ms = 0 } = ours
  print({
    bench: 'screen',
    size: `${warehouse.rows} cases, ${VISITS - 1} visits, ${2 * PRESSES} presses, processor ${SLOWER} times slower`,
    figures: ours,
    against: plain,
    faster: (plain.redraw_p95_ms ?? 0) < redraw_p95_ms ? ['plain'] : [],
    ratio: redraw_p95_ms / (plain.redraw_p95_ms ?? 1),
    goal: `LCP ${GOAL.lcp} ms, INP ${GOAL.inp} ms, CLS ${GOAL.cls}, script ${GOAL.script} KB, redraw p95 ${GOAL.redraw} ms`,
    holds:
      lcp_ms <= GOAL.lcp &&
      inp_ms <= GOAL.inp &&
      cls <= GOAL.cls &&
      script_kb <= GOAL.script &&
      redraw_p95_ms <= GOAL.redraw,
  })
} finally {
  await warehouse.stores.close()
}
