import { addDays } from '@fengsui/domain/time/day'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GivenCase, OTHER_TOWN, TOWN, giveCases } from '../broken/given-cases.js'
import { type TestServer, startTestServer } from '../testing.js'

/** Of each unit 40 cases that take about so many days; `slow` matters take four times as long, whoever has them. */
function casesOf(department: string, days: number, more: GivenCase = {}, slow = 0, count = 40): GivenCase[] {
  return Array.from({ length: count }, (_, i) => {
    const isSlow = i < slow
    const accepted = addDays('2026-01-01', i)
    const took = Math.round(days * (isSlow ? 4 : 1) * (0.7 + (i % 7) / 10))
    return {
      case_id: `${department}-${i}`,
      department,
      issue_1: isSlow ? '09' : '05',
      region_1: i % 2 === 0 ? TOWN : OTHER_TOWN,
      received_on: accepted,
      accepted_on: accepted,
      closed_on: addDays(accepted, took),
      ...more,
    }
  })
}

let on: TestServer
beforeAll(async () => {
  on = await startTestServer(1_000_000)
  await giveCases(on.stores, [
    ...casesOf('YJ', 5),
    ...casesOf('XF', 20, {}, 20),
    // As fast as its neighbour, but nearly all that it is given is slow.
    ...casesOf('JT', 20, {}, 36),
    ...casesOf('JX', 60),
    ...casesOf('NY', 3, {}, 0, 4),
    { case_id: 'open', department: 'YJ', received_on: '2026-01-01', accepted_on: '2026-01-01' },
  ])
})
afterAll(() => on.close())

interface Unit {
  readonly code: string
  readonly cases: number
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly rank: number
  readonly firstRank: number
  readonly lastRank: number
  readonly group: string
}
interface Times {
  readonly code?: string
  readonly finding: string
  readonly isDetectable: boolean
  readonly tooFew: readonly string[]
  readonly units: readonly Unit[]
}
async function times(persona: string, filters: object[] = []): Promise<Times> {
  const query = `query ($filters: [FilterInput!]!) { closingTimes(period: { preset: all }, filters: $filters) { ... on Rejection { code }
    ... on ClosingTimes { finding isDetectable tooFew units { code cases estimate lower upper rank firstRank lastRank group } } } }`
  const { data } = await on.ask(await on.signedInAs(persona), { query, variables: { filters } })
  return data?.closingTimes as Times
}

it('ranks units by what their cases take, whatever their matters are, and says how sure that is', async () => {
  const { units, isDetectable, finding, tooFew } = await times('office')
  expect(units.map(({ code, cases, group }) => [code, cases, group])).toEqual([
    ['YJ', 40, 'ahead'],
    [expect.stringMatching(/XF|JT/), 40, 'withinChance'],
    [expect.stringMatching(/XF|JT/), 40, 'withinChance'],
    ['JX', 40, 'behind'],
  ])
  expect(isDetectable).toBe(true)
  expect(finding).toBe('4个单位中，1个明显较快，1个明显较慢，2个的差别在偶然范围内、不宜排先后')
  const [first, second, third, last] = units
  expect([first?.firstRank, first?.lastRank, last?.firstRank, last?.lastRank]).toEqual([1, 1, 4, 4])
  expect([second?.firstRank, third?.lastRank]).toEqual([2, 3])
  for (const { estimate, lower, upper } of units) {
    expect(lower).toBeLessThan(estimate)
    expect(upper).toBeGreaterThan(estimate)
  }
  expect(tooFew).toEqual(['区农业农村委'])
})

it('counts the cases that the caller may see, and only those', async () => {
  const own = await times(`town:${TOWN}`)
  expect(own.units.map(({ cases }) => cases)).toEqual([20, 20, 20, 20])
  expect(own).toEqual(await times('office', [{ dimension: 'region1', in: [TOWN] }]))
  expect((await times('admin')).units).toEqual([])
})

it('tells nothing of small numbers to whom they are hidden from', async () => {
  const { units, tooFew } = await times('assessor')
  expect([units.length, tooFew]).toEqual([4, ['区农业农村委']])
  expect((await times('assessor', [{ dimension: 'issue1', in: ['09'] }])).code).toBe('forbidden')
})

it('says that there is too little to compare', async () => {
  const { units, finding } = await times('office', [{ dimension: 'department', in: ['YJ'] }])
  expect(units).toEqual([])
  expect(finding).toContain('样本不足')
})
