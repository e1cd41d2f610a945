import { type Day, addDays } from '../time/day.js'
import { type Dated, ruleOn } from './dated.js'
import { type WorkingCalendar, rolledPastRest } from './working-days.js'

/** How long closing may take: calendar days from acceptance, and the longest extension. */
export interface ClosingRule extends Dated {
  readonly days: number
  readonly extensionDays: number
  /** A last day on which one rests moves to the next working day (民法典第203条). The notice does not say so. */
  readonly rollsPastHoliday: boolean
  /** Days on which the case was paused do not count. The notice knows no pause. */
  readonly pauses: boolean
}

export interface ClosingDates {
  readonly acceptedOn: Day
  /** The day on which an extension was approved. */
  readonly extendedOn: Day | null
  /** Days asked for; 0 with an approval means the longest. */
  readonly extensionDays: number
  /** Days for which the case was paused; they count only where the rule knows pauses. */
  readonly pausedDays: number
}

/** `late`: approved after the first limit had run out, so it does not count. `capped`: longer than the rule allows. */
export type Extension = 'none' | 'granted' | 'capped' | 'late'

export interface ClosingDue {
  /** The limit in force; null （日历未公布） where it rolls and the calendar is not published far enough. */
  readonly dueOn: Day | null
  /** The limit before any extension: until it an extension can be approved. Null as `dueOn`. */
  readonly firstDueOn: Day | null
  /** The limit as it would be without the pause; null where no pause moved it. */
  readonly unpausedDueOn: Day | null
  readonly extension: Extension
}

/**
 * The last day on which closing is in time. The day of acceptance is not counted and every calendar day is
 * (通知第7项：自受理之日起60日内办结，有条件延期30日; 民法典第201条). One extension counts, if it was approved on or before the first
 * last day. Whether a last day on a holiday moves (民法典第203条), and whether days of a pause count, is said by the office.
 *
 * @returns null where no version of the rule holds on the day of acceptance.
 */
export function closingDueOn(
  dates: ClosingDates,
  versions: readonly ClosingRule[],
  calendar: WorkingCalendar,
): ClosingDue | null {
  const rule = ruleOn(versions, dates.acceptedOn)
  if (rule === null) return null
  const isPaused = rule.pauses && dates.pausedDays > 0
  const inForce = reckoned(dates, rule, calendar, isPaused ? dates.pausedDays : 0)
  const unpaused = isPaused ? reckoned(dates, rule, calendar, 0).dueOn : null
  return { ...inForce, unpausedDueOn: unpaused }
}

function reckoned(
  { acceptedOn, extendedOn, extensionDays }: ClosingDates,
  rule: ClosingRule,
  calendar: WorkingCalendar,
  pausedDays: number,
): Omit<ClosingDue, 'unpausedDueOn'> {
  const roll = (day: Day): Day | null => (rule.rollsPastHoliday ? rolledPastRest(day, calendar) : day)
  const first = addDays(acceptedOn, rule.days + pausedDays)
  const firstDueOn = roll(first)
  if (extendedOn === null) return { dueOn: firstDueOn, firstDueOn, extension: 'none' }
  if (extendedOn > (firstDueOn ?? first)) return { dueOn: firstDueOn, firstDueOn, extension: 'late' }
  const asked = extensionDays > 0 ? extensionDays : rule.extensionDays
  const days = Math.min(asked, rule.extensionDays)
  return { dueOn: roll(addDays(first, days)), firstDueOn, extension: asked > days ? 'capped' : 'granted' }
}
