import { openTestStores } from '@fengsui/etl/stores/testing'
import { CLICK, LOAD } from '@fengsui/etl/warehouse/limits'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Warehouse } from '@fengsui/etl/warehouse/warehouse'
import type { Scope } from '../access/scope.js'
import { compileEvidence, compileMetrics } from './compile.js'
import type { Query } from './query.js'
import { isRejection } from './rejection.js'
import { tableOf } from './result.js'
import { runQuery } from './run.js'
import type { Table, TableRow } from './table.js'
import { context, lists, planned } from './testing.js'

let stores: Awaited<ReturnType<typeof openTestStores>>
let load: Warehouse
let click: Warehouse

beforeAll(async () => {
  stores = await openTestStores()
  load = stores.warehouse(LOAD)
  click = stores.warehouse(CLICK)
})
afterAll(() => stores.close())
beforeEach(async () => {
  await load.client.command({ query: 'TRUNCATE TABLE cases' })
})

type Case = Readonly<Record<string, string | null>>

/** Puts cases into the warehouse; what a case does not say is empty. */
async function given(...cases: readonly Case[]): Promise<void> {
  const values = cases.map((each, i) => ({
    case_id: `c${i}`,
    source: 'cq',
    received_on: '2000-01-01',
    ...each,
  }))
  await load.client.insert({ table: 'cases', format: 'JSONEachRow', values })
}
const times = (count: number, each: Case): Case[] => Array.from({ length: count }, () => each)

async function ask(query: Partial<Query>, scope: Scope = { kind: 'whole' }): Promise<Table> {
  const plan = planned(query, { scope })
  const [rows, evidence] = await Promise.all([
    runQuery(click.client, compileMetrics(plan)),
    runQuery(click.client, compileEvidence(plan)),
  ])
  if (isRejection(rows) || isRejection(evidence)) throw new Error('the engine refused')
  const cases = Number(evidence[0]?.cases)
  return tableOf(plan, rows, {
    lists,
    locale: 'zh',
    firstDay: context.firstDay,
    dataVersion: 'v',
    cases,
    sources: ['cq'],
    behind: [],
  })
}

/** A row as a person reads it: member, bucket, values. */
const shown = ({ labels, bucket, values }: TableRow): string =>
  [
    ...labels,
    ...(bucket ? [bucket] : []),
    ...values.map(({ value, n, state }) => (state === 'ok' ? `${value}` : `${state} ${value}/${n}`)),
  ].join(' ')
const total = ({ total }: Table) => total.values[0]

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }

