import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import type { Day } from '@fengsui/domain/time/day'
import type { Bucket } from '@fengsui/domain/time/grain'
import type { Period } from '@fengsui/domain/time/period'
import type { Scope, Within } from '../access/scope.js'
import type { MemberLists } from '../office/member-lists.js'
import type { Query } from './query.js'
import type { Rejection } from './rejection.js'

/** What the passes know beside the question. */
export interface Context {
  readonly lists: MemberLists
  readonly scope: Scope
  /** The day up to which the data is complete, and its first day. */
  readonly asOf: Day
  readonly firstDay: Day
  /** Only what had been loaded up to this batch is read; null: what is loaded now. */
  readonly through: number | null
}

/** A restriction of the cases read; a plan without any reads all of them. */
export type Condition =
  | { readonly kind: 'in'; readonly dimension: DimensionId; readonly codes: readonly string[] }
  | { readonly kind: 'anyOf'; readonly within: readonly Within[] }
  /** None of these members, or pairs or triples of members. */
  | {
      readonly kind: 'notThese'
      readonly dimensions: readonly DimensionId[]
      readonly members: readonly (readonly string[])[]
    }
  | { readonly kind: 'nothing' }

/** The period asked for, or one with which it is compared. */
export interface PlannedPeriod {
  readonly kind: 'base' | ComparisonKind
  readonly period: Period
  /** The first day of what each bucket is compared with; for the base, of the bucket itself. */
  readonly starts: readonly Day[]
}

/**
 * What is counted together: every row of the answer, every member over the whole period, every bucket over all members,
 * everything.
 */
export type Level = 'rows' | 'members' | 'buckets' | 'total'

/**
 * What will be asked of the warehouse. Invariants once all passes are through: `periods[0]` is the base; `levels` ends
 * with `total`; `buckets` is empty exactly when there is no grain.
 */
export interface Plan {
  readonly query: Query
  readonly asOf: Day
  readonly through: number | null
  readonly periods: readonly PlannedPeriod[]
  readonly buckets: readonly Bucket[]
  readonly conditions: readonly Condition[]
  readonly levels: readonly Level[]
  /** Small cells are hidden in the answer. */
  readonly guarded: boolean
}

export type Pass = (plan: Plan, context: Context) => Plan | Rejection

/** A plan before any pass. */
export const emptyPlan = (query: Query, { asOf, through }: Pick<Context, 'asOf' | 'through'>): Plan => ({
  query,
  asOf,
  through,
  periods: [],
  buckets: [],
  conditions: [],
  levels: [],
  guarded: query.leaving,
})

/** The period asked for. @throws Error when `resolvePeriod` has not been passed. */
export function basePeriod(plan: Plan): Period {
  const base = plan.periods[0]
  if (!base) throw new Error('internal: a plan without a period')
  return base.period
}
