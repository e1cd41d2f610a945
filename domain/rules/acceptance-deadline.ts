import type { Day } from '../time/day.js'
import { addWorkingDays, type WorkingCalendar, type WorkingDayRule } from './working-days.js'

/**
 * The last day on which deciding on acceptance (受理、不予受理) is in time: so many working days after receipt. The notice
 * punishes 「未按规定时限受理」(通知第13项) but names no limit, so the number is the office's own setting.
 *
 * @returns null before the day from which the rule holds, and where the calendar is not published yet.
 */
export const acceptanceDueOn = (
  receivedOn: Day,
  rule: WorkingDayRule,
  calendar: WorkingCalendar,
): Day | null => (receivedOn < rule.from ? null : addWorkingDays(receivedOn, rule.workingDays, calendar))
