import type { Text } from '../metrics/model.js'
import { type Day, addDays, addMonths, earlier, isMonthEnd, lengthInDays, monthEnd, plain } from './day.js'
import type { Period } from './period.js'

/** 同比: the same days one year earlier. 环比: the period just before, of the same calendar length. */
export const COMPARISONS = {
  yearAgo: { zh: '同比', en: 'Year on year' },
  previous: { zh: '环比', en: 'On previous period' },
} as const satisfies Record<string, Text>

export type ComparisonKind = keyof typeof COMPARISONS

/** How far back a period is compared: whole months, or days where the period is not one of the calendar. */
type Shift = { readonly months: number } | { readonly days: number }

function shiftOf(period: Period, kind: ComparisonKind): Shift {
  if (kind === 'yearAgo') return { months: 12 }
  return period.months === null ? { days: lengthInDays(period.from, period.to) } : { months: period.months }
}

/** The end of a shifted period: the end of a month stays one, whatever its length. */
function shiftEnd(day: Day, shift: Shift): Day {
  if ('days' in shift) return addDays(day, -shift.days)
  const moved = addMonths(day, -shift.months)
  return isMonthEnd(day) ? monthEnd(moved) : moved
}

/** The start of a shifted bucket: a day that the earlier month does not have begins after its end. */
function shiftStart(day: Day, shift: Shift): Day {
  if ('days' in shift) return addDays(day, -shift.days)
  const moved = addMonths(day, -shift.months)
  return plain(moved).day === plain(day).day ? moved : addDays(moved, 1)
}

/**
 * The period with which a period is compared, like for like: a month to date with the same part of the earlier month,
 * a February of 29 days with one of 28. Where the as-of day ends a month, the earlier month is taken whole.
 */
export function comparedPeriod(period: Period, kind: ComparisonKind): Period {
  const shift = shiftOf(period, kind)
  if ('days' in shift) {
    return { from: addDays(period.from, -shift.days), to: addDays(period.from, -1), months: null }
  }
  const from = addMonths(period.from, -shift.months)
  return { from, to: shiftEnd(period.to, shift), months: period.months }
}

/**
 * For every bucket of a period, the first day of what it is compared with. A bucket is compared with the days from
 * its own entry up to the day before the next one, so that the parts add up to the compared period; an entry after
 * its successor's eve is a bucket that has no counterpart (29 February).
 *
 * @param buckets the days on which the buckets begin inside the period, in order.
 */
export function comparedStarts(period: Period, kind: ComparisonKind, buckets: readonly Day[]): Day[] {
  const shift = shiftOf(period, kind)
  const compared = comparedPeriod(period, kind)
  return buckets.map((start, i) =>
    i === 0 ? compared.from : earlier(shiftStart(start, shift), addDays(compared.to, 1)),
  )
}
