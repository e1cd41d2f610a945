import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Stores } from '../stores/open.js'
import { openTestStores } from '../stores/testing.js'
import { LOAD } from '../warehouse/limits.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { rebuildCases } from './current-cases.js'

let stores: Stores
let warehouse: Warehouse
beforeAll(async () => {
  stores = await openTestStores()
  warehouse = stores.warehouse(LOAD)
})
afterAll(() => stores.close())

async function read<T>(query: string, query_params: Record<string, unknown> = {}): Promise<T[]> {
  return (await warehouse.client.query({ query, query_params, format: 'JSONEachRow' })).json<T>()
}

/** A new version of each case, with its channel. */
async function load(version: number, channels: Readonly<Record<string, string>>): Promise<void> {
  const values = Object.entries(channels).map(([case_id, channel]) => ({
    ...{ case_id, version, batch: version, source: 'cq', received_on: '2026-01-01', channel },
  }))
  await warehouse.client.insert({ table: 'case_versions', format: 'JSONEachRow', values })
  await rebuildCases(warehouse)
}

const channels = () =>
  read<{ case_id: string; channel: string }>('SELECT case_id, channel FROM cases ORDER BY case_id')
const typeOfChannel = async () =>
  (await read<{ type: string }>('SELECT toTypeName(channel) AS type FROM cases LIMIT 1'))[0]?.type

it('numbers the codes that came, whatever comes later and however it is written', async () => {
  await load(1, { A: 'phone', B: '' })
  expect(await typeOfChannel()).toBe("Enum16('' = -32768, 'phone' = -32767)")
  const odd = "it's \\ 'a', 微信\n"
  await load(2, { B: 'letter', C: odd, D: 'A' })
  expect(await channels()).toEqual([
    { case_id: 'A', channel: 'phone' },
    { case_id: 'B', channel: 'letter' },
    { case_id: 'C', channel: odd },
    { case_id: 'D', channel: 'A' },
  ])
  const asked = { codes: [odd, 'never heard of', '1', '01', '0'] }
  expect(await read('SELECT case_id FROM cases WHERE channel IN {codes: Array(String)}', asked)).toEqual([
    { case_id: 'C' },
  ])
})

it('leaves a column as text when it holds more values than a list has', async () => {
  await load(3, Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`M${i}`, `channel ${i}`])))
  expect(await typeOfChannel()).toBe('LowCardinality(String)')
  expect(await read('SELECT uniqExact(channel) AS n FROM cases')).toEqual([{ n: 1005 }])
})
