import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GivenCase, OTHER_TOWN, TOWN, giveCases } from '../broken/given-cases.js'
import { type TestServer, startTestServer } from '../testing.js'

/** So many cases of one town and issue in one month. */
const casesOf = (
  count: number,
  region: string,
  issue: string,
  month: string,
  more: GivenCase = {},
): GivenCase[] =>
  Array.from({ length: count }, (_, i) => ({
    case_id: `${region}-${issue}-${month}-${i}`,
    region_1: region,
    issue_1: issue,
    enterprise: `企业${i % 10}`,
    received_on: `2026-${month}-${String(1 + (i % 20)).padStart(2, '0')}`,
    ...more,
  }))

let on: TestServer
beforeAll(async () => {
  on = await startTestServer(1_000_000)
  await giveCases(on.stores, [
    ...casesOf(40, TOWN, '05', '10'),
    ...casesOf(20, TOWN, '09', '10'),
    ...casesOf(60, OTHER_TOWN, '05', '10'),
    ...casesOf(240, OTHER_TOWN, '09', '10'),
    ...casesOf(10, TOWN, '05', '09'),
    ...casesOf(18, TOWN, '09', '09'),
    ...casesOf(3, '500156102', '09', '10'),
  ])
})
afterAll(() => on.close())

interface Told {
  readonly code?: string
  readonly message?: string
  readonly finding: string
  readonly here: number
  readonly there: number
  readonly enterprises: number
  readonly most: number
  readonly tested: number
  readonly members: readonly Record<string, unknown>[]
}
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }
async function contrast(persona: string, against: string, region: string | null = TOWN): Promise<Told> {
  const query = `query ($period: PeriodInput!, $filters: [FilterInput!]!, $against: Against!) {
    contrast(period: $period, filters: $filters, against: $against) {
      ... on Rejection { code message }
      ... on Contrast { finding here there enterprises most tested
        members { dimension code here there expected ratio lower upper p q isSure } } } }`
  const filters = region === null ? [] : [{ dimension: 'region1', in: [region] }]
  const { data } = await on.ask(await on.signedInAs(persona), {
    query,
    variables: { period: OCTOBER, filters, against },
  })
  return data?.contrast as Told
}

it('says what is commoner in one town than in the rest', async () => {
  const told = await contrast('office', 'rest')
  expect([told.here, told.there, told.enterprises, told.most]).toEqual([60, 303, 10, 6])
  // R: fisher.test(matrix(c(40, 60, 20, 243), 2)): both one-sided tails, the smaller doubled.
  const [issue] = told.members
  expect(issue).toMatchObject({ dimension: 'issue1', code: '05', here: 40, there: 60, isSure: true })
  expect(issue?.expected).toBeCloseTo((100 * 60) / 363, 10)
  expect(issue?.ratio).toBeCloseTo(40 / 60 / (60 / 303), 10)
  expect(told.finding).toMatch(/^与其余举报相比明显偏多的是：.+占67%（其余举报中占20%）$/)
  // Everything came by one channel and to one unit: there is nothing to tell apart.
  expect(told.tested).toBe(2)
})

it('says which part made the number rise', async () => {
  const told = await contrast('office', 'previous')
  expect([told.here, told.there]).toEqual([60, 28])
  expect(told.members[0]).toMatchObject({ code: '05', here: 40, there: 10, isSure: true })
  expect(told.finding).toMatch(/^与上期相比明显偏多的是：.+40件（按上期应为1\d件）/)
})

it('holds own cases against own cases only', async () => {
  const told = await contrast(`town:${TOWN}`, 'previous')
  expect([told.here, told.there]).toEqual([60, 28])
  expect(await contrast(`town:${TOWN}`, 'rest')).toMatchObject({ here: 60, there: 0, tested: 0 })
})

it('compares nothing of fewer than five cases, and says so', async () => {
  const told = await contrast('office', 'rest', '500156102')
  expect(told).toMatchObject({ here: 3, members: [] })
  expect(told.finding).toContain('样本不足')
})

it('refuses what cannot be compared, with what to do', async () => {
  expect((await contrast('office', 'rest', null)).message).toContain('请先点选')
  expect((await contrast('office', 'yearAgo')).finding).toContain('去年同期没有举报')
  expect(await contrast('assessor', 'rest')).toMatchObject({ code: 'forbidden' })
})
