import { type Counted, HIDDEN, SMALL_BASE, changeOf } from '@fengsui/domain/metrics/change'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { Measure, Text } from '@fengsui/domain/metrics/model'
import { poissonInterval, rateInterval } from '@fengsui/domain/statistics/poisson'
import { type Interval, wilson } from '@fengsui/domain/statistics/wilson'
import { type Day, addDays } from '@fengsui/domain/time/day'
import type { Exposure } from './exposure.js'
import type { Numbers } from './facts.js'
import type { TableChange, TableValue, ValueState } from './table.js'

/** A value by itself. */
export type Plain = Pick<TableValue, 'value' | 'n' | 'k' | 'lower' | 'upper' | 'state'>
/** What a density divides by; null where there is no dated number of it, or the measure is none. */
type Divisor = Exposure | null

const measureOf = (id: MeasureId): Measure => MEASURES[id]

/** The value of a measure: zero or a gap by its kind, the share of its counts. */
export function countedOf(id: MeasureId, { n, k, value }: Numbers, divisor: Divisor = null): Counted {
  const { aggregate } = measureOf(id)
  switch (aggregate.kind) {
    case 'count':
      return { value: n, n }
    case 'sum':
      return { value: n === 0 ? 0 : value, n }
    case 'ratio':
    case 'rate':
      return { value: n === 0 ? null : k / n, n }
    case 'share':
      return { value: value === null || value === 0 ? null : k / value, n }
    case 'density':
      return { value: divisor && (n * aggregate.per) / divisor.value, n }
    case 'mean':
    case 'quantile':
      return { value: n === 0 ? null : value, n }
  }
}

const NO_INTERVAL: Interval | { readonly lower: null; readonly upper: null } = { lower: null, upper: null }

/** The 95 % interval of a value: Wilson's of a proportion, the exact one of Poisson events and of a number of cases. */
function intervalOf(id: MeasureId, { n, k }: Numbers, divisor: Divisor): typeof NO_INTERVAL {
  const { aggregate } = measureOf(id)
  if (aggregate.kind === 'count') return poissonInterval(n)
  if (aggregate.kind === 'ratio' && n > 0) return wilson(k, n)
  if (aggregate.kind === 'rate' && n > 0) return rateInterval(k, n)
  if (aggregate.kind === 'density' && divisor) return rateInterval(n, divisor.value / aggregate.per)
  return NO_INTERVAL
}

const isTotal = ({ aggregate }: Measure): boolean => aggregate.kind === 'count' || aggregate.kind === 'sum'

/** A number of cases or a sum is what it is; a rate, a mean or a quantile of a few cases says little. */
export function isOfFew(id: MeasureId, n: number): boolean {
  const measure = measureOf(id)
  return !isTotal(measure) && measure.aggregate.kind !== 'density' && n < SMALL_BASE
}

/**
 * A value with its interval and what may be said about it.
 *
 * @param from first day of the period or bucket, for measures whose cases must have a certain age.
 */
export function valueOf(
  id: MeasureId,
  numbers: Numbers,
  { from, asOf, divisor }: { from: Day; asOf: Day; divisor: Divisor },
): Plain {
  const measure = measureOf(id)
  const { value, n } = countedOf(id, numbers, divisor)
  const k = measure.aggregate.kind === 'ratio' || measure.aggregate.kind === 'rate' ? numbers.k : null
  const { lower, upper } = intervalOf(id, numbers, divisor)
  return { value, n, k, lower, upper, state: stateOf(id, { value, n }, from, asOf) }
}

function stateOf(id: MeasureId, { value, n }: Counted, from: Day, asOf: Day): ValueState {
  const measure = measureOf(id)
  if (isTotal(measure)) return 'ok'
  if (value !== null) return isOfFew(id, n) ? 'tooFew' : 'ok'
  const { maturityDays } = measure
  return maturityDays !== undefined && from > addDays(asOf, -maturityDays) ? 'immature' : 'noData'
}

/** What stands where a number is hidden. `n` is 0: the true one would give it away. */
export const HIDDEN_VALUE: Plain = {
  value: null,
  n: 0,
  k: null,
  lower: null,
  upper: null,
  state: 'suppressed',
}

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
  { hidden, divisor, locale }: { hidden: boolean; divisor: Divisor; locale: keyof Text },
): TableChange {
  if (hidden) {
    return { value: null, n: 0, difference: null, ratio: null, state: 'suppressed', text: HIDDEN[locale] }
  }
  const counted = base && countedOf(id, base, divisor)
  const { difference, ratio, state, text } = changeOf(
    measureOf(id).unit,
    countedOf(id, current, divisor),
    counted,
    locale,
  )
  return { value: counted?.value ?? null, n: counted?.n ?? 0, difference, ratio, state, text }
}
