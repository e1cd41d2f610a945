import type { NaiveMeasure } from './naive-measures.js'

/** A value with the cases behind it. */
export interface Figure {
  readonly value: number | null
  readonly n: number
}

export interface NaiveChange extends Figure {
  readonly difference: number | null
  readonly ratio: number | null
  readonly state: string
  readonly text: string
}

/** Half-up in decimal writing, one digit, with a sign. */
function signed(value: number): string {
  const tenths = Math.floor(Math.abs(value) * 10 + 0.5 + 1e-9)
  return `${value < 0 ? '-' : '+'}${Math.floor(tenths / 10)}.${tenths % 10}`
}

const SUFFIX = { percent: '个百分点', days: '天', rate: '', cases: '%', yuan: '%' } as const

/**
 * How a value stands against that of a compared period: base 0 has no percentage, a base below 5 is told in cases, rates
 * differ by 个百分点.
 *
 * @param base null: there is no such period, or the data does not reach back to it.
 */
export function naiveChange(unit: NaiveMeasure['unit'], now: Figure, base: Figure | null): NaiveChange {
  const told = { value: base?.value ?? null, n: base?.n ?? 0 }
  const none = { ...told, difference: null, ratio: null, state: 'noBase' }
  if (now.value === null) return { ...none, text: '—' }
  if (base === null || base.value === null) return { ...none, text: '—（上期无数据）' }
  const difference = now.value - base.value
  if (unit === 'cases' || unit === 'yuan') {
    const common = { ...told, difference }
    if (difference === 0) return { ...common, ratio: base.value === 0 ? null : 0, state: 'ok', text: '持平' }
    if (base.value === 0) return { ...common, ratio: null, state: 'baseZero', text: '—（上期为0）' }
    if ((unit === 'cases' ? base.value : base.n) < 5)
      return { ...common, ratio: null, state: 'baseSmall', text: inWords(unit, difference) }
    const ratio = difference / base.value
    return { ...common, ratio, state: 'ok', text: `${signed(ratio * 100)}%` }
  }
  const state = now.n < 5 || base.n < 5 ? 'baseSmall' : 'ok'
  if (Math.abs(difference) < 1e-12) return { ...told, difference: 0, ratio: null, state, text: '持平' }
  const shown = signed(unit === 'percent' ? difference * 100 : difference)
  return { ...told, difference, ratio: null, state, text: `${shown}${SUFFIX[unit]}` }
}

function inWords(unit: 'cases' | 'yuan', difference: number): string {
  const word = difference > 0 ? '增加' : '减少'
  if (unit === 'cases') return `${word}${Math.abs(difference)}件`
  const cents = Math.round(Math.abs(difference) * 100) / 100
  return `${word}${cents.toLocaleString('en-US')}元`
}
