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

export interface TableValue {
  readonly value: number | null
  readonly n: number
  readonly lower: number | null
  readonly upper: number | null
  readonly state: ValueState
  readonly changes: readonly TableChange[]
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
  readonly period: LabelledPeriod
  readonly comparedPeriods: readonly { kind: ComparisonKind; label: string; period: LabelledPeriod }[]
  readonly measures: readonly MeasureId[]
  readonly dimensions: readonly DimensionId[]
  readonly buckets: readonly TableBucket[]
  readonly rows: readonly TableRow[]
  readonly total: TableRow
  readonly leftOut: number
  readonly suppressed: number
  readonly asOf: Day
  readonly dataVersion: string
  readonly cases: number
  readonly sources: readonly string[]
  readonly footnotes: readonly string[]
}
