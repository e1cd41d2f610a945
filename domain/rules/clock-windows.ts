import { type Day, addDays } from '../time/day.js'
import { type WorkingCalendar, addWorkingDays } from './working-days.js'

/** From how many days before its end a limit counts as 临期: calendar days, and working days for limits counted in these. */
export interface SoonRule {
  readonly days: number
  readonly workingDays: number
}

/** Days on which limits end, both inclusive; null where there are none. */
export interface Window {
  readonly from: Day
  readonly to: Day
}

/** Where a limit ends, seen from a day: 超期 is before today, which has a window of its own, 临期 after it. */
export interface ClockWindows {
  readonly overdue: Window
  readonly today: Window
  /** Null where the office wants none, or the calendar is not published far enough. */
  readonly soon: Window | null
  /** The next 30 days, today not among them. */
  readonly ahead: Window
}

/** Before all days that a warehouse holds. */
const FIRST = '1900-01-01'
const DAYS_AHEAD = 30

/**
 * The windows of a board of limits on a day (通知第13项: what is not accepted, answered, closed in time is to be urged).
 *
 * @param inWorkingDays the limit is counted in working days, and so is what is left of it.
 */
export function clockWindows(
  asOf: Day,
  soon: SoonRule,
  inWorkingDays: boolean,
  calendar: WorkingCalendar,
): ClockWindows {
  const from = addDays(asOf, 1)
  const last = inWorkingDays ? addWorkingDays(asOf, soon.workingDays, calendar) : addDays(asOf, soon.days)
  return {
    overdue: { from: FIRST, to: addDays(asOf, -1) },
    today: { from: asOf, to: asOf },
    soon: last !== null && last >= from ? { from, to: last } : null,
    ahead: { from, to: addDays(asOf, DAYS_AHEAD) },
  }
}
