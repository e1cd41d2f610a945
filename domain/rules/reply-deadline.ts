import type { Day } from '../time/day.js'
import { addWorkingDays, type WorkingCalendar, type WorkingDayRule } from './working-days.js'

/**
 * The last day on which the reply to the reporter is in time: so many working days after closing
 * (通知第9项：线索办结后3个工作日内回复给举报人).
 *
 * @returns null before the day from which the rule holds, and where the calendar is not published yet.
 */
export const replyDueOn = (closedOn: Day, rule: WorkingDayRule, calendar: WorkingCalendar): Day | null =>
  closedOn < rule.from ? null : addWorkingDays(closedOn, rule.workingDays, calendar)
