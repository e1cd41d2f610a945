import { Temporal } from 'temporal-polyfill'

/** A calendar day, ISO 8601 `yyyy-mm-dd`; days compare as texts. */
export type Day = string

/** Parses a day. @throws RangeError when the text is no calendar day. */
export const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day, { overflow: 'reject' })

/** Is the text a calendar day of the years 1900–2299 (those that the warehouse can hold), written yyyy-mm-dd? */
export function isDay(text: string): boolean {
  if (!/^(19|2[0-2])\d\d-\d\d-\d\d$/.test(text)) return false
  try {
    return plain(text).toString() === text
  } catch {
    return false
  }
}

/** A day as it is reckoned with where it is done for every bucket: milliseconds of UTC, which has no days of 23 hours. */
const DAY_LENGTH = 86_400_000

/** The day `days` later (earlier when negative). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_LENGTH).toISOString().slice(0, 10)

/** The same day of the month `months` later; the month's last day where there is no such day. */
export function addMonths(day: Day, months: number): Day {
  const start = monthStart(day, months)
  return earlier(`${start.slice(0, 8)}${day.slice(8)}`, monthEnd(start))
}

/** Days from `from` to `to`, both counted; 0 or less when `to` is before `from`. */
export const lengthInDays = (from: Day, to: Day): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_LENGTH + 1

/** The day of the month, 1–31. */
export const dayOfMonth = (day: Day): number => Number(day.slice(8))

export const isMonthStart = (day: Day): boolean => day.endsWith('-01')

export const isMonthEnd = (day: Day): boolean => isMonthStart(addDays(day, 1))

/** The last day of the day's month. */
export const monthEnd = (day: Day): Day => addDays(monthStart(day, 1), -1)

/** The first day of the month, `months` months away from the day's. */
export function monthStart(day: Day, months = 0): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** The first day of the 旬 (1st to 10th, 11th to 20th, 21st to the month's end), `count` 旬 away from the day's. */
export function tenDayStart(day: Day, count = 0): Day {
  const index = Math.min(Math.floor((dayOfMonth(day) - 1) / 10), 2) + count
  const months = Math.floor(index / 3)
  return addDays(monthStart(day, months), (index - months * 3) * 10)
}

/** The last day of the day's 旬. */
export const tenDayEnd = (day: Day): Day => addDays(tenDayStart(day, 1), -1)

/** The number of calendar months that the days from `from` to `to` touch. */
export function monthsTouched(from: Day, to: Day): number {
  const first = plain(from)
  const last = plain(to)
  return (last.year - first.year) * 12 + last.month - first.month + 1
}

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

const EPOCH = plain('1970-01-01')

/** Days from 1970-01-01 to the day; negative before it. */
export const daysSince1970 = (day: Day): number => EPOCH.until(plain(day)).days
