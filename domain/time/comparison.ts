import type { Text } from '../metrics/model.js'
import {
  type Day,
  addDays,
  dayOfMonth,
  earlier,
  isMonthEnd,
  lengthInDays,
  monthEnd,
  tenDayEnd,
  tenDayStart,
} from './day.js'
import type { Period } from './period.js'
import { daysBetweenFestivals } from './spring-festival.js'
import { type Step, stepped } from './step.js'

/** With what a period is compared; a part to date always with the same part. */
export const COMPARISONS = {
  yearAgo: {
    label: { zh: '同比', en: 'Year on year' },
    description: {
      zh: '与上一年的相同日期比；月末对月末。',
      en: 'Against the same dates of the year before; the end of a month against the end of a month.',
    },
  },
  previous: {
    label: { zh: '环比', en: 'On previous period' },
    description: {
      zh: '与紧接在前的同类时段比：上周、上旬、上月的相同部分，或之前同样多的天数。',
      en: 'Against the period just before: the same part of the week or month before, or as many days.',
    },
  },
  sameWeekdays: {
    label: { zh: '同比（星期对齐）', en: 'Year on year, same weekdays' },
    description: {
      zh: '与364天（52周）前比，星期几一一对应。',
      en: 'Against the days 364 days (52 weeks) earlier, which are the same days of the week.',
    },
  },
  springFestival: {
    label: { zh: '同比（春节对齐）', en: 'Year on year, Spring Festival aligned' },
    description: {
      zh: '与距上一年春节同样远的日子比，避免春节早晚造成的假升降；限半年以内的时段。',
      en: 'Against the days as far from the Spring Festival of the year before; for half a year at most.',
    },
  },
} as const satisfies Record<string, { readonly label: Text; readonly description: Text }>

export type ComparisonKind = keyof typeof COMPARISONS

/** Longer than this, a period is near to two Spring Festivals, and no one shift suits both. */
const MOST_DAYS_AROUND_FESTIVAL = 183

/** Can the period be compared in this way? Aligned to the Spring Festival: only half a year, of the years 1902–2099. */
export function comparisonFits(period: Period, kind: ComparisonKind): boolean {
  if (kind !== 'springFestival') return true
  return (
    lengthInDays(period.from, period.to) <= MOST_DAYS_AROUND_FESTIVAL && daysBetweenFestivals(period) !== null
  )
}

/** How far back a period is compared. */
function shiftOf(period: Period, kind: ComparisonKind): Step {
  switch (kind) {
    case 'yearAgo':
      return { months: 12 }
    case 'previous':
      return period.step
    case 'sameWeekdays':
      return { days: 364 }
    case 'springFestival': {
      const days = daysBetweenFestivals(period)
      if (days === null) throw new RangeError(`no Spring Festival is known near ${period.from}`)
      return { days }
    }
  }
}

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
  return 'months' in shift ? dayOfMonth(day) : lengthInDays(tenDayStart(day), day)
}

/**
 * The period with which a period is compared, like for like: a month to date with the same part of the earlier month,
 * a February of 29 days with one of 28. Where the as-of day ends a month or 旬, the earlier one is taken whole.
 *
 * @throws RangeError where the comparison does not fit (`comparisonFits`) for want of a Spring Festival.
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
  const afterEnd = addDays(compared.to, 1)
  return buckets.map((start, i) => (i === 0 ? compared.from : earlier(shiftStart(start, shift), afterEnd)))
}
