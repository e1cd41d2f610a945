/**
 * A file of 40 pages in every format: from the order until it can be fetched, all questions asked anew. And what a
 * click's answer takes while such files are made one after another, against the same clicks alone.
 *
 * `npm run bench -- exports [10k|1m|10m]`
 */
import { loadOffice } from '@fengsui/prisma/office/load'
import { percentile, print } from './print.js'
import { type Session, serve, signIn, windowOf } from './sessions.js'
import { AS_OF } from './synthetic-cases.js'
import { openWarehouse } from './warehouse-cache.js'

const PAGES = 40
const FORMATS = ['png', 'svg', 'pdf', 'pptx', 'xlsx', 'csv'] as const
const GOAL_SECONDS = 5
const GOAL_GROWTH = 1.2
const CLICKS = 30

const office = await loadOffice('wulong')
const warehouse = await openWarehouse(office, process.argv[2] ?? '10k')

const MEASURES = ['received', 'accepted', 'closed'] as const
let turn = 0

/** Charts as pages have them; no question is asked twice. */
const FIGURES = [
  ({ period }: { period: object }, measure: string) => ({
    request: { measures: [measure], grain: 'month', period, comparisons: ['yearAgo'] },
    figure: { kind: 'trend', measures: null, chosen: null },
  }),
  ({ period }: { period: object }, measure: string) => ({
    request: { measures: [measure], dimensions: ['region1'], period, comparisons: ['yearAgo'] },
    figure: { kind: 'map', measure, view: 'value', layout: null },
  }),
  ({ period }: { period: object }, measure: string) => ({
    request: { measures: [measure], dimensions: ['industry1'], period, comparisons: ['yearAgo'] },
    figure: { kind: 'ranked', measure, most: 12, onlyWithCases: false },
  }),
  ({ period }: { period: object }, measure: string) => ({
    request: { measures: [measure], dimensions: ['channel'], grain: 'month', period, top: 5, others: true },
    figure: { kind: 'columns', measure },
  }),
]

const order = (format: string): object => ({
  format,
  title: '简报素材',
  items: Array.from({ length: PAGES }, (_, at) => {
    const made = FIGURES[at % FIGURES.length]?.(
      { period: windowOf(turn++ % 1000, AS_OF) },
      MEASURES[at % MEASURES.length] ?? 'received',
    )
    return { ...made, name: `图${at + 1}`, title: null, sides: ['n', 'change'] }
  }),
})

/** Seconds from the order until the file can be fetched, and those of a processor that our process spent on it. */
async function make(session: Session, format: string): Promise<{ wall: number; cpu: number }> {
  const began = performance.now()
  const before = process.cpuUsage()
  await session.file(order(format))
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 }
}

/** One click after another, each on a window that nobody asked for. */
async function clicks(session: Session): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < CLICKS; at += 1) {
    const began = performance.now()
    await session.screen(windowOf(turn++ % 1000, AS_OF))
    times.push(performance.now() - began)
  }
  return times
}

try {
  const server = await serve(warehouse.stores, office)
  const [exporter, clicker] = [await signIn(server, 'office'), await signIn(server, 'leader')]
  await make(exporter, 'csv')
  await clicks(clicker)
  const seconds: Record<string, number> = {}
  const cpuSeconds: Record<string, number> = {}
  for (const format of FORMATS) {
    const { wall, cpu } = await make(exporter, format)
    seconds[`${format}_s`] = wall
    cpuSeconds[`${format}_cpu_s`] = cpu
    console.error(`${format}: ${wall.toFixed(2)} s, ${cpu.toFixed(2)} s of a processor`)
  }
  const alone = await clicks(clicker)
  let isOver = false
  let files = 0
  const exporting = (async () => {
    while (!isOver) {
      await make(exporter, FORMATS[files % FORMATS.length] ?? 'pdf')
      files += 1
    }
  })()
  const beside = await clicks(clicker)
  isOver = true
  await exporting
  await server.close()
  const growth = percentile(beside, 0.95) / percentile(alone, 0.95)
  const slowest = Math.max(...Object.values(seconds))
  print({
    bench: 'exports',
    size: `${warehouse.rows} cases, ${PAGES} pages`,
    figures: {
      ...seconds,
      ...cpuSeconds,
      click_alone_p50_ms: percentile(alone, 0.5),
      click_alone_p95_ms: percentile(alone, 0.95),
      click_beside_p50_ms: percentile(beside, 0.5),
      click_beside_p95_ms: percentile(beside, 0.95),
      files_beside: files,
    },
    against: {},
    ratio: growth,
    goal: `every format within ${GOAL_SECONDS} s, and beside it p95 of a click grows by less than ${Math.round((GOAL_GROWTH - 1) * 100)} %`,
    holds: slowest <= GOAL_SECONDS && growth < GOAL_GROWTH,
  })
} finally {
  await warehouse.stores.close()
}
