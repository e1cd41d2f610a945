import type { Unit, ValueState } from './answer.js'
import type { Nowcast, Value } from './answer.js'

const number = (fewest: number, most = fewest) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: fewest, maximumFractionDigits: most })
const WHOLE = number(0)
const TENTH = number(1)
const HUNDREDTH = number(2)

/** A number with thousands separated; percent takes a fraction and gives 65.1%, amounts keep their 分. */
export function formatNumber(value: number, unit: Unit): string {
  switch (unit) {
    case 'percent':
      return `${TENTH.format(value * 100)}%`
    case 'days':
      return (Number.isInteger(value) ? WHOLE : TENTH).format(value)
    case 'yuan':
      return (Number.isInteger(value) ? WHOLE : HUNDREDTH).format(value)
    case 'per10k':
    case 'per100':
      return HUNDREDTH.format(value)
    case 'cases':
      return WHOLE.format(value)
  }
}

/** An end of an interval; that of a number of cases is no whole number. */
const formatEnd = (value: number, unit: Unit): string =>
  unit === 'cases' ? TENTH.format(value) : formatNumber(value, unit)

/** `from–to`, '' where there is no interval. */
export const formatInterval = ({ lower, upper }: Pick<Value, 'lower' | 'upper'>, unit: Unit): string =>
  lower === null || upper === null ? '' : `${formatEnd(lower, unit)}–${formatEnd(upper, unit)}`

export type Translate = (key: string, named?: Record<string, unknown>) => string

/** 「预计 21（13–33）」: an expected number of cases with its interval. */
export const formatNowcast = ({ expected, lower, upper }: Nowcast, t: Translate): string =>
  t('chart.expectedOf', {
    expected: WHOLE.format(expected),
    interval: `${WHOLE.format(lower)}–${WHOLE.format(upper)}`,
  })

/** What stands where a number would: the number, or why there is none. */
export function formatValue(value: Pick<Value, 'value' | 'state'>, unit: Unit, t: Translate): string {
  if (value.value === null) return value.state === 'ok' ? '—' : t(`state.${value.state}`)
  return formatNumber(value.value, unit)
}

/** A remark to print beside a number that must not stand alone, '' where none is needed. */
export const remarkOf = (state: ValueState, t: Translate): string =>
  state === 'tooFew' || state === 'immature' ? t(`state.${state}`) : ''