describe('every measure, by hand', () => {
  it('received counts by the date of receipt, both ends of the period', async () => {
    await given(
      { received_on: '2026-09-30' },
      { received_on: '2026-10-01' },
      { received_on: '2026-10-31' },
      { received_on: '2026-11-01' },
    )
    expect(total(await ask({ period: OCTOBER }))).toMatchObject({ value: 2, n: 2, state: 'ok' })
  })

  it('accepted and closed count by their own dates', async () => {
    await given(
      { accepted_on: '2026-10-02', closed_on: '2026-11-02' },
      { accepted_on: '2026-09-02', closed_on: '2026-10-02' },
      { closed_on: '2026-10-09' },
    )
    const { total } = await ask({ measures: ['accepted', 'closed'], period: OCTOBER })
    expect(shown(total)).toBe('合计 1 2')
  })

  it('verifiedShareOfChecked is (true + partly) of those with a finding, with its interval', async () => {
    const found = (result: string) => ({ verified_on: '2026-10-05', result })
    await given(
      ...times(4, found('true')),
      ...times(2, found('partly')),
      ...times(3, found('false')),
      found('unclear'),
      found(''),
      { result: 'true' },
    )
    const value = total(await ask({ measures: ['verifiedShareOfChecked'], period: OCTOBER }))
    expect(value).toMatchObject({ value: 0.6, n: 10, state: 'ok' })
    expect(value?.lower).toBeCloseTo(0.3127, 4)
    expect(value?.upper).toBeCloseTo(0.8318, 4)
  })

  it('verifiedShareOfAccepted counts only cases accepted at least 90 days before the as-of day', async () => {
    // As of 2026-11-23 the youngest counted day is 2026-08-25.
    await given(
      ...times(3, { accepted_on: '2026-08-25', result: 'true' }),
      ...times(2, { accepted_on: '2026-08-25' }),
      ...times(9, { accepted_on: '2026-08-26', result: 'true' }),
    )
    const measures = ['verifiedShareOfAccepted'] as const
    expect(total(await ask({ measures, period: { from: '2026-08-01', to: '2026-08-31' } }))).toMatchObject({
      value: 0.6,
      n: 5,
    })
    expect(total(await ask({ measures, period: OCTOBER }))).toMatchObject({
      value: null,
      n: 0,
      state: 'immature',
    })
    expect(total(await ask({ measures, period: { from: '2026-07-01', to: '2026-07-31' } }))).toMatchObject({
      value: null,
      state: 'noData',
    })
  })

  it('onTimeRate counts a case once, on the earlier of closing and due date', async () => {
    await given(
      ...times(4, { due_on: '2026-10-20', closed_on: '2026-10-20' }),
      { due_on: '2026-12-20', closed_on: '2026-10-02' },
      // closed late, after the period: it counted on the day it fell due
      { due_on: '2026-10-31', closed_on: '2026-11-05' },
      // open past its limit
      { due_on: '2026-10-10', closed_on: null },
      // due in November
      { due_on: '2026-11-10', closed_on: '2026-11-20' },
      { due_on: null, closed_on: '2026-10-10' },
    )
    expect(total(await ask({ measures: ['onTimeRate'], period: OCTOBER }))).toMatchObject({
      value: 5 / 7,
      n: 7,
    })
  })

  it('does not call a case late on the day it falls due', async () => {
    await given({ due_on: '2026-11-23' }, { due_on: '2026-11-22' }, { due_on: '2026-11-30' })
    const period = { from: '2026-11-01', to: '2026-11-30' }
    const { total } = await ask({ measures: ['overdue', 'onTimeRate'], period })
    expect(total.values.map(({ value, n }) => [value, n])).toEqual([
      [1, 1],
      [0, 1],
    ])
  })

  it('overdue is open past due and closed late, by due date', async () => {
    await given(
      { due_on: '2026-10-05' },
      { due_on: '2026-10-05', closed_on: '2026-10-06' },
      { due_on: '2026-10-05', closed_on: '2026-10-05' },
      { due_on: '2026-09-30' },
    )
    expect(total(await ask({ measures: ['overdue'], period: OCTOBER }))).toMatchObject({ value: 2, n: 2 })
  })

  it('median, P75 and P90 are interpolated over days from acceptance to closing', async () => {
    const after = (day: string) => ({ accepted_on: '2026-10-01', closed_on: `2026-10-${day}` })
    // 0, 1, 2, 10 days; closed before accepted and never accepted do not count.
    await given(
      after('01'),
      after('02'),
      after('03'),
      after('11'),
      { accepted_on: '2026-10-09', closed_on: '2026-10-08' },
      { closed_on: '2026-10-08' },
    )
    const { total } = await ask({ measures: ['medianDays', 'p75Days', 'p90Days'], period: OCTOBER })
    expect(total.values.map(({ value, n }) => [value, n])).toEqual([
      [1.5, 4],
      [4, 4],
      [expect.closeTo(7.6, 9), 4],
    ])
  })
})

describe('zeros and gaps', () => {
  it('shows every member of the list that exists in the period, 未知 only with cases', async () => {
    await given(...times(2, { received_on: '2026-10-05', region_1: 'S' }), {
      received_on: '2026-10-05',
      region_1: '',
    })
    const { rows, total } = await ask({ dimensions: ['region1'], period: OCTOBER })
    expect(rows.map(shown)).toEqual(['北镇 0', '南镇 2', '未知 1'])
    expect(shown(total)).toBe('合计 3')
  })

  it('shows zero for numbers of cases and a gap for the rest', async () => {
    await given({
      received_on: '2026-09-05',
      closed_on: '2026-09-20',
      accepted_on: '2026-09-10',
      due_on: '2026-09-30',
    })
    const period = { from: '2026-09-01', to: '2026-10-31' }
    const { rows } = await ask({ measures: ['closed', 'onTimeRate', 'medianDays'], grain: 'month', period })
    expect(rows.map(shown)).toEqual([
      '2026-09-01 1 tooFew 1/1 tooFew 10/1',
      '2026-10-01 0 noData null/0 noData null/0',
    ])
  })

  it('fills members × buckets', async () => {
    await given({ received_on: '2026-09-05', channel: 'web' })
    const { rows } = await ask({
      dimensions: ['channel'],
      grain: 'month',
      period: { from: '2026-09-01', to: '2026-10-31' },
    })
    expect(rows.map(shown)).toEqual([
      '电话 2026-09-01 0',
      '电话 2026-10-01 0',
      '网页 2026-09-01 1',
      '网页 2026-10-01 0',
    ])
  })

  it('answers an empty warehouse with zeros and no fault', async () => {
    const { rows, total, cases } = await ask({
      measures: ['received', 'medianDays'],
      grain: 'month',
      period: OCTOBER,
      comparisons: ['yearAgo'],
    })
    expect([...rows, total].map(shown)).toEqual(['2026-10-01 0 noData null/0', '合计 0 noData null/0'])
    expect(cases).toBe(0)
  })
})

