import { type Counted, HIDDEN, SMALL_BASE, changeOf } from '@fengsui/domain/metrics/change'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { Measure, Text } from '@fengsui/domain/metrics/model'
import { wilson } from '@fengsui/domain/statistics/wilson'
import { type Day, addDays } from '@fengsui/domain/time/day'
import type { Numbers } from './facts.js'
import type { TableChange, TableValue, ValueState } from './table.js'

type Plain = Omit<TableValue, 'changes'>

/** The value of a measure: zero or a gap by its kind, the share of its counts. */
export function countedOf(id: MeasureId, { n, numerator, value }: Numbers): Counted {
  const { kind } = MEASURES[id].aggregate
  if (kind === 'count') return { value: n, n }
  if (n === 0) return { value: null, n }
  return { value: kind === 'ratio' ? numerator / n : value, n }
}

/**
 * A value with its interval and what may be said about it.
 *
 * @param from first day of the period or bucket, for measures whose cases must have a certain age.
 */
export function valueOf(id: MeasureId, numbers: Numbers, from: Day, asOf: Day): Plain {
  const measure: Measure = MEASURES[id]
  const { value, n } = countedOf(id, numbers)
  if (measure.aggregate.kind === 'count') return { value, n, lower: null, upper: null, state: 'ok' }
  if (n === 0) {
    const immature = measure.maturityDays !== undefined && from > addDays(asOf, -measure.maturityDays)
    return { value, n, lower: null, upper: null, state: immature ? 'immature' : 'noData' }
  }
  const interval =
    measure.aggregate.kind === 'ratio' ? wilson(numbers.numerator, n) : { lower: null, upper: null }
  const state: ValueState = n < SMALL_BASE ? 'tooFew' : 'ok'
  return { value, n, ...interval, state }
}

/** What stands where a number is hidden. `n` is 0: the true one would give it away. */
export const HIDDEN_VALUE: Plain = { value: null, n: 0, lower: null, upper: null, state: 'suppressed' }

/**
 * A value's change against the same place of a compared period.
 *
 * @param base null when the data does not reach back to the compared period, or it has no such bucket.
 * @param hidden either of the two numbers must not leave.
 */
export function tableChange(
  id: MeasureId,
  current: Numbers,
  base: Numbers | null,
  hidden: boolean,
  locale: keyof Text,
): TableChange {
  if (hidden) {
    return { value: null, n: 0, difference: null, ratio: null, state: 'suppressed', text: HIDDEN[locale] }
  }
  const counted = base && countedOf(id, base)
  const change = changeOf(MEASURES[id].unit, countedOf(id, current), counted, locale)
  return { value: counted?.value ?? null, n: counted?.n ?? 0, ...change }
}
