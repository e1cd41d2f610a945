/**
 * The overview's questions over GraphQL, as one screen asks them, on a synthetic district: p50 and p95 of a whole
 * screen, against the raw engine answering the very same statements one after another in the same run. Every screen
 * asks for another period, so that no answer comes from the cache.
 *
 * `npm run bench -- overview [10k|1m|10m]`
 */
import { compileMetrics } from '@fengsui/api/query/compile'
import { planQuery } from '@fengsui/api/query/pipeline'
import { isRejection } from '@fengsui/api/query/rejection'
import { parseRequest } from '@fengsui/api/query/request'
import { MemberLists } from '@fengsui/api/office/member-lists'
import { startServer } from '@fengsui/api/server'
import { type DemoSize, writeDemo } from '@fengsui/etl/demo/write'
import { loadFiles, todayIn } from '@fengsui/etl/run'
import { openTestStores } from '@fengsui/etl/stores/testing'
import { CLICK } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import path from 'node:path'
import { OVERVIEW, screen } from './overview-questions.js'
import { percentile, print } from './print.js'

const SCREENS = 25
const size = (process.argv[2] ?? '1m') as DemoSize
const office = await loadOffice('wulong')
const stores = await openTestStores()

/** The window of a screen: 300 days that slide a day a screen. */
function windowOf(turn: number, asOf: string): { from: string; to: string } {
  const day = (back: number) => new Date(Date.parse(asOf) - back * 86_400_000).toISOString().slice(0, 10)
  return { from: day(300 + turn), to: day(turn) }
}

async function fill(): Promise<string> {
  const files = await writeDemo({ dir: path.join(stores.dataDir, 'demo'), size, office })
  for (const { path: file, source, asOf } of files) {
    await loadFiles(stores, office, [file], {
      dataDir: stores.dataDir,
      secret: 'a secret of a measurement, 0123456789',
      today: todayIn(office.timeZone, new Date()),
      asOf,
      source,
    })
  }
  return files[0]?.asOf ?? ''
}

async function signedIn(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

async function ask(url: string, cookie: string, turn: number, asOf: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(screen(windowOf(turn, asOf))),
  })
  const { data, errors } = (await answer.json()) as {
    data?: Record<string, { __typename: string }>
    errors?: unknown
  }
  if (errors || Object.values(data ?? {}).some((one) => one.__typename !== 'MetricsTable')) {
    throw new Error(`the screen was refused: ${JSON.stringify(errors ?? data).slice(0, 500)}`)
  }
  return performance.now() - began
}

/** The statements of a screen, straight to the engine. */
async function raw(turn: number, asOf: string): Promise<number> {
  const { client } = stores.warehouse(CLICK)
  const context = {
    lists: new MemberLists(office),
    scope: { kind: 'whole' as const },
    asOf,
    firstDay: '2021-11-01',
  }
  const bound = OVERVIEW.map(({ part: _, ...question }) => {
    const query = parseRequest({ ...question, period: windowOf(turn, asOf) })
    const plan = isRejection(query) ? query : planQuery(query, context)
    if (isRejection(plan)) throw new Error(plan.code)
    return compileMetrics(plan)
  })
  const began = performance.now()
  for (const { text, params } of bound) {
    await (await client.query({ query: text, query_params: params, format: 'JSONCompactEachRow' })).text()
  }
  const taken = performance.now() - began
  await client.close()
  return taken
}

try {
  const asOf = await fill()
  const server = await startServer({
    // More than anybody clicks.
    fieldsPerMinute: 1e9,
    config: { port: 0, host: '127.0.0.1', dev: false },
    stores,
    office,
  })
  const cookie = await signedIn(await server.signInLink())
  const ours: number[] = []
  const engine: number[] = []
  await ask(server.url, cookie, SCREENS, asOf)
  await raw(SCREENS, asOf)
  for (let turn = 0; turn < SCREENS; turn += 1) {
    ours.push(await ask(server.url, cookie, turn, asOf))
    engine.push(await raw(turn, asOf))
  }
  await server.close()
  const [p50, p95] = [percentile(ours, 0.5), percentile(ours, 0.95)]
  const enginep50 = percentile(engine, 0.5)
  print({
    bench: 'overview',
    size: `${size}, ${OVERVIEW.length} questions a screen`,
    figures: { p50_ms: p50, p95_ms: p95 },
    against: { engine_p50_ms: enginep50, engine_p95_ms: percentile(engine, 0.95) },
    ratio: p50 / enginep50,
    goal: 'at most 1.5 times the raw engine',
    holds: p50 <= 1.5 * enginep50,
  })
} finally {
  await stores.close()
}
