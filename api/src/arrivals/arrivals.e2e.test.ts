import { addDays } from '@fengsui/domain/time/day'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, startTestServer } from '../testing.js'

const BEGIN = '2026-06-30'
const AS_OF = '2026-09-27'
const DAYS = 89
const TOWN = '500156115'
const OTHER = '500156111'

interface Told {
  readonly arrival: string | null
  readonly footnotes: readonly string[]
  readonly rows: readonly {
    readonly keys: readonly string[]
    readonly bucket: string
    readonly values: readonly {
      readonly value: number | null
      readonly state: string
      readonly nowcast: {
        readonly expected: number
        readonly lower: number
        readonly upper: number
        readonly completeness: number
      } | null
    }[]
  }[]
}

let on: TestServer
let office: string
let lastLoad: number

/**
 * A load of all before, then one a day: of ten reports a day eight in one town, two in another; of each five half come a day
 * late. The last day therefore has half of what it will have.
 */
beforeAll(async () => {
  on = await startTestServer()
  office = await on.signedInAs('office')
  const rows: Record<string, unknown>[] = []
  const loads = Array.from({ length: DAYS + 1 }, (_, at) => addDays(BEGIN, at))
  await on.stores.metadata.batch.createMany({
    data: loads.map((asOf) => ({
      ...{ source: 'cq', fileName: `${asOf}.csv`, fileSha256: '', fileBytes: 1n },
      ...{ state: 'loaded', loaded: 10, asOf: new Date(asOf) },
    })),
  })
  const made = await on.stores.metadata.batch.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  const batches = made.map(({ id }) => id)
  lastLoad = batches.at(-1) ?? 0
  loads.forEach((received_on, at) => {
    for (let nth = 0; nth < 10; nth++) {
      const batch = at === 0 ? batches[0] : batches[at + (nth % 2)]
      if (batch === undefined) continue
      const known = { case_id: `${at}-${nth}`, version: 1, batch, source: 'cq', received_on }
      rows.push({ ...known, region_1: nth < 8 ? TOWN : OTHER, region_2: '', state: 'accepted' })
    }
  })
  const warehouse = on.stores.warehouse(LOAD)
  for (const table of ['cases', 'case_versions'])
    await warehouse.client.insert({ table, format: 'JSONEachRow', values: rows })
  await warehouse.close()
}, 120_000)
afterAll(() => on.close())

async function asked(request: object, cookie = office): Promise<Told> {
  const query = `query($request: MetricsRequest!) { metrics(request: $request) { ... on MetricsTable {
    arrival footnotes rows { keys bucket values { value state nowcast { expected lower upper completeness } } }
  } ... on Rejection { code } } }`
  const period = { from: addDays(AS_OF, -13), to: AS_OF }
  const variables = { request: { measures: ['received'], grain: 'day', period, ...request } }
  const answer = await on.ask(cookie, { query, variables })
  return answer.data?.['metrics'] as Told
}
const lastOf = ({ rows }: Told) => rows.at(-1)?.values[0]

describe('the last days of a series by date of receipt', () => {
  it('are told with what they will grow to, by the delays that the loads show', async () => {
    const told = await asked({})
    expect(told.rows).toHaveLength(14)
    expect(lastOf(told)).toMatchObject({
      value: 5,
      nowcast: { completeness: expect.closeTo(0.5, 2), expected: expect.closeTo(10.5, 0) },
    })
    const { lower = NaN, upper = NaN } = lastOf(told)?.nowcast ?? {}
    expect([lower >= 5, lower < 10, upper > 10, upper < 25]).toEqual([true, true, true, true])
    expect(told.rows.slice(0, -1).every(({ values }) => values[0]?.nowcast === null)).toBe(true)
    expect(told.arrival).toContain('最近几天仍在补录')
    expect(told.footnotes).toContain(told.arrival)
  })

  it('are told of weeks and of members too, and of nothing that is known later or goes by another date', async () => {
    const week = await asked({ grain: 'week' })
    expect(lastOf(week)?.nowcast?.completeness).toBeCloseTo((6 + 0.5) / 7, 2)
    const towns = await asked({ dimensions: ['region1'] })
    const ends = towns.rows.filter(({ bucket }) => bucket === AS_OF)
    const told = ends.filter(({ values }) => values[0]?.nowcast)
    expect(new Map(told.map(({ keys, values }) => [keys[0], values[0]?.value]))).toEqual(
      new Map([
        [OTHER, 1],
        [TOWN, 4],
      ]),
    )
    for (const not of [
      { grain: 'month' },
      { dimensions: ['state'] },
      { filters: [{ dimension: 'state', in: ['accepted'] }] },
      { measures: ['accepted'] },
    ]) {
      const told = await asked(not)
      expect(told.arrival, JSON.stringify(not)).toBeNull()
      expect(told.rows.flatMap(({ values }) => values).every(({ nowcast }) => nowcast === null)).toBe(true)
    }
  })

  it('tell nothing of a number that is hidden because the answer leaves', async () => {
    const told = await asked({ dimensions: ['region1'], leaving: true })
    const values = told.rows.flatMap((row) => row.values)
    const hidden = values.filter(({ state }) => state === 'suppressed')
    expect(hidden.length).toBeGreaterThan(0)
    expect(hidden.every(({ value, nowcast }) => value === null && nowcast === null)).toBe(true)
  })

  it('rest on what a person may see', async () => {
    const town = await asked({}, await on.signedInAs(`town:${OTHER}`))
    expect(lastOf(town)?.value).toBe(1)
    expect(lastOf(town)?.nowcast?.upper).toBeLessThan(10)
  })

  it('are without any where all came at once, which is said', async () => {
    await on.stores.metadata.batch.updateMany({ where: { id: { lt: lastLoad } }, data: { state: 'failed' } })
    await on.stores.metadata.batch.create({
      data: {
        ...{ source: 'mem', fileName: 'm.csv', fileSha256: '', fileBytes: 1n },
        ...{ state: 'loaded', loaded: 1, asOf: new Date(AS_OF) },
      },
    })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const told = await asked({})
    expect(told.arrival).toContain('一次性导入')
    expect(lastOf(told)?.nowcast).toBeNull()
  })
})
