import { WHOLE_SCOPE } from '../access/scope.js'
import { MemberLists } from '../office/member-lists.js'
import { testOffice } from './test-office.js'
import { planQuery } from './pipeline.js'
import { type Context, type Pass, type Plan, emptyPlan } from './plan.js'
import type { Query } from './query.js'
import { type Rejection, isRejection } from './rejection.js'

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
  return passes.reduce<Plan>((plan, pass) => expectPlan(pass(plan, all)), emptyPlan(queryWith(query), all))
}

export const planned = (query: Partial<Query>, about: Partial<Context> = {}): Plan =>
  expectPlan(planQuery(queryWith(query), { ...context, ...about }))

function expectPlan(plan: Plan | Rejection): Plan {
  if (isRejection(plan)) throw new Error(plan.message.en)
  return plan
}