describe('filters and scope', () => {
  beforeEach(() =>
    given(
      ...times(3, { received_on: '2026-10-05', region_1: 'N', channel: 'web' }),
      ...times(4, { received_on: '2026-10-05', region_1: 'S', channel: 'phone' }),
    ),
  )

  it('filters by several dimensions and shows only members that can have cases', async () => {
    const { rows } = await ask({
      dimensions: ['region1'],
      period: OCTOBER,
      filters: [{ dimension: 'region1', in: ['N'] }],
    })
    expect(rows.map(shown)).toEqual(['北镇 3'])
    const filters = [
      { dimension: 'channel', in: ['phone'] },
      { dimension: 'region1', in: ['N', 'S'] },
    ] as const
    expect(total(await ask({ period: OCTOBER, filters }))?.value).toBe(4)
  })

  it('shows a scope its own cases, in rows, total and count', async () => {
    const table = await ask(
      { dimensions: ['region1'], period: OCTOBER },
      { kind: 'within', dimension: 'region1', codes: ['S'] },
    )
    expect([...table.rows, table.total].map(shown)).toEqual(['南镇 4', '合计 4'])
    expect(table.cases).toBe(4)
  })

  it('shows nothing to a scope that names nothing', async () => {
    const table = await ask({ dimensions: ['region1'], period: OCTOBER }, { kind: 'nothing' })
    expect([table.rows, shown(table.total), table.cases]).toEqual([[], '合计 0', 0])
  })
})

describe('order, top and two dimensions', () => {
  it('ranks members by the whole period, not by bucket, and counts who is left out', async () => {
    await given(
      ...times(5, { received_on: '2026-09-05', industry_1: 'mine' }),
      ...times(4, { received_on: '2026-09-05', industry_1: 'fire' }),
      ...times(3, { received_on: '2026-10-05', industry_1: 'fire' }),
      ...times(1, { received_on: '2026-10-05', industry_1: 'gas' }),
    )
    const period = { from: '2026-09-01', to: '2026-10-31' }
    const { rows, leftOut, total } = await ask({ dimensions: ['industry1'], grain: 'month', period, top: 1 })
    expect(rows.map(shown)).toEqual(['消防 2026-09-01 4', '消防 2026-10-01 3'])
    expect([leftOut, total.values[0]?.value]).toEqual([2, 13])
  })

  it('orders by another measure, members without a value last', async () => {
    const closed = (industry_1: string, day: string) => ({
      industry_1,
      accepted_on: '2026-10-01',
      closed_on: day,
    })
    await given(closed('mine', '2026-10-09'), closed('fire', '2026-10-03'))
    const orderBy = { measure: 'medianDays', direction: 'asc' } as const
    const { rows } = await ask({
      measures: ['medianDays'],
      dimensions: ['industry1'],
      period: OCTOBER,
      orderBy,
    })
    expect(rows.map(shown)).toEqual(['消防 tooFew 2/1', '矿山 tooFew 8/1', '燃气 noData null/0'])
  })

  it('crosses two dimensions where there are cases', async () => {
    await given(...times(2, { received_on: '2026-10-05', industry_1: 'gas', region_1: 'S' }), {
      received_on: '2026-10-05',
      industry_1: 'mine',
      region_1: 'N',
    })
    const { rows } = await ask({ dimensions: ['industry1', 'region1'], period: OCTOBER })
    expect(rows.map(shown)).toEqual(['矿山 北镇 1', '燃气 南镇 2'])
  })
})

describe('comparisons', () => {
  const changes = ({ values }: TableRow) => values[0]?.changes.map(({ value, text }) => `${value} ${text}`)

  it('compares like for like to date, in total and by member', async () => {
    await given(
      ...times(9, { received_on: '2026-11-23', region_1: 'N' }),
      ...times(8, { received_on: '2025-11-23', region_1: 'N' }),
      ...times(7, { received_on: '2025-11-24', region_1: 'N' }),
      ...times(2, { received_on: '2026-10-01', region_1: 'S' }),
    )
    const { rows, total } = await ask({ dimensions: ['region1'], comparisons: ['yearAgo', 'previous'] })
    expect(changes(total)).toEqual(['8 +12.5%', '2 增加7件'])
    expect(rows.map(changes)).toEqual([
      ['8 +12.5%', '0 —（上期为0）'],
      ['0 持平', '2 减少2件'],
    ])
  })

  it('compares bucket with bucket, 29 February with nothing', async () => {
    await given(
      ...times(6, { received_on: '2024-02-28' }),
      ...times(3, { received_on: '2024-02-29' }),
      ...times(5, { received_on: '2023-02-28' }),
    )
    const period = { from: '2024-02-28', to: '2024-02-29' }
    const { rows } = await ask({ grain: 'day', period, comparisons: ['yearAgo'] })
    expect(rows.map(changes)).toEqual([['5 +20.0%'], ['null —（上期无数据）']])
  })

  it('says so where the data does not reach back', async () => {
    await given({ received_on: '2020-04-05' })
    const period = { from: '2020-04-01', to: '2020-04-30' }
    const table = await ask({ period, comparisons: ['yearAgo', 'previous'] })
    expect(changes(table.total)).toEqual(['null —（上期无数据）', '0 —（上期为0）'])
  })
})
