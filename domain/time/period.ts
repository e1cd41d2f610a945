import type { Text } from '../metrics/model.js'
import {
  type Day,
  addDays,
  earlier,
  isMonthEnd,
  isMonthStart,
  monthEnd,
  monthStart,
  monthsTouched,
} from './day.js'

/** Days from `from` to `to`, both counted. */
export interface Period {
  readonly from: Day
  readonly to: Day
  /**
   * The calendar months of the whole period of which this is all, or the part up to the as-of day (a quarter to
   * date: 3). Null where the period does not begin with a month or ends inside one for no reason of the calendar.
   */
  readonly months: number | null
}

export const PERIOD_PRESETS = {
  thisMonth: { zh: '本月', en: 'This month' },
  lastMonth: { zh: '上月', en: 'Last month' },
  thisQuarter: { zh: '本季度', en: 'This quarter' },
  lastQuarter: { zh: '上季度', en: 'Last quarter' },
  last3Months: { zh: '近3个月', en: 'Last 3 months' },
  yearToDate: { zh: '今年以来', en: 'Year to date' },
  last12Months: { zh: '近12个月', en: 'Last 12 months' },
  last13Months: { zh: '近13个月', en: 'Last 13 months' },
  lastYear: { zh: '去年', en: 'Last year' },
  all: { zh: '全部', en: 'All' },
} as const satisfies Record<string, Text>

export type PeriodPreset = keyof typeof PERIOD_PRESETS

/**
 * Resolves a word for a period against the day up to which the data is complete, never against the clock.
 * "This …" and "last N months" end on the as-of day; the last N months are N calendar months, the current one to date.
 *
 * @param firstDay the first day of the data; only `all` begins there.
 */
export function resolvePreset(preset: PeriodPreset, asOf: Day, firstDay: Day): Period {
  const quarterStart = monthStart(asOf, -((Number(asOf.slice(5, 7)) - 1) % 3))
  const yearStart = `${asOf.slice(0, 4)}-01-01`
  const before = (start: Day, months: number): Period => ({
    from: monthStart(start, -months),
    to: addDays(start, -1),
    months,
  })
  const lastMonths = (months: number): Period => ({ from: monthStart(asOf, 1 - months), to: asOf, months })
  switch (preset) {
    case 'thisMonth':
      return lastMonths(1)
    case 'lastMonth':
      return before(monthStart(asOf), 1)
    case 'thisQuarter':
      return { from: quarterStart, to: asOf, months: 3 }
    case 'lastQuarter':
      return before(quarterStart, 3)
    case 'last3Months':
      return lastMonths(3)
    case 'yearToDate':
      return { from: yearStart, to: asOf, months: 12 }
    case 'last12Months':
      return lastMonths(12)
    case 'last13Months':
      return lastMonths(13)
    case 'lastYear':
      return before(yearStart, 12)
    case 'all':
      return calendarPeriod(earlier(firstDay, asOf), asOf, asOf)
  }
}

/**
 * A period given by its days; recognises whole months, and months up to the as-of day. Days after the as-of day are cut
 * off: what is left of a quarter is then that quarter to date.
 */
export function calendarPeriod(from: Day, to: Day, asOf: Day): Period {
  const end = earlier(to, asOf)
  const aligned = isMonthStart(from) && (isMonthEnd(to) || end === asOf)
  return { from, to: end, months: aligned ? monthsTouched(from, isMonthEnd(to) ? to : end) : null }
}

/**
 * The shortest exact name of a period: a year, a quarter, a month, a span of months, or its two days.
 */
export function periodLabel({ from, to }: Period, locale: keyof Text): string {
  const year = from.slice(0, 4)
  const month = Number(from.slice(5, 7))
  const whole = isMonthStart(from) && to === monthEnd(to)
  const months = monthsTouched(from, to)
  const zh = locale === 'zh'
  if (whole && months === 12 && month === 1) return zh ? `${year}年` : year
  if (whole && months === 3 && month % 3 === 1) {
    const quarter = (month + 2) / 3
    return zh ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`
  }
  if (whole && months === 1) return monthLabel(from, locale)
  if (whole) return `${monthLabel(from, locale)}${zh ? '至' : ' – '}${monthLabel(to, locale)}`
  return from === to ? from : `${from}${zh ? '至' : ' – '}${to}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 2026年11月, Nov 2026. */
export function monthLabel(day: Day, locale: keyof Text): string {
  const month = Number(day.slice(5, 7))
  return locale === 'zh' ? `${day.slice(0, 4)}年${month}月` : `${MONTHS[month - 1]} ${day.slice(0, 4)}`
}
