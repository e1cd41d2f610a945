import { type Day, lengthInDays } from '../time/day.js'

/** met: done within the limit. late: done after it. running: not done, the limit not passed. overdue: not done, passed. */
export type ClockState = 'met' | 'late' | 'running' | 'overdue'

/**
 * How a limit stands on a day: what is done on its last day is in time, and nothing is overdue on that day.
 *
 * @param done the day on which it was done; null: not yet.
 * @returns the state, and the days left on `asOf` (negative: past it), or those by which it was done before (or after) its end.
 */
export function clockState(due: Day, done: Day | null, asOf: Day): { state: ClockState; days: number } {
  const days = lengthInDays(done ?? asOf, due) - 1
  if (done !== null) return { state: days >= 0 ? 'met' : 'late', days }
  return { state: days >= 0 ? 'running' : 'overdue', days }
}
