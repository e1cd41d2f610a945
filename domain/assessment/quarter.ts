import type { Text } from '../metrics/model.js'
import { type Day, addMonths, isDay } from '../time/day.js'
import { bucketLabel, unitEnd, unitStart } from '../time/grain.js'

/** A quarter of the calendar (通知第14项：每季度排名考核). */
export interface Quarter {
  /** Year and number, e.g. `2026Q3`; quarters compare as texts. */
  readonly id: string
  /** First and last day. */
  readonly from: Day
  readonly to: Day
}

/** The quarter in which a day lies. */
export function quarterOf(day: Day): Quarter {
  const from = unitStart(day, 'quarter')
  const number = (Number(from.slice(5, 7)) + 2) / 3
  return { id: `${from.slice(0, 4)}Q${number}`, from, to: unitEnd(from, 'quarter') }
}

/** Reads `2026Q3`. @returns null for anything else, and for years that the warehouse cannot hold. */
export function parseQuarter(text: string): Quarter | null {
  const found = /^(\d{4})Q([1-4])$/.exec(text)
  if (!found) return null
  const [, year = '', number = ''] = found
  const from = `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`
  return isDay(from) ? quarterOf(from) : null
}

/** The quarter so many quarters before; 0 is the same one. */
export const quarterBefore = ({ from }: Quarter, count: number): Quarter =>
  quarterOf(addMonths(from, -3 * count))

/** E.g. 2026年第3季度. */
export const quarterLabel = ({ from }: Quarter, locale: keyof Text): string =>
  bucketLabel(from, 'quarter', locale)
