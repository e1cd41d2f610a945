const DAY = 86_400_000

/** Months since 1970-01, of a day counted from 1970-01-01. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}

/** The first day of a month. */
export const firstDayOf = (month: number): number => Date.UTC(1970, month, 1) / DAY

/** The last month that is over by the end of a day. */
export function lastWholeMonth(day: number): number {
  const month = monthOf(day)
  return firstDayOf(month + 1) - 1 <= day ? month : month - 1
}

/** The first month that is whole in data that begin on a day. */
export function firstWholeMonth(day: number): number {
  const month = monthOf(day)
  return firstDayOf(month) === day ? month : month + 1
}
