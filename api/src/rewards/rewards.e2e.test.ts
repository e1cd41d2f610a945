import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { LOAD } from '@fengsui/etl/warehouse/limits'
import type { Office } from '@fengsui/prisma/office/office'
import { strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportedCase } from '../oracle/exported-cases.js'
import { type AskedServer, demoDistrict, startAsked } from '../oracle/asked-server.js'
import { cookieOf } from '../testing.js'

const AS_OF = '2026-10-31'
const TOWN = '500156001'

let dir: string
let office: Office
let on: AskedServer
let cases: readonly ExportedCase[]
const cookies: Record<string, string> = {}
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'fengsui-rewards-'))
  const district = await demoDistrict(dir)
  ;({ office } = district)
  on = await startAsked(office, district.files)
  cases = await on.exported()
  for (const persona of ['office', 'leader', 'intake', 'assessor', 'admin', `town:${TOWN}`])
    cookies[persona] = cookieOf(await fetch(await on.server.signInLink(persona), { redirect: 'manual' }))
}, 300_000)
afterAll(async () => {
  await on.close()
  await rm(dir, { recursive: true })
})

async function ask<T>(persona: string, query: string, variables: object = {}): Promise<T> {
  const answer = await fetch(`${on.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookies[persona] ?? '' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await answer.json()) as { data?: Record<string, never>; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return Object.values(data ?? {})[0] as unknown as T
}

interface Reward {
  readonly stage: string
  readonly decidedOn: string
  readonly amount: number | null
  readonly item: string | null
  readonly deviation: string | null
}
interface Page {
  readonly code?: string
  readonly total: number
  readonly endCursor: string | null
  readonly nodes: readonly {
    case: { id: string; reward: Reward }
    clock: { kind: string; due: string | null }
  }[]
}
const LIST = `query ($which: ActionsInput!, $after: String) { actions(which: $which, first: 100, after: $after) {
  ... on Rejection { code } ... on ActionPage { total endCursor nodes { clock { kind due }
  case { id reward { stage decidedOn amount item deviation } } } } } }`
const list = (persona: string, id: string, after: string | null = null) =>
  ask<Page>(persona, LIST, { which: { list: id }, after })
async function wholeList(persona: string, id: string): Promise<Page['nodes']> {
  const nodes: Page['nodes'][number][] = []
  for (let after: string | null | undefined; after !== null;) {
    const page: Page = await list(persona, id, after ?? null)
    nodes.push(...page.nodes)
    after = page.endCursor
  }
  return nodes
}
const numbers = async (persona: string, measures: readonly string[], more: object = {}) => {
  const request = { measures, period: { preset: 'all' }, ...more }
  const query = `query ($request: MetricsRequest!) { metrics(request: $request) {
    ... on MetricsTable { rows { values { value } } total { values { value } } } ... on Rejection { code } } }`
  return ask<{ rows: { values: { value: number }[] }[]; total: { values: { value: number }[] } }>(
    persona,
    query,
    {
      request,
    },
  )
}

/** Where a reward stands once more, by the days of the export alone. */
const isRewarded = ({ rewardAmount }: ExportedCase): boolean => (rewardAmount ?? 0) > 0
const isUnpaid = (c: ExportedCase): boolean =>
  isRewarded(c) && c.rewardDecided !== null && c.rewardPaid === null
const isLapsed = (c: ExportedCase): boolean =>
  isUnpaid(c) && c.rewardNotified !== null && c.claimDue !== null && c.claimDue < AS_OF
const NAIVE: Readonly<Record<string, (c: ExportedCase) => boolean>> = {
  rewardsUnpaid: isUnpaid,
  rewardsToNotify: (c) => isUnpaid(c) && c.rewardNotified === null,
  rewardsToClaim: (c) => isUnpaid(c) && c.rewardNotified !== null && !isLapsed(c),
  rewardsLapsed: isLapsed,
  rewardsPaid: (c) => isRewarded(c) && c.rewardPaid !== null,
}
const STAGES: Readonly<Record<string, string>> = {
  rewardsToNotify: 'decided',
  rewardsToClaim: 'notified',
  rewardsLapsed: 'lapsed',
  rewardsPaid: 'paid',
}

describe('the lists', () => {
  it.each(Object.keys(NAIVE))(
    '%s holds the cases that stand there, for the office and for a town',
    async (id) => {
      const wanted = cases.filter((each) => NAIVE[id]?.(each))
      const own = wanted.filter(({ codes }) => codes.region1 === TOWN)
      for (const [persona, expected] of Object.entries({ office: wanted, [`town:${TOWN}`]: own })) {
        const nodes = await wholeList(persona, id)
        expect(nodes.map((each) => each.case.id).sort()).toEqual(expected.map((each) => each.id).sort())
        expect(new Set(nodes.map(({ clock }) => clock.kind))).toEqual(
          new Set(nodes.length > 0 ? ['reward'] : []),
        )
        const stage = STAGES[id]
        if (stage) expect(nodes.every((each) => each.case.reward.stage === stage)).toBe(true)
      }
      expect(wanted.length).toBeGreaterThan(0)
    },
  )

  it('the oldest decision stands first, and the latest payment', async () => {
    const decided = (await wholeList('office', 'rewardsUnpaid')).map((each) => each.case.reward.decidedOn)
    expect(decided).toEqual([...decided].sort())
    const paid = new Map(cases.map((each) => [each.id, each.rewardPaid ?? '']))
    const days = (await wholeList('office', 'rewardsPaid')).map((each) => paid.get(each.case.id) ?? '')
    expect(days).toEqual([...days].sort().reverse())
  })

  it('the numbers over them say the same, and amounts by sector and quarter add up to the fen', async () => {
    const measures = ['rewardsToNotify', 'rewardsToClaim', 'rewardsLapsed']
    const { total } = await numbers('office', measures)
    const counts = measures.map((id) => cases.filter((each) => NAIVE[id]?.(each)).length)
    expect(total.values.map(({ value }) => value)).toEqual(counts)
    const fen = (value: number): number => Math.round(value * 100)
    const wanted = cases
      .filter((each) => isRewarded(each) && each.rewardDecided !== null)
      .reduce((sum, { rewardAmount }) => sum + fen(rewardAmount ?? 0), 0)
    for (const more of [{ dimensions: ['industry1'] }, { grain: 'quarter' }, { dimensions: ['issue1'] }]) {
      const { rows } = await numbers('office', ['rewardAmount'], more)
      expect(rows.reduce((sum, { values }) => sum + fen(values[0]?.value ?? 0), 0)).toBe(wanted)
    }
    expect(wanted).toBeGreaterThan(0)
  })

  it('are nobody’s who sees no case', async () => {
    for (const persona of ['assessor', 'admin'])
      expect((await list(persona, 'rewardsUnpaid')).code).toBe('forbidden')
  })
})

it('a reward on an item of the standard says how it differs from its fixed amount', async () => {
  const items = new Map(
    office.rewards.flatMap(({ categories }) =>
      categories.flatMap((category) => category.items.map(({ id, amount }) => [id, amount / 100] as const)),
    ),
  )
  const nodes = await wholeList('office', 'rewardsPaid')
  const on49 = nodes.map((each) => each.case.reward).filter(({ item }) => item !== null)
  expect(on49.length).toBeGreaterThan(20)
  for (const { item, amount, deviation } of on49) {
    const standard = items.get(item ?? '') ?? NaN
    const difference = Math.abs((amount ?? 0) - standard).toLocaleString('en-US')
    const side = (amount ?? 0) > standard ? '高于' : '低于'
    expect(deviation).toBe(
      amount === standard
        ? '与标准一致'
        : `${side}标准${difference}元（标准${standard.toLocaleString('en-US')}元）`,
    )
  }
  expect(new Set(on49.map(({ deviation }) => deviation === '与标准一致')).size).toBe(2)
  expect(
    nodes
      .filter((each) => each.case.reward.item === null)
      .every((each) => each.case.reward.deviation === null),
  ).toBe(true)
})

describe('the calculator', () => {
  const ADVICE = `query ($matter: RewardMatterInput!) { rewardAdvice(matter: $matter) { ... on Rejection { code field message }
    ... on RewardAdvice { own { amount standard steps { text } } reference { amount standard steps { text } }
    deviation { difference againstReference text } } } }`
  interface Reckoned {
    readonly amount: number | null
    readonly standard: string | null
    readonly steps: readonly { readonly text: string }[]
  }
  interface Advice {
    readonly code?: string
    readonly field?: string
    readonly own: Reckoned
    readonly reference: Reckoned
    readonly deviation: { difference: number; againstReference: boolean; text: string } | null
  }
  const advise = (matter: object, persona = 'admin') =>
    ask<Advice>(persona, ADVICE, { matter: { decidedOn: '2026-10-30', reportClass: 'violation', ...matter } })

  it('an item has its fixed amount; the national measures stand beside it, each step in words', async () => {
    const { own, reference, deviation } = await advise({ item: 'WH03', fine: 123_456.78, decided: 5000 })
    expect(own).toEqual({
      amount: 10_000,
      standard: '渝安办〔2021〕49号《安全生产重点举报事项奖励标准》',
      steps: [{ text: '危险化学品 WH03“不按照规定检测、评估、监控管控重大危险源”：定额 10,000 元' }],
    })
    expect(reference.amount).toBe(18_518.52)
    expect(reference.steps.map(({ text }) => text)).toEqual([
      '行政处罚金额 123,456.78 × 15% = 18,518.52 元，四舍五入到分',
    ])
    expect(deviation).toEqual({
      difference: -5000,
      againstReference: false,
      text: '比标准少 5,000 元（50.0%）',
    })
  })

  it('what is no item is for a text that is not public, and is held against the reference', async () => {
    const { own, reference, deviation } = await advise({ fine: 10_000, decided: 3000 })
    expect(own.amount).toBeNull()
    expect(own.steps.at(-1)?.text).toContain('武隆应急发〔2021〕78号')
    expect(own.steps.at(-1)?.text).toContain('全文未公开')
    expect(reference.steps.map(({ text }) => text)).toEqual([
      '行政处罚金额 10,000 × 15% = 1,500 元，四舍五入到分',
      '1,500 元低于最低奖励，按最低 3,000 元',
    ])
    expect(deviation).toEqual({ difference: 0, againstReference: true, text: '与标准一致' })
  })

  it('a concealed accident is measured by its level and the deaths', async () => {
    const { reference } = await advise({
      reportClass: 'concealment',
      accidentLevel: 'larger',
      concealedDeaths: 8,
    })
    expect([reference.amount, reference.steps.map(({ text }) => text)]).toEqual([
      300_000,
      ['较大事故，每人金额 × 查实人数：40,000 × 8 = 320,000 元', '320,000 元超过最高奖励，按最高 300,000 元'],
    ])
  })

  it('says what to change of what cannot be', async () => {
    for (const [matter, field] of [
      [{ fine: -1 }, 'matter.fine'],
      [{ fine: 0.001 }, 'matter.fine'],
      [{ fine: 1e11 }, 'matter.fine'],
      [{ concealedDeaths: -1 }, 'matter.concealedDeaths'],
      [{ decidedOn: '2026-02-30' }, 'matter.decidedOn'],
    ] as const)
      expect(await advise(matter)).toMatchObject({ code: 'badReward', field })
  })
})

it('everybody is shown the standards in the order of the notice, with what of them is not public', async () => {
  const query =
    '{ rewardBoard { lists { id } standards { id name isPublic isReference note categories { items { id amount } } formulas } } }'
  interface Board {
    readonly lists: readonly { id: string }[]
    readonly standards: readonly {
      id: string
      name: string
      isPublic: boolean
      isReference: boolean
      note: string
      categories: readonly { items: readonly { id: string; amount: number }[] }[]
      formulas: readonly string[]
    }[]
  }
  const { lists, standards } = await ask<Board>('assessor', query)
  expect(lists.map(({ id }) => id)).toEqual(Object.keys(NAIVE))
  expect(standards.map(({ id, isPublic, isReference }) => [id, isPublic, isReference])).toEqual([
    ['city49.2021-01-01', true, false],
    ['district78.2021-01-01', false, false],
    ['national19.2018-01-04', true, true],
  ])
  expect(standards[0]?.categories.map(({ items }) => items.length)).toEqual([13, 7, 6, 3])
  expect(standards[2]?.formulas).toEqual([
    '重大事故隐患、安全生产违法行为：按行政处罚金额的15%计算，最低3,000元，最高300,000元',
    '瞒报谎报事故：按查实的瞒报谎报死亡人数，每人一般事故30,000元、较大事故40,000元、重大事故50,000元、特别重大事故60,000元，最高300,000元',
  ])
})

describe('what leaves', () => {
  async function file(persona: string, list: unknown): Promise<{ status: number; text: string }> {
    const headers = { cookie: cookies[persona] ?? '', 'content-type': 'application/json' }
    const body = JSON.stringify({ format: 'csv', list })
    const begun = await fetch(`${on.server.url}/exports`, { method: 'POST', headers, body })
    let told = (await begun.json()) as { id: string; state: string }
    if (begun.status !== 202) return { status: begun.status, text: '' }
    while (told.state === 'working') {
      await new Promise((resolve) => setTimeout(resolve, 50))
      told = (await (await fetch(`${on.server.url}/exports/${told.id}`, { headers })).json()) as typeof told
    }
    const made = await fetch(`${on.server.url}/exports/${told.id}/file`, { headers })
    return { status: made.status, text: strFromU8(new Uint8Array(await made.arrayBuffer())) }
  }

  it('of a list of rewards are its days and no amount', async () => {
    const { text } = await file('office', { list: 'rewardsUnpaid' })
    const [head = '', ...rows] = text.slice(text.indexOf('举报编号')).split('\r\n').filter(Boolean)
    expect(head.split(',').slice(-5)).toEqual(['奖励进度', '奖励决定日', '领奖通知日', '领取期限', '发放日'])
    expect(head).not.toContain('金额')
    expect(rows).toHaveLength(cases.filter(isUnpaid).length)
  })

  it('the table of standards leaves whole, for whoever may export', async () => {
    const { text } = await file('leader', 'rewardStandards')
    const items = office.rewards.flatMap(({ categories }) => categories.flatMap((category) => category.items))
    for (const { id, text: matter, amount } of items)
      expect(text).toMatch(new RegExp(`,${id},${matter},${amount / 100},`))
    expect(text).toContain('全文未公开')
    expect((await file('assessor', 'rewardStandards')).status).toBe(403)
    expect((await file('office', 'standards')).status).toBe(400)
  })
})

it('an item that a source names comes to its case, and nobody who is paid is in the warehouse', async () => {
  const warehouse = on.stores.warehouse(LOAD)
  const answer = await warehouse.client.query({
    query: `SELECT toUInt32(countIf(reward_item != '')) AS named, toUInt32(countIf(reward_item != '' AND ifNull(reward_amount, 0) = 0)) AS odd
      FROM cases`,
    format: 'JSONEachRow',
  })
  const [counted] = await answer.json<{ named: number; odd: number }>()
  const described = await warehouse.client.query({ query: 'DESCRIBE TABLE cases', format: 'JSONEachRow' })
  const columns = (await described.json<{ name: string }>()).map(({ name }) => name)
  await warehouse.close()
  expect(counted?.named).toBeGreaterThan(20)
  expect(counted?.odd).toBe(0)
  expect(columns.filter((name) => /payee|account|bank|card|recipient/.test(name))).toEqual([])
})
