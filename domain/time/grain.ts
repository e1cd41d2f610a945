import type { Text } from '../metrics/model.js'
import { type Day, addDays, addMonths, earlier, later, monthStart, plain } from './day.js'
import { monthLabel } from './period.js'

/** The width of a bucket on the time axis; weeks begin on Monday (ISO 8601). */
export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof GRAINS)[number]

export interface Bucket {
  /** First day of the calendar unit, which may lie before the period. */
  readonly key: Day
  /** First and last day of it that lie in the period. */
  readonly from: Day
  readonly to: Day
  /** The period covers only a part of the unit. */
  readonly partial: boolean
}

/** The first day of the unit in which the day lies. */
function bucketStart(day: Day, grain: Grain): Day {
  switch (grain) {
    case 'day':
      return day
    case 'week':
      return addDays(day, 1 - plain(day).dayOfWeek)
    case 'month':
      return monthStart(day)
    case 'quarter':
      return monthStart(day, -((Number(day.slice(5, 7)) - 1) % 3))
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

function nextStart(key: Day, grain: Grain): Day {
  if (grain === 'day') return addDays(key, 1)
  if (grain === 'week') return addDays(key, 7)
  return addMonths(key, { month: 1, quarter: 3, year: 12 }[grain])
}

/**
 * Cuts a period into calendar units, in order, without gaps.
 *
 * @param limit stop after this many; one more than wanted tells that there are too many.
 */
export function bucketsOf(period: { from: Day; to: Day }, grain: Grain, limit = Infinity): Bucket[] {
  const buckets: Bucket[] = []
  let key = bucketStart(period.from, grain)
  while (key <= period.to && buckets.length < limit) {
    const next = nextStart(key, grain)
    const last = addDays(next, -1)
    const from = later(key, period.from)
    const to = earlier(last, period.to)
    buckets.push({ key, from, to, partial: from !== key || to !== last })
    key = next
  }
  return buckets
}

/** How a bucket is named on an axis, e.g. 2026年11月, 2026年第47周, Q4 2026. */
export function bucketLabel(key: Day, grain: Grain, locale: keyof Text): string {
  const zh = locale === 'zh'
  const year = key.slice(0, 4)
  switch (grain) {
    case 'day':
      return key
    case 'week': {
      const { yearOfWeek, weekOfYear } = plain(key)
      return zh ? `${yearOfWeek}年第${weekOfYear}周` : `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
    }
    case 'month':
      return monthLabel(key, locale)
    case 'quarter': {
      const quarter = (Number(key.slice(5, 7)) + 2) / 3
      return zh ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`
    }
    case 'year':
      return zh ? `${year}年` : year
  }
}
