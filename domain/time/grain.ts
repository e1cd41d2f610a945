import type { Text } from '../metrics/model.js'
import { type Day, addDays, dayOfMonth, earlier, later, monthStart, plain, tenDayStart } from './day.js'
import { type Step, stepped } from './step.js'

/** The width of a bucket on the time axis; weeks begin on Monday (ISO 8601), 旬 on the 1st, 11th and 21st. */
export const GRAINS = {
  day: { zh: '日', en: 'Day' },
  week: { zh: '周', en: 'Week' },
  tenDay: { zh: '旬', en: 'Third of a month' },
  month: { zh: '月', en: 'Month' },
  quarter: { zh: '季度', en: 'Quarter' },
  halfYear: { zh: '半年', en: 'Half-year' },
  year: { zh: '年', en: 'Year' },
} as const satisfies Record<string, Text>

export type Grain = keyof typeof GRAINS

/** From the first day of a unit to that of the next. */
export const UNIT_STEP: Readonly<Record<Grain, Step>> = {
  day: { days: 1 },
  week: { days: 7 },
  tenDay: { tenDays: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  halfYear: { months: 6 },
  year: { months: 12 },
}

export interface Bucket {
  /** First day of the calendar unit, which may lie before the period. */
  readonly key: Day
  /** First and last day of it that lie in the period. */
  readonly from: Day
  readonly to: Day
  /** The period covers only a part of the unit. */
  readonly partial: boolean
}

/** The month of the day, 1–12. */
const monthOf = (day: Day): number => Number(day.slice(5, 7))

/** The first day of the unit in which the day lies. */
export function unitStart(day: Day, grain: Grain): Day {
  switch (grain) {
    case 'day':
      return day
    case 'week':
      return addDays(day, 1 - plain(day).dayOfWeek)
    case 'tenDay':
      return tenDayStart(day)
    case 'month':
      return monthStart(day)
    case 'quarter':
      return monthStart(day, -((monthOf(day) - 1) % 3))
    case 'halfYear':
      return monthStart(day, -((monthOf(day) - 1) % 6))
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

/** The last day of the unit that begins on `start`. */
export const unitEnd = (start: Day, grain: Grain): Day => addDays(stepped(start, UNIT_STEP[grain], 1), -1)

/**
 * Cuts a period into calendar units, in order, without gaps.
 *
 * @param limit stop after this many; one more than wanted tells that there are too many.
 */
export function bucketsOf(period: { from: Day; to: Day }, grain: Grain, limit = Infinity): Bucket[] {
  const buckets: Bucket[] = []
  let key = unitStart(period.from, grain)
  while (key <= period.to && buckets.length < limit) {
    const last = unitEnd(key, grain)
    const from = later(key, period.from)
    const to = earlier(last, period.to)
    buckets.push({ key, from, to, partial: from !== key || to !== last })
    key = addDays(last, 1)
  }
  return buckets
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** How a bucket is named on an axis, e.g. 2026年11月, 2026年11月中旬, 2026年第47周, Q4 2026. */
export function bucketLabel(key: Day, grain: Grain, locale: keyof Text): string {
  const zh = locale === 'zh'
  const year = key.slice(0, 4)
  const month = monthOf(key)
  switch (grain) {
    case 'day':
      return key
    case 'week': {
      const { yearOfWeek, weekOfYear } = plain(key)
      return zh ? `${yearOfWeek}年第${weekOfYear}周` : `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
    }
    case 'tenDay': {
      const first = dayOfMonth(key)
      if (zh) return `${year}年${month}月${first === 1 ? '上' : first === 11 ? '中' : '下'}旬`
      return `${first}–${dayOfMonth(unitEnd(key, grain))} ${MONTHS[month - 1]} ${year}`
    }
    case 'month':
      return zh ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`
    case 'quarter':
      return zh ? `${year}年第${(month + 2) / 3}季度` : `Q${(month + 2) / 3} ${year}`
    case 'halfYear':
      return zh ? `${year}年${month === 1 ? '上' : '下'}半年` : `H${month === 1 ? 1 : 2} ${year}`
    case 'year':
      return zh ? `${year}年` : year
  }
}
