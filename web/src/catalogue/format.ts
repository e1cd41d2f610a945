import type { Unit, ValueState } from '../graphql/generated/graphql'
import type { Value } from '../graphql/answer'

const number = (digits: number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const WHOLE = number(0)
const TENTH = number(1)

/** A number with thousands separated; percent takes a fraction and gives 65.1%. */
export function formatNumber(value: number, unit: Unit): string {
  if (unit === 'percent') return `${TENTH.format(value * 100)}%`
  return unit === 'days' && !Number.isInteger(value) ? TENTH.format(value) : WHOLE.format(value)
}

export type Translate = (key: string, named?: Record<string, unknown>) => string

/** What stands where a number would: the number, or why there is none. */
export function formatValue(value: Pick<Value, 'value' | 'state'>, unit: Unit, t: Translate): string {
  if (value.value === null) return value.state === 'ok' ? '—' : t(`state.${value.state}`)
  return formatNumber(value.value, unit)
}

/** A remark to print beside a number that must not stand alone, '' where none is needed. */
export const remarkOf = (state: ValueState, t: Translate): string =>
  state === 'tooFew' || state === 'immature' ? t(`state.${state}`) : ''
