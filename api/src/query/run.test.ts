import { createClient } from '@clickhouse/client'
import { openTestStores } from '@fengsui/etl/stores/testing'
import { CLICK } from '@fengsui/etl/warehouse/limits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runQuery } from './run.js'

let stores: Awaited<ReturnType<typeof openTestStores>>
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())

const query = (text: string) => ({ text, params: {} })

describe('runQuery', () => {
  it('refuses what takes too long', async () => {
    const { client } = stores.warehouse({ ...CLICK, maxSeconds: 1 })
    const refused = await runQuery(client, query('SELECT sum(sipHash64(number)) FROM numbers(100000000000)'))
    expect(refused).toMatchObject({ code: 'queryTimeout' })
  })

  it('refuses what needs too much memory', async () => {
    const { client } = stores.warehouse({ ...CLICK, maxMemoryBytes: 50_000_000 })
    const refused = await runQuery(client, query('SELECT length(groupArray(number)) FROM numbers(100000000)'))
    expect(refused).toMatchObject({ code: 'queryTooLarge' })
  })

  it('refuses when nobody answers', async () => {
    const client = createClient({ url: 'http://127.0.0.1:9' })
    expect(await runQuery(client, query('SELECT 1'))).toMatchObject({ code: 'warehouseUnavailable' })
    await client.close()
  })

  it('throws on what is our own fault', async () => {
    const { client } = stores.warehouse(CLICK)
    await expect(runQuery(client, query('SELECT nothing_such'))).rejects.toThrow(/nothing_such/)
  })

  it('frees the engine when nobody waits any more', async () => {
    const { client } = stores.warehouse(CLICK)
    const signal = AbortSignal.timeout(500)
    const slow = runQuery(client, query('SELECT sum(sipHash64(number)) FROM numbers(100000000000)'), signal)
    await expect(slow).rejects.toThrow()
    const began = performance.now()
    expect(await runQuery(client, query('SELECT 1 AS one'))).toEqual([{ one: 1 }])
    // The query itself would run into its limit of 20 s.
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
