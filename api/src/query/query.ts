import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import type { Day } from '@fengsui/domain/time/day'
import type { Grain } from '@fengsui/domain/time/grain'
import type { PeriodPreset } from '@fengsui/domain/time/period'

/** A question that has been checked for itself; what the office and its data say comes with the passes. */
export interface Query {
  readonly measures: readonly MeasureId[]
  readonly dimensions: readonly DimensionId[]
  readonly grain: Grain | null
  readonly period: { readonly preset: PeriodPreset } | { readonly from: Day; readonly to: Day }
  readonly filters: readonly Filter[]
  readonly comparisons: readonly ComparisonKind[]
  readonly orderBy: { readonly measure: MeasureId; readonly direction: 'asc' | 'desc' } | null
  readonly top: number | null
  /** What `top` leaves out is answered together, as one member (其他). */
  readonly others: boolean
  /** The own cases, or the totals of the whole office for somebody who sees a part of it. */
  readonly reach: 'own' | 'office'
  /** The answer will leave the office. */
  readonly leaving: boolean
}

/** Only cases whose code is one of these; '' is 未知. */
export interface Filter {
  readonly dimension: DimensionId
  readonly in: readonly string[]
}
