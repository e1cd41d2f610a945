import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import type { Day } from '@fengsui/domain/time/day'
import type { Grain } from '@fengsui/domain/time/grain'
import type { PeriodPreset } from '@fengsui/domain/time/period'
import type { NaiveChange } from './naive-change.js'
import type { Picked } from './naive-members.js'

/** A request as it travels. */
export interface Asking {
  readonly measures: readonly MeasureId[]
  readonly dimensions: readonly DimensionId[]
  readonly grain: Grain | null
  readonly period: { readonly preset: PeriodPreset } | { readonly from: Day; readonly to: Day }
  readonly filters: readonly Picked[]
  readonly comparisons: readonly ComparisonKind[]
  readonly orderBy: { readonly measure: MeasureId; readonly direction: 'asc' | 'desc' } | null
  readonly top: number | null
  readonly others: boolean
  readonly reach: 'own' | 'office'
  readonly leaving: boolean
}

export interface ToldValue {
  readonly value: number | null
  readonly n: number
  readonly k: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly state: string
  readonly share: number | null
  readonly rank: number | null
  readonly cumulative: number | null
  readonly changes: readonly NaiveChange[]
}

export interface ToldRow {
  readonly keys: readonly string[]
  readonly bucket: Day | null
  readonly values: readonly ToldValue[]
}

interface Span {
  readonly from: Day
  readonly to: Day
}

/** An answer, as far as numbers go. */
export interface Told {
  readonly period: Span
  readonly comparedPeriods: readonly { readonly kind: ComparisonKind; readonly period: Span }[]
  readonly buckets: readonly { readonly key: Day; readonly to: Day; readonly partial: boolean }[]
  readonly rows: readonly ToldRow[]
  readonly others: readonly ToldRow[]
  readonly total: ToldRow
  readonly leftOut: number
  /** Cases with the attribution date of any of the measures in the period, each once. */
  readonly cases: number
}

/** The same in GraphQL, with the id under which it can be asked about. */
export interface Answered extends Told {
  readonly __typename: 'MetricsTable'
  readonly id: string
  readonly suppressed: number
}

export const ANSWER_FIELDS = `__typename
  ... on Rejection { code message field }
  ... on MetricsTable {
    id period { from to } comparedPeriods { kind period { from to } } buckets { key to partial }
    rows { ...Row } others { ...Row } total { ...Row } leftOut cases suppressed
  }`

export const ROW_FRAGMENT = `fragment Row on MetricsRow { keys bucket values {
  value n k lower upper state share rank cumulative changes { value n difference ratio state text }
} }`
