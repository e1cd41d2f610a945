import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { TimeRole } from '@fengsui/domain/metrics/model'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import type { Day } from '@fengsui/domain/time/day'
import type { Bucket } from '@fengsui/domain/time/grain'
import type { Period } from '@fengsui/domain/time/period'
import type { Scope } from '../access/scope.js'
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
}

/** A restriction of the cases read; a plan without any reads all of them. */
export type Condition =
  | { readonly kind: 'in'; readonly dimension: DimensionId; readonly codes: readonly string[] }
  | { readonly kind: 'nothing' }

/** The period asked for, or one with which it is compared. */
export interface PlannedPeriod {
  readonly kind: 'base' | ComparisonKind
  readonly period: Period
  /** The first day of what each bucket is compared with; for the base, of the bucket itself. */
  readonly starts: readonly Day[]
}

/** One reading of the cases: measures that share an attribution date, over one period. */
export interface Branch {
  readonly role: TimeRole
  readonly measures: readonly MeasureId[]
  /** Index in `periods`. */
  readonly period: number
}

/** What is counted together: every row of the answer, every member over the whole period, everything. */
export type Level = 'rows' | 'members' | 'total'

/**
 * What will be asked of the warehouse. Invariants once all passes are through: `periods[0]` is the base; `branches`
 * holds every measure once per period; `levels` ends with `total`; `buckets` is empty exactly when there is no grain.
 */
export interface Plan {
  readonly query: Query
  readonly asOf: Day
  readonly periods: readonly PlannedPeriod[]
  readonly buckets: readonly Bucket[]
  readonly conditions: readonly Condition[]
  readonly branches: readonly Branch[]
  readonly levels: readonly Level[]
}

export type Pass = (plan: Plan, context: Context) => Plan | Rejection

/** A plan before any pass. */
export const emptyPlan = (query: Query, asOf: Day): Plan => ({
  query,
  asOf,
  periods: [],
  buckets: [],
  conditions: [],
  branches: [],
  levels: [],
})

/** The period asked for. @throws Error when `resolvePeriod` has not been passed. */
export function basePeriod(plan: Plan): Period {
  const base = plan.periods[0]
  if (!base) throw new Error('internal: a plan without a period')
  return base.period
}
