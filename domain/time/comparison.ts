import type { Text } from '../metrics/model.js'
import {
  type Day,
  addDays,
  earlier,
  isMonthEnd,
  lengthInDays,
  monthEnd,
  plain,
  tenDayEnd,
  tenDayStart,
} from './day.js'
import type { Period } from './period.js'
import { type Step, stepped } from './step.js'

/** 同比: the same days one year earlier. 环比: the period just before, of the same calendar length. */
export const COMPARISONS = {
  yearAgo: { zh: '同比', en: 'Year on year' },
  previous: { zh: '环比', en: 'On previous period' },
} as const satisfies Record<string, Text>

export type ComparisonKind = keyof typeof COMPARISONS

/** How far back a period is compared. */
const shiftOf = (period: Period, kind: ComparisonKind): Step =>
  kind === 'yearAgo' ? { months: 12 } : period.step

/** The end of a shifted period: the end of a month or 旬 stays one, whatever its length. */
function shiftEnd(day: Day, shift: Step): Day {
  const moved = stepped(day, shift, -1)
  if ('months' in shift && isMonthEnd(day)) return monthEnd(moved)
  return 'tenDays' in shift && day === tenDayEnd(day) ? tenDayEnd(moved) : moved
}

/** The start of a shifted bucket: a day that the earlier month or 旬 does not have begins after its end. */
function shiftStart(day: Day, shift: Step): Day {
  const moved = stepped(day, shift, -1)
  return placeIn(moved, shift) === placeIn(day, shift) ? moved : addDays(moved, 1)
}

/** Which day of its month or 旬 it is. */
function placeIn(day: Day, shift: Step): number {
  if ('days' in shift) return 0
  return 'months' in shift ? plain(day).day : lengthInDays(tenDayStart(day), day)
}

/**
 * The period with which a period is compared, like for like: a month to date with the same part of the earlier month,
 * a February of 29 days with one of 28. Where the as-of day ends a month or 旬, the earlier one is taken whole.
 */
export function comparedPeriod(period: Period, kind: ComparisonKind): Period {
  const shift = shiftOf(period, kind)
  return { from: stepped(period.from, shift, -1), to: shiftEnd(period.to, shift), step: period.step }
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
