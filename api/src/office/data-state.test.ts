import { openTestStores } from '@fengsui/etl/stores/testing'
import { CLICK, LOAD } from '@fengsui/etl/warehouse/limits'
import type { Office, SourceConfig } from '@fengsui/prisma/office/office'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testOffice } from '../query/test-office.js'
import { DataStates } from './data-state.js'

let stores: Awaited<ReturnType<typeof openTestStores>>
const source = (id: string): SourceConfig =>
  ({ id, name: `${id}系统`, nameEn: `${id} system` }) as SourceConfig
const office: Office = { ...testOffice, sources: [source('cq'), source('mem')] }

const read = () => new DataStates(stores.metadata, stores.warehouse(CLICK).client, office).current()
const batch = (
  name: string,
  asOf: string | null,
  loaded: number,
  state: 'loaded' | 'failed' = 'loaded',
  demo = false,
) =>
  stores.metadata.batch.create({
    data: {
      source: name,
      fileName: 'f',
      fileSha256: '',
      fileBytes: 1n,
      state,
      loaded,
      demo,
      asOf: asOf ? new Date(asOf) : null,
    },
  })

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())
beforeEach(async () => {
  await stores.metadata.batch.deleteMany()
  await stores.warehouse(LOAD).client.command({ query: 'TRUNCATE TABLE cases' })
})
const cases = (...days: string[]) =>
  stores.warehouse(LOAD).client.insert({
    table: 'cases',
    format: 'JSONEachRow',
    values: days.map((received_on, i) => ({ case_id: `${i}`, received_on })),
  })

describe('DataStates', () => {
  it('knows no day while the warehouse is empty', async () => {
    expect(await read()).toMatchObject({ asOf: null, firstDay: null, demo: false, behind: [] })
  })

  it('takes the latest day up to which a source is complete, and names the sources that are behind', async () => {
    await cases('2021-03-04', '2026-10-02')
    await batch('cq', '2026-10-31', 5)
    await batch('mem', '2026-08-31', 5)
    await batch('mem', '2026-07-31', 5)
    expect(await read()).toMatchObject({
      asOf: '2026-10-31',
      firstDay: '2021-03-04',
      behind: [{ name: { zh: 'mem系统', en: 'mem system' }, asOf: '2026-08-31' }],
    })
  })

  it('takes the last receipt where no load said how far it goes', async () => {
    await cases('2021-03-04', '2026-10-02')
    expect(await read()).toMatchObject({ asOf: '2026-10-02' })
  })

  it('has a new version after every load, for one without new cases may bring merged reports, and after nothing else', async () => {
    await cases('2021-03-04')
    const empty = await read()
    const first = await batch('cq', null, 5)
    const before = await read()
    await batch('cq', null, 5, 'failed')
    expect(await read()).toEqual(before)
    const second = await batch('mem', null, 0, 'loaded', true)
    const after = await read()
    expect(new Set([empty, before, after].map(({ dataVersion }) => dataVersion)).size).toBe(3)
    expect([empty, before, after].map(({ lastBatch }) => lastBatch)).toEqual([0, first.id, second.id])
    expect([before.demo, after.demo]).toEqual([false, true])
  })
})
