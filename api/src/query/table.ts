import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { ChangeState } from '@fengsui/domain/metrics/change'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import type { Day } from '@fengsui/domain/time/day'

/** ok: print it. noData: a gap. tooFew: a rate or quantile of fewer than 5. suppressed: hidden. immature: too young to count. */
export const VALUE_STATES = ['ok', 'noData', 'tooFew', 'suppressed', 'immature'] as const
export type ValueState = (typeof VALUE_STATES)[number]

/** A change against one compared period; `value` and `n` are the base's. */
export interface TableChange {
  readonly value: number | null
  readonly n: number
  readonly difference: number | null
  readonly ratio: number | null
  readonly state: ChangeState
  readonly text: string
}

/** What a count of the last days will be when all of their reports have been entered; counted nowhere. */
export interface TableNowcast {
  readonly expected: number
  /** Ends of the 95 % interval. */
  readonly lower: number
  readonly upper: number
  /** Part of the cases that is known, 0 … 1. */
  readonly completeness: number
}

export interface TableValue {
  readonly value: number | null
  readonly n: number
  /** Of a rate: the cases with the property, or the events. Null for what is no rate. */
  readonly k: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly state: ValueState
  /** Part of the total, or of the total of its bucket; only of what may be added. */
  readonly share: number | null
  /** Place among the members by this measure, equal values sharing one (1, 1, 3); null where there is no place. */
  readonly rank: number | null
  /** Sum from the first bucket to this one; only of what may be added. */
  readonly cumulative: number | null
  readonly changes: readonly TableChange[]
  /** Null where nothing is to come, or the number is hidden. */
  readonly nowcast: TableNowcast | null
}

export interface TableRow {
  readonly keys: readonly string[]
  readonly labels: readonly string[]
  readonly bucket: Day | null
  readonly values: readonly TableValue[]
}

export interface LabelledPeriod {
  readonly from: Day
  readonly to: Day
  readonly label: string
}

export interface TableBucket {
  readonly key: Day
  readonly label: string
  readonly to: Day
  readonly partial: boolean
}

/** The answer to a question, ready for a chart or a sheet. */
export interface Table {
  /** Under which it can be asked how these numbers came about. */
  readonly id: string
  readonly period: LabelledPeriod
  readonly comparedPeriods: readonly { kind: ComparisonKind; label: string; period: LabelledPeriod }[]
  readonly measures: readonly MeasureId[]
  readonly dimensions: readonly DimensionId[]
  readonly buckets: readonly TableBucket[]
  readonly rows: readonly TableRow[]
  /** 其他: what `top` left out, as one row, or one a bucket; [] where it was not asked for or nothing was left out. */
  readonly others: readonly TableRow[]
  readonly total: TableRow
  readonly leftOut: number
  readonly suppressed: number
  readonly asOf: Day
  readonly dataVersion: string
  readonly cases: number
  readonly sources: readonly string[]
  readonly footnotes: readonly string[]
  /** Of a daily or weekly series by date of receipt: how its last days fill up, or why that cannot be said. */
  readonly arrival: string | null
}
