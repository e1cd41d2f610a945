import { type Day, addDays, addMonths, earlier, lengthInDays, tenDayEnd, tenDayStart } from './day.js'

/** A distance in the calendar, at least 1: whole months, whole 旬, or days. */
export type Step = { readonly months: number } | { readonly tenDays: number } | { readonly days: number }

/**
 * The day `times` steps later (earlier when negative): the same place in the month or 旬 reached, or its last day where
 * it has no such place.
 */
export function stepped(day: Day, step: Step, times: number): Day {
  if ('days' in step) return addDays(day, times * step.days)
  if ('months' in step) return addMonths(day, times * step.months)
  const start = tenDayStart(day, times * step.tenDays)
  return earlier(addDays(start, lengthInDays(tenDayStart(day), day) - 1), tenDayEnd(start))
}
