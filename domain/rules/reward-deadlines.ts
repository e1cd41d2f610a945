import { type Day, addDays } from '../time/day.js'
import { type Dated, ruleOn } from './dated.js'

/** A limit in calendar days. */
export interface CalendarDayRule extends Dated {
  readonly days: number
}

/**
 * The last day of a limit that is so many calendar days after an event; the day of the event is not counted (民法典第201条).
 *
 * - payment: decision to reward → payment. The notice asks for timely payment (通知第二部分：及时兑现举报奖励) without a limit:
 *   the office's own setting.
 * - claim: notice to the reporter → claiming the reward (安监总财〔2018〕19号: 60 days, later is given up; to be held against the
 *   text before it is used, so the office marks it as proposed).
 *
 * @returns null where no version of the rule holds on the day.
 */
export function calendarDayDueOn(eventOn: Day, versions: readonly CalendarDayRule[]): Day | null {
  const rule = ruleOn(versions, eventOn)
  return rule && addDays(eventOn, rule.days)
}
