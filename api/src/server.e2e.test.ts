import { openTestStores } from '@fengsui/etl/stores/testing'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import { loadOffice } from '@fengsui/prisma/office/load'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Server, startServer } from './server.js'

let stores: Awaited<ReturnType<typeof openTestStores>>
let server: Server
let cookie: string

/** Asks the API as a signed-in browser would. */
async function ask(
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify({ query, variables }),
  })
}

interface Answered<T> {
  readonly data: T
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[]
}
async function data<T>(
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<T> {
  const answered = (await (await ask(query, variables, headers)).json()) as Answered<T>
  expect(answered.errors).toBeUndefined()
  return answered.data
}

beforeAll(async () => {
  stores = await openTestStores()
  const office = await loadOffice('wulong')
  const warehouse = stores.warehouse(LOAD)
  const day = (month: number, day: number): string =>
    `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const values = Array.from({ length: 40 }, (_, i) => ({
    case_id: `case-${i}`,
    source: office.sources[0]?.id,
    region_1: i % 4 === 0 ? '' : '500156001',
    channel: 'phone',
    received_on: day(1 + (i % 10), 5),
    accepted_on: day(1 + (i % 10), 6),
    closed_on: day(2 + (i % 10), 1),
    due_on: day(2 + (i % 10), 20),
  }))
  await warehouse.client.insert({ table: 'cases', format: 'JSONEachRow', values })
  server = await startServer({
    config: { port: 0, host: '127.0.0.1', dev: false },
    stores,
    office,
    log: (line) => console.error(line),
  })
  const link = await server.signInLink()
  const signedIn = await fetch(link, { redirect: 'manual' })
  cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
})
afterAll(async () => {
  await server.close()
  await stores.close()
})

describe('the server', () => {
  it('answers who asks, the office, its catalogue and its members', async () => {
    const answer = await data<{
      viewer: { persona: string }
      office: { id: string; asOf: string; firstDay: string }
      catalogue: { measures: { id: string }[]; dimensions: { id: string; label: string }[] }
      members: { code: string; name: string }[]
    }>(`{ viewer { persona name } office { id name demo asOf firstDay dataVersion defaultPeriod mapNote }
        catalogue { measures { id label unit better } dimensions { id label level } }
        members(dimension: region1) { code name parent tile { x y } supervisors validTo }
        sources { id name rows } batches { id } }`)
    expect(answer.viewer.persona).toBe('office')
    expect(answer.office).toMatchObject({ id: 'wulong', asOf: '2026-10-05', firstDay: '2026-01-05' })
    expect(answer.catalogue.measures.map(({ id }) => id)).toContain('onTimeRate')
    expect(answer.members.map(({ name }) => name)).toContain('凤山街道')
  })

  it('answers numbers of a dimension with zeros for members without a case and 未知 last', async () => {
    const { metrics } = await data<{
      metrics: {
        rows: { keys: string[]; labels: string[]; values: { value: number }[] }[]
        total: { values: { value: number }[] }
      }
    }>(
      `query ($request: MetricsRequest!) { metrics(request: $request) { ... on MetricsTable {
         period { label } rows { keys labels bucket values { value n state changes { text state } } } total { values { value } }
         leftOut cases sources footnotes } ... on Rejection { code message } } }`,
      { request: { measures: ['received'], dimensions: ['region1'], period: { preset: 'all' } } },
    )
    expect(metrics.total.values[0]?.value).toBe(40)
    expect(metrics.rows.find(({ keys }) => keys[0] === '500156001')?.values[0]?.value).toBe(30)
    expect(metrics.rows.at(-1)).toMatchObject({ labels: ['未知'], values: [{ value: 10 }] })
    expect(metrics.rows.filter(({ values }) => values[0]?.value === 0).length).toBeGreaterThan(20)
  })
})
