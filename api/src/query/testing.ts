import type { ClickHouseClient } from '@clickhouse/client'
import { WHOLE_SCOPE } from '../access/scope.js'
import { MemberLists } from '../office/member-lists.js'
import { testOffice } from './test-office.js'
import { planQuery } from './pipeline.js'
import { type Context, type Level, type Pass, type Plan, emptyPlan } from './plan.js'
import type { Query } from './query.js'
import { arrange, planOthers } from './arrangement.js'
import { compileReading } from './compile.js'
import { type Facts, type ReadRow, factsOf } from './facts.js'
import { type Rejection, isRejection } from './rejection.js'
import { parseRequest } from './request.js'
import { tableOf } from './result.js'
import { runRows } from './run.js'
import { readTogether } from './scans.js'
import type { Table } from './table.js'

export const lists = new MemberLists(testOffice)

/** As of a Monday inside a month; the data begins inside one too. */
export const context: Context = {
  lists,
  scope: WHOLE_SCOPE,
  asOf: '2026-11-23',
  firstDay: '2020-03-09',
  through: null,
}

/** A query with what the test is about. */
export const queryWith = (parts: Partial<Query> = {}): Query => ({
  measures: ['received'],
  dimensions: [],
  grain: null,
  period: { preset: 'thisMonth' },
  filters: [],
  comparisons: [],
  orderBy: null,
  top: null,
  others: false,
  reach: 'own',
  leaving: false,
  ...parts,
})

/** The plan after some passes. @throws Error when one refuses. */
export function planAfter(
  passes: readonly Pass[],
  query: Partial<Query>,
  about: Partial<Context> = {},
): Plan {
  const all = { ...context, ...about }
  return passes.reduce<Plan>((plan, pass) => expected(pass(plan, all)), emptyPlan(queryWith(query), all))
}

export const planned = (query: Partial<Query>, about: Partial<Context> = {}): Plan =>
  expected(planQuery(queryWith(query), { ...context, ...about }))

/** What was not refused. @throws Error when it was. */
export function expected<T>(result: T | Rejection): T {
  if (isRejection(result)) throw new Error(result.message.en)
  return result
}

/** Empties the warehouse and puts cases into it; what a case does not say is empty, `times` repeats it. */
export async function given(
  client: ClickHouseClient,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const cases = rows.flatMap(({ times = 1, ...row }) => Array.from({ length: Number(times) }, () => row))
  const values = cases.map((row, i) => ({
    case_id: `c${i}`,
    source: 'cq',
    received_on: '2000-01-01',
    ...row,
  }))
  await client.command({ query: 'TRUNCATE TABLE cases' })
  await client.insert({ table: 'cases', format: 'JSONEachRow', values })
}

/** The table that a request gets, as `Answers` makes it. @throws Error when it is refused. */
export async function ask(
  client: ClickHouseClient,
  request: object,
  about: Partial<Context> = {},
): Promise<Table> {
  const all = { ...context, ...about }
  const query = parseRequest(request)
  if (isRejection(query)) throw new Error(query.message.en)
  const plan = expected(planQuery(query, all))
  const facts = await read(client, plan)
  const arrangement = expected(arrange(plan, facts, all.lists))
  const rest = planOthers(plan, arrangement)
  const others = rest ? { plan: rest, facts: await read(client, rest) } : null
  const { firstDay } = all
  return tableOf(
    { plan, facts, arrangement, others },
    { id: 'id', lists: all.lists, locale: 'zh', firstDay, dataVersion: 'v', behind: [], watch: null },
  )
}

async function read(client: ClickHouseClient, plan: Plan): Promise<Facts> {
  const reading = readTogether([plan])
  const rows = await runRows<ReadRow>(client, compileReading(reading))
  if (isRejection(rows)) throw new Error(rows.message.en)
  const [facts] = factsOf([plan], reading, rows)
  if (!facts) throw new Error('no facts')
  return facts
}

/** What an engine could have counted, as a test writes it: `received_n: 3` at a level, for some members. */
export interface CountedRow {
  readonly level: Level
  readonly codes?: readonly string[]
  readonly bucket?: string
  readonly period?: number
  readonly numbers: Readonly<Record<string, number>>
}

/** Facts of rows that no engine counted. */
export function factsFrom(rows: readonly CountedRow[]): Facts {
  const key = (level: string, period: number, bucket: string, codes: readonly string[]): string =>
    JSON.stringify([level, period, bucket, codes])
  const places = new Map(
    rows.map(({ level, codes = [], bucket = '', period = 0, numbers }) => [
      key(level, period, bucket, codes),
      numbers,
    ]),
  )
  const combinations = rows.filter(({ level }) => level === 'rows').map(({ codes = [] }) => codes)
  return {
    numbers: ({ level, period, bucket, codes }, measure) => {
      const numbers = places.get(key(level, period, bucket, codes)) ?? {}
      const [n, k, value] = ['n', 'k', 'value'].map((part) => numbers[`${measure}_${part}`])
      return { n: n ?? 0, k: k ?? 0, value: value ?? null }
    },
    combinations: [...new Map(combinations.map((codes) => [codes.join(), codes])).values()],
    cases: 99,
    sources: [],
  }
}
