/**
 * The overview over HTTP, asked as the page asks it, on a synthetic district: p50 and p95 of whole screens, first each
 * over a window that nobody asked for before, then over one that is known. Against others who answer the same screens from
 * the same rows in the same run, after every number of a screen was seen to be equal: the raw engine with statements
 * written by hand, DuckDB, and PostgreSQL through Prisma.
 *
 * `npm run bench -- overview [10k|1m|10m] [--without duckdb|postgres …]`
 */
import { loadOffice } from '@fengsui/prisma/office/load'
import { parseArgs } from 'node:util'
import { engineCpu } from './engine-cpu.js'
import { duckdb } from './peers/duckdb.js'
import type { Peer } from './peers/peer.js'
import { postgres } from './peers/postgres.js'
import { rawEngine } from './peers/raw-engine.js'
import { percentile, print } from './print.js'
import { numbersOf, spansOf } from './screen-numbers.js'
import { type Session, serve, signIn, windowOf } from './sessions.js'
import { AS_OF } from './synthetic-cases.js'
import { type Size, openWarehouse } from './warehouse-cache.js'

const SCREENS = 25
/** Milliseconds of a screen without a cache: the goals on two cores. */
const GOAL_MS: Readonly<Record<Size, number>> = { '10k': 250, '1m': 250, '10m': 1000 }
const GOAL_RATIO = 1.3

const { values, positionals } = parseArgs({
  options: { without: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
})
const size = positionals[0] ?? '1m'
const without = values.without
const office = await loadOffice('wulong')
const warehouse = await openWarehouse(office, size)

/** How long a peer or we took, and the processor time that the engine and this process spent on it. */
class Timing {
  readonly ms: number[] = []
  engineMs = 0
  ownMs = 0

  async of<T>(work: () => Promise<T>): Promise<T> {
    const [began, engine, own] = [performance.now(), engineCpu(warehouse.dir), process.cpuUsage()]
    const result = await work()
    this.ms.push(performance.now() - began)
    this.engineMs += engineCpu(warehouse.dir) - engine
    const { user, system } = process.cpuUsage(own)
    this.ownMs += (user + system) / 1000
    return result
  }

  get p50(): number {
    return percentile(this.ms, 0.5)
  }

  /** The processor times are those of one screen. */
  figures(prefix = ''): Record<string, number> {
    return {
      [`${prefix}p50_ms`]: this.p50,
      [`${prefix}p95_ms`]: percentile(this.ms, 0.95),
      [`${prefix}engine_cpu_ms`]: this.engineMs / this.ms.length,
      [`${prefix}own_cpu_ms`]: this.ownMs / this.ms.length,
    }
  }
}

/** The first screen of each, not timed: everybody is warm, and everybody says the same. */
async function compare(session: Session, peers: readonly Peer[]): Promise<number> {
  const screen = await session.screen(windowOf(SCREENS, AS_OF))
  const ours = numbersOf(screen)
  for (const peer of peers) (await peer.ask(spansOf(screen)))().expectEqual(ours, peer.name)
  return ours.size
}

const peers: Peer[] = [rawEngine(warehouse.stores)]
try {
  if (!without.includes('duckdb')) peers.push(await duckdb(warehouse))
  if (!without.includes('postgres')) peers.push(await postgres(warehouse))
  const server = await serve(warehouse.stores, office)
  const session = await signIn(server, 'office')
  const numbers = await compare(session, peers)
  const [ours, again] = [new Timing(), new Timing()]
  const theirs = new Map(peers.map((peer) => [peer.name, new Timing()]))
  for (let turn = 0; turn < SCREENS; turn += 1) {
    const window = windowOf(turn, AS_OF)
    const spans = spansOf(await ours.of(() => session.screen(window)))
    await again.of(() => session.screen(window))
    for (const peer of peers) await theirs.get(peer.name)?.of(() => peer.ask(spans))
  }
  await server.close()
  const raw = theirs.get('raw') as Timing
  const ratio = ours.p50 / raw.p50
  const goalMs = GOAL_MS[size as Size]
  print({
    bench: 'overview',
    size: `${warehouse.rows} cases, ${numbers} numbers a screen, ${SCREENS} screens`,
    figures: {
      ...ours.figures(),
      ...again.figures('cached_'),
    },
    against: Object.assign({}, ...[...theirs].map(([name, timing]) => timing.figures(`${name}_`))) as Record<
      string,
      number
    >,
    faster: [...theirs].filter(([, timing]) => timing.p50 < ours.p50).map(([name]) => name),
    without,
    ratio,
    goal: `p50 at most ${goalMs} ms, and ${GOAL_RATIO} times the raw engine`,
    holds: ours.p50 <= goalMs && ratio <= GOAL_RATIO,
  })
} finally {
  for (const peer of peers) await peer.close()
  await warehouse.stores.close()
}
