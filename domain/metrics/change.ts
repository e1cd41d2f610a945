import { roundHalfUp } from '../statistics/round.js'
import type { Text, Unit } from './model.js'

/** Below this many cases a percentage says nothing: a change is told in cases, a rate is shown greyed. */
export const SMALL_BASE = 5

export type ChangeState = 'ok' | 'baseZero' | 'baseSmall' | 'noBase' | 'suppressed'

/** A value with the number of cases behind it; shares are fractions. Null: there is none. */
export interface Counted {
  readonly value: number | null
  readonly n: number
}

export interface ChangeOf {
  /** current − base, in the measure's unit (shares: fractions). */
  readonly difference: number | null
  /** (current − base) ÷ base, only for numbers of cases with a base that bears it. */
  readonly ratio: number | null
  readonly state: ChangeState
  /** Ready to print. */
  readonly text: string
}

/** One decimal, always written, with its sign. */
function signed(value: number): string {
  const rounded = roundHalfUp(value, 1)
  return `${value < 0 ? '-' : '+'}${Math.abs(rounded).toFixed(1)}`
}

const NO_BASE: Text = { zh: '—（上期无数据）', en: '— (no earlier data)' }
const BASE_ZERO: Text = { zh: '—（上期为0）', en: '— (earlier period: 0)' }
const EQUAL: Text = { zh: '持平', en: 'no change' }
export const HIDDEN: Text = { zh: '—（小数已隐去）', en: '— (small number hidden)' }

/**
 * How a value changed against an earlier one, and how that is printed. Equal: 「持平」. Numbers of cases: base 0 has
 * no percentage, base below 5 is told in cases (「增加3件」). Shares: 个百分点. Days: days.
 */
export function changeOf(unit: Unit, current: Counted, base: Counted | null, locale: keyof Text): ChangeOf {
  if (current.value === null) return { difference: null, ratio: null, state: 'noBase', text: '—' }
  if (base === null || base.value === null) {
    return { difference: null, ratio: null, state: 'noBase', text: NO_BASE[locale] }
  }
  const difference = current.value - base.value
  if (unit === 'cases' || unit === 'yuan')
    return changeOfTotals(unit, current, { value: base.value, n: base.n }, locale)
  const state = base.n < SMALL_BASE || current.n < SMALL_BASE ? 'baseSmall' : 'ok'
  if (Math.abs(difference) < 1e-12) return { difference: 0, ratio: null, state, text: EQUAL[locale] }
  return { difference, ratio: null, state, text: inUnit(unit, difference, locale) }
}

/** Numbers of cases and amounts change by a percentage, if the base bears one; a few cases' amount does not. */
function changeOfTotals(
  unit: 'cases' | 'yuan',
  current: Counted,
  base: { readonly value: number; readonly n: number },
  locale: keyof Text,
): ChangeOf {
  const difference = (current.value ?? 0) - base.value
  if (difference === 0)
    return { difference, ratio: base.value === 0 ? null : 0, state: 'ok', text: EQUAL[locale] }
  if (base.value === 0) return { difference, ratio: null, state: 'baseZero', text: BASE_ZERO[locale] }
  const isSmall = unit === 'cases' ? base.value < SMALL_BASE : base.n < SMALL_BASE
  if (isSmall) {
    const text = unit === 'cases' ? inCases(difference, locale) : inYuan(difference, locale)
    return { difference, ratio: null, state: 'baseSmall', text }
  }
  const ratio = difference / base.value
  return { difference, ratio, state: 'ok', text: `${signed(ratio * 100)}%` }
}

function inCases(difference: number, locale: keyof Text): string {
  const size = Math.abs(difference)
  if (locale === 'zh') return `${difference > 0 ? '增加' : '减少'}${size}件`
  return `${size} ${difference > 0 ? 'more' : 'fewer'}`
}

function inYuan(difference: number, locale: keyof Text): string {
  const size = roundHalfUp(Math.abs(difference), 2).toLocaleString('en-US')
  if (locale === 'zh') return `${difference > 0 ? '增加' : '减少'}${size}元`
  return `${size} CNY ${difference > 0 ? 'more' : 'less'}`
}

function inUnit(unit: Exclude<Unit, 'cases' | 'yuan'>, difference: number, locale: keyof Text): string {
  switch (unit) {
    case 'percent':
      return inPoints(difference, locale)
    case 'days':
      return inDays(difference, locale)
    case 'per10k':
    case 'per100':
      return signed(difference)
  }
}

function inPoints(difference: number, locale: keyof Text): string {
  return `${signed(difference * 100)}${locale === 'zh' ? '个百分点' : ' points'}`
}

function inDays(difference: number, locale: keyof Text): string {
  return `${signed(difference)}${locale === 'zh' ? '天' : ' days'}`
}
