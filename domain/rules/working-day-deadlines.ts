import type { Day } from '../time/day.js'
import { ruleOn } from './dated.js'
import { addWorkingDays, type WorkingCalendar, type WorkingDayRule } from './working-days.js'

/**
 * The last day of a limit that is so many working days after an event: for each rule the event is another, the reckoning
 * is one.
 *
 * - acceptance: receipt → decision on acceptance. The notice punishes 「未按规定时限受理」(通知第13项) but names no limit, so
 *   the number is the office's own setting.
 * - signIn: 交办、转办 → 签收. The notice asks that reports of both systems be handled without delay (通知第11项) and names no
 *   limit: the office's own setting.
 * - reply: closing → reply to the reporter (通知第9项：线索办结后3个工作日内回复给举报人).
 * - refusal, rewardRefusal: decision not to accept, not to reward → telling the reporter (通知第9项：不予立案（或不予奖励）的，
 *   在作出决定的3个工作日内反馈给举报人).
 *
 * @returns null where no version of the rule holds on the day, and where the calendar is not published far enough.
 */
export function workingDayDueOn(
  eventOn: Day,
  versions: readonly WorkingDayRule[],
  calendar: WorkingCalendar,
): Day | null {
  const rule = ruleOn(versions, eventOn)
  return rule && addWorkingDays(eventOn, rule.workingDays, calendar)
}
