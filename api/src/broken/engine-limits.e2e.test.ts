import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { ClickHouseClient } from '@clickhouse/client'
import { clickhouseHttp } from '@fengsui/etl/stores/clickhouse-http'
import { Engine } from '@fengsui/etl/stores/engine'
import { type Stores, openStores } from '@fengsui/etl/stores/open'
import { CLICK } from '@fengsui/etl/warehouse/limits'
import type { Limits } from '@fengsui/etl/warehouse/warehouse'
import { loadOffice } from '@fengsui/prisma/office/load'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../server.js'
import { cookieOf } from '../testing.js'
import { giveCases, someCases } from './given-cases.js'

/** Takes hours; stands in for a question that is far too heavy. */
const HEAVY = '(SELECT sum(sipHash64(number)) FROM numbers(1000000000000)) > 0'
const HUNGRY = '(SELECT length(groupArray(number)) FROM numbers(100000000)) > 0'

/** The same stores, whose clicks have other limits, and where some questions are heavier than they look. */
function withLimits(stores: Stores, limits: Partial<Limits>, sent: string[]): Stores {
  const heavier = (text: string): string => {
    const what = text.includes('hazard_level') ? HEAVY : text.includes('report_class') ? HUNGRY : null
    return what ? text.replaceAll('FROM cases', `FROM (SELECT * FROM cases WHERE ${what})`) : text
  }
  return {
    ...stores,
    warehouse: (own) => {
      const warehouse = stores.warehouse({ ...own, ...limits })
      const client = new Proxy(warehouse.client, {
        get: (target, name) => {
          if (name !== 'query') return Reflect.get(target, name) as unknown
          return (asked: Parameters<ClickHouseClient['query']>[0]) => {
            sent.push(asked.query)
            return target.query({ ...asked, query: heavier(asked.query) })
          }
        },
      })
      return { ...warehouse, client }
    },
  }
}

interface Told {
  readonly code?: string
  readonly message?: string
  readonly total?: { readonly values: readonly { readonly n: number }[] }
}
const SELECTION = '{ ... on Rejection { code message } ... on MetricsTable { total { values { n } } } }'
const panel = (name: string, more: string): string =>
  `${name}: metrics(request: { measures: [received], period: { preset: thisMonth } ${more} }) ${SELECTION}`
const [TOTAL, BY_TOWN, TOO_LONG, TOO_LARGE] = [
  panel('total', ''),
  panel('town', 'dimensions: [region1]'),
  panel('long', 'dimensions: [hazardLevel]'),
  panel('large', 'dimensions: [reportClass]'),
]

describe.each(['embedded', 'remote'])('the limits of an engine that is %s', (place) => {
  let scratch = ''
  let stores: Stores
  let remote: { engine: Engine; server: ReturnType<typeof clickhouseHttp> } | null = null
  const closing: (() => Promise<void>)[] = []
  beforeAll(async () => {
    scratch = await mkdtemp(path.join(os.tmpdir(), 'fengsui-limits-'))
    if (place === 'remote') {
      const engine = new Engine(path.join(scratch, 'server'))
      await engine.open()
      const server = clickhouseHttp(engine, scratch)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      remote = { engine, server }
    }
    const port = (remote?.server.address() as AddressInfo | undefined)?.port
    const clickhouseUrl = port === undefined ? undefined : `http://127.0.0.1:${port}/fengsui`
    stores = await openStores({ dataDir: path.join(scratch, 'data'), clickhouseUrl })
    await giveCases(stores, someCases(60))
  })
  afterAll(async () => {
    for (const close of closing) await close()
    await stores.close()
    remote?.server.close()
    remote?.server.closeAllConnections()
    await remote?.engine.close()
    await rm(scratch, { recursive: true, force: true })
  })

  /** A server with such limits, and what it sends to the engine. */
  async function serve(limits: Partial<Limits>) {
    const sent: string[] = []
    const logged: string[] = []
    const server = await startServer({
      config: { port: 0, host: '127.0.0.1', dev: false },
      stores: withLimits(stores, limits, sent),
      office: await loadOffice('wulong'),
      log: (line) => logged.push(line),
    })
    closing.push(() => server.close())
    const cookie = cookieOf(await fetch(await server.signInLink('office'), { redirect: 'manual' }))
    const ask = async (panels: readonly string[], signal?: AbortSignal): Promise<Record<string, Told>> => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query: `{ ${panels.join(' ')} }` }),
        ...(signal && { signal }),
      })
      const { data, errors } = (await answer.json()) as { data: Record<string, Told>; errors?: unknown }
      expect(errors).toBeUndefined()
      return data
    }
    return { ask, sent, logged }
  }

  it('time: what takes too long is refused alone, the other panels of its screen are answered', async () => {
    const { ask, logged } = await serve({ maxSeconds: 1 })
    const { total, town, long } = await ask([TOTAL, TOO_LONG, BY_TOWN])
    expect([total?.total?.values[0]?.n, town?.total?.values[0]?.n]).toEqual([60, 60])
    expect(long).toEqual({ code: 'queryTimeout', message: expect.stringContaining('用时过长') as string })
    expect(logged).toEqual([])
  })

  it('memory: what needs too much is refused alone', async () => {
    const { ask, logged } = await serve({ maxMemoryBytes: 100_000_000 })
    const { total, large } = await ask([TOTAL, TOO_LARGE])
    expect(total?.total?.values[0]?.n).toBe(60)
    expect(large).toEqual({ code: 'queryTooLarge', message: expect.stringContaining('结果过大') as string })
    expect(logged).toEqual([])
  })

  it('result rows: a table of more rows than allowed is refused alone', async () => {
    const { ask, logged } = await serve({ maxResultRows: 8 })
    const byDay = panel('days', 'grain: day')
    const { total, days } = await ask([TOTAL, byDay])
    expect(total?.total?.values[0]?.n).toBe(60)
    expect(days?.code).toBe('queryTooLarge')
    expect(logged).toEqual([])
  })

  it('16 the client leaves: the engine is free at once, and who waits for the same goes on', async () => {
    const { ask, logged } = await serve({ ...CLICK, maxSeconds: 6 })
    const leaving = new AbortController()
    const left = ask([TOO_LONG], leaving.signal)
    const gone = expect(left).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 500))
    leaving.abort()
    const began = performance.now()
    expect((await ask([TOTAL])).total?.total?.values[0]?.n).toBe(60)
    // Otherwise it would be busy up to its limit of 6 s; a machine may be busy with more than this.
    expect(performance.now() - began).toBeLessThan(4000)
    await gone
    // Two wait for the same; one leaves, and the work of the other runs into its limit, not into nothing.
    const second = new AbortController()
    const both = [ask([TOO_LONG]), ask([TOO_LONG], second.signal)] as const
    const alsoGone = expect(both[1]).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 500))
    second.abort()
    expect((await both[0]).long?.code).toBe('queryTimeout')
    await alsoGone
    expect(logged).toEqual([])
  })

  it('8 equal work in flight is done once, and kept for those who ask later', async () => {
    const { ask, sent } = await serve({})
    await ask([TOTAL])
    const before = sent.length
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask([BY_TOWN])))
    expect(asked.map(({ town }) => town?.total?.values[0]?.n)).toEqual(asked.map(() => 60))
    await ask([BY_TOWN, TOTAL])
    const work = sent.slice(before).filter((text) => text.includes('region_1'))
    expect(work.length).toBe(1)
  })
})
