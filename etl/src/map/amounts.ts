import type { Reason } from '../contract/reasons.js'

export type Parsed<T> = { readonly value: T } | { readonly fault: Reason }

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/

/**
 * An amount in yuan with two decimals, e.g. `1500.00`. Thousands separators, ¥ and 元 are read over; 万 in the cell says
 * its own factor, otherwise the column's holds.
 *
 * @param factor what one unit of the column is in yuan.
 */
export function parseMoney(text: string, factor: number): Parsed<string> {
  const plain = text.normalize('NFKC').replace(/[\s¥$]|RMB|CNY|人民币|整/giu, '')
  const unit = /^(.*?)(亿|万)?元?$/u.exec(plain)
  const digits = unit?.[1] ?? ''
  const number = readNumber(digits)
  if (number === null) return { fault: 'amount.unreadable' }
  if (number < 0) return { fault: 'amount.negative' }
  const inCell =
    unit?.[2] === '万' ? 10_000 : unit?.[2] === '亿' ? 100_000_000 : plain.endsWith('元') ? 1 : factor
  // Decimal(14, 2) ends here; a larger amount is a misreading.
  return number * inCell < 1e12 ? { value: inCents(digits, inCell) } : { fault: 'amount.unreadable' }
}

/** decimal × factor with two decimals, halves up, exactly: 1.005 is 1.01, which binary fractions make 1.00. */
function inCents(decimal: string, factor: number): string {
  const [whole = '', fraction = ''] = decimal.replace(/[+,]/g, '').split('.')
  const scale = 10n ** BigInt(fraction.length)
  const product = BigInt(whole + fraction) * BigInt(Math.round(factor * 100))
  const cents = ((product * 2n + scale) / (scale * 2n)).toString().padStart(3, '0')
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`
}

/** A whole number of days or pieces, not negative; 天, 日, 个 behind it are read over. */
export function parseCount(text: string): Parsed<number> {
  const number = readNumber(text.normalize('NFKC').replace(/[\s天日个件]/gu, ''))
  if (number === null || !Number.isInteger(number)) return { fault: 'amount.unreadable' }
  if (number < 0) return { fault: 'amount.negative' }
  return number <= 65_535 ? { value: number } : { fault: 'amount.unreadable' }
}

/** Yes or no in the words of either language. */
export function parseBoolean(text: string): Parsed<boolean> {
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (['是', 'y', 'yes', 'true', '1', '有', '√'].includes(word)) return { value: true }
  if (['否', 'n', 'no', 'false', '0', '无', '×'].includes(word)) return { value: false }
  return { fault: 'value.boolean' }
}

function readNumber(text: string): number | null {
  if (text === '' || !NUMBER.test(text) || !/\d/.test(text)) return null
  return Number(text.replaceAll(',', ''))
}
