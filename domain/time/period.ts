import type { Text } from '../metrics/model.js'
import {
  type Day,
  addDays,
  earlier,
  isMonthEnd,
  isMonthStart,
  lengthInDays,
  monthStart,
  monthsTouched,
} from './day.js'
import { type Grain, UNIT_STEP, bucketLabel, unitEnd, unitStart } from './grain.js'
import { type Step, stepped } from './step.js'

/** Days from `from` to `to`, both counted. */
export interface Period {
  readonly from: Day
  readonly to: Day
  /**
   * How far back the period before begins: the calendar length of the whole of which this is all, or the part up to the
   * as-of day (a quarter to date: 3 months). As many days as it has where it is no part of the calendar.
   */
  readonly step: Step
}

/** From short to long. */
export const PERIOD_PRESETS = {
  thisWeek: { zh: '本周', en: 'This week' },
  lastWeek: { zh: '上周', en: 'Last week' },
  last7Days: { zh: '近7天', en: 'Last 7 days' },
  thisTenDays: { zh: '本旬', en: 'This third of the month' },
  lastTenDays: { zh: '上一旬', en: 'Last third of a month' },
  thisMonth: { zh: '本月', en: 'This month' },
  lastMonth: { zh: '上月', en: 'Last month' },
  last30Days: { zh: '近30天', en: 'Last 30 days' },
  thisQuarter: { zh: '本季度', en: 'This quarter' },
  lastQuarter: { zh: '上季度', en: 'Last quarter' },
  last3Months: { zh: '近3个月', en: 'Last 3 months' },
  last90Days: { zh: '近90天', en: 'Last 90 days' },
  thisHalfYear: { zh: '本半年', en: 'This half-year' },
  lastHalfYear: { zh: '上一个半年', en: 'Last half-year' },
  yearToDate: { zh: '今年以来', en: 'Year to date' },
  last12Months: { zh: '近12个月', en: 'Last 12 months' },
  last13Months: { zh: '近13个月', en: 'Last 13 months' },
  lastYear: { zh: '去年', en: 'Last year' },
  all: { zh: '全部', en: 'All' },
} as const satisfies Record<string, Text>

export type PeriodPreset = keyof typeof PERIOD_PRESETS

/**
 * Resolves a word for a period against the day up to which the data is complete, never against the clock.
 * "This …" and "last N …" end on the as-of day; the last N months are N calendar months, the current one to date.
 *
 * @param firstDay the first day of the data; only `all` begins there.
 */
export function resolvePreset(preset: PeriodPreset, asOf: Day, firstDay: Day): Period {
  const toDate = (grain: Grain): Period => ({
    from: unitStart(asOf, grain),
    to: asOf,
    step: UNIT_STEP[grain],
  })
  const before = (grain: Grain): Period => {
    const { from, step } = toDate(grain)
    return { from: stepped(from, step, -1), to: addDays(from, -1), step }
  }
  const lastDays = (days: number): Period => ({ from: addDays(asOf, 1 - days), to: asOf, step: { days } })
  const lastMonths = (months: number): Period => ({
    from: monthStart(asOf, 1 - months),
    to: asOf,
    step: { months },
  })
  switch (preset) {
    case 'thisWeek':
      return toDate('week')
    case 'lastWeek':
      return before('week')
    case 'last7Days':
      return lastDays(7)
    case 'thisTenDays':
      return toDate('tenDay')
    case 'lastTenDays':
      return before('tenDay')
    case 'thisMonth':
      return toDate('month')
    case 'lastMonth':
      return before('month')
    case 'last30Days':
      return lastDays(30)
    case 'thisQuarter':
      return toDate('quarter')
    case 'lastQuarter':
      return before('quarter')
    case 'last3Months':
      return lastMonths(3)
    case 'last90Days':
      return lastDays(90)
    case 'thisHalfYear':
      return toDate('halfYear')
    case 'lastHalfYear':
      return before('halfYear')
    case 'yearToDate':
      return toDate('year')
    case 'last12Months':
      return lastMonths(12)
    case 'last13Months':
      return lastMonths(13)
    case 'lastYear':
      return before('year')
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
  const step = aligned
    ? { months: monthsTouched(from, isMonthEnd(to) ? to : end) }
    : { days: lengthInDays(from, end) }
  return { from, to: end, step }
}

/** Units by whose names a period may be called, from long to short. */
const NAMED = ['year', 'halfYear', 'quarter', 'month', 'tenDay'] as const satisfies readonly Grain[]

/** The first day that the warehouse can hold; a period that begins there has no beginning. */
const FIRST_DAY = '1900-01-01'

/**
 * The shortest exact name of a period: a year, half-year, quarter, month or 旬, a span of months, or its two days.
 */
export function periodLabel({ from, to }: { from: Day; to: Day }, locale: keyof Text): string {
  const unit = NAMED.find((grain) => from === unitStart(from, grain) && to === unitEnd(from, grain))
  if (unit) return bucketLabel(from, unit, locale)
  const span = (first: string, last: string) => `${first}${locale === 'zh' ? '至' : ' – '}${last}`
  if (isMonthStart(from) && isMonthEnd(to)) {
    return span(bucketLabel(from, 'month', locale), bucketLabel(unitStart(to, 'month'), 'month', locale))
  }
  if (from <= FIRST_DAY) return locale === 'zh' ? `${to}及以前` : `up to ${to}`
  return from === to ? from : span(from, to)
}
