import { addDays, plain, type Day } from '../time/day.js'
import type { Dated } from './dated.js'

/** A day on which the week's order does not hold: a statutory holiday, or a 调休 day on which one works all the same. */
interface SpecialDay {
  readonly day: Day
  readonly kind: 'holiday' | 'workday'
}

/** Which days are worked on. Monday to Friday where the calendar is silent. */
export interface WorkingCalendar {
  readonly special: ReadonlyMap<Day, SpecialDay['kind']>
  /** The last day for which the calendar is published; null: no day is. */
  readonly knownUntil: Day | null
}

/** A limit in working days (行政处罚法第85条 counts short limits so; the notice says 工作日 itself). */
export interface WorkingDayRule extends Dated {
  readonly workingDays: number
}

/** Makes an office's calendar ready to be asked. */
export const workingCalendar = (days: readonly SpecialDay[], knownUntil: Day | null): WorkingCalendar => ({
  special: new Map(days.map(({ day, kind }) => [day, kind])),
  knownUntil,
})

/**
 * The n-th working day after a day, which itself is not counted (民法典第201条: 开始的当日不计入); for 0 the day itself.
 * Holidays and 调休 are the State Council's, published a year ahead at most, so a later day is never computed in silence.
 *
 * @param n a whole number from 0 up.
 * @returns null （日历未公布） when a day that has to be looked at lies after the published calendar.
 */
export function addWorkingDays(day: Day, n: number, calendar: WorkingCalendar): Day | null {
  let at = day
  for (let left = n; left > 0;) {
    at = addDays(at, 1)
    if (calendar.knownUntil === null || at > calendar.knownUntil) return null
    if (isWorkingDay(at, calendar)) left--
  }
  return at
}

/**
 * The day itself if it is worked on, else the first working day after it (民法典第203条: 期间的最后一日是法定休假日的，以法定休假日
 * 结束的次日为期间的最后一日).
 *
 * @returns null （日历未公布） when a day that has to be looked at lies after the published calendar.
 */
export function rolledPastRest(day: Day, calendar: WorkingCalendar): Day | null {
  for (let at = day; calendar.knownUntil !== null && at <= calendar.knownUntil; at = addDays(at, 1))
    if (isWorkingDay(at, calendar)) return at
  return null
}

function isWorkingDay(day: Day, { special }: WorkingCalendar): boolean {
  const kind = special.get(day)
  return kind === undefined ? plain(day).dayOfWeek <= 5 : kind === 'workday'
}
