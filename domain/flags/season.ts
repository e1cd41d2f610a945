import { type Family, cellOf } from './cells.js'
import type { Known } from './incidents.js'

const YEAR = 365
const MOST_YEARS = 5
/** Holidays of the moon's calendar move by so many days: the season is the busiest of three places. */
const SHIFTS = [-20, 0, 20] as const
/** So many cases of “as always” go into a season: few cases make none. */
const PRIOR = 3

/**
 * How many times as many cases the time of year has as the year has on average, by cell of a family: windows of the same
 * season of past years against the year before each, at most five of them. It explains, it does not accuse: seasons
 * below the mean count as the mean, and a holiday that moves (Spring Festival) is met where it was.
 *
 * @param windowDays days of the window that ends with the as-of day.
 * @returns 1 for cells of which nothing is known, and for all while there is no whole year before the last.
 */
export function seasonsOf(known: Known, family: Family, windowDays: number): (cell: number) => number {
  const { incidents, asOf, firstDay, rows } = known
  const years = Math.min(MOST_YEARS, Math.floor((asOf - firstDay + 1 - windowDays - 20) / YEAR) - 1)
  if (years < 1) return () => 1
  const inside = SHIFTS.map(() => new Map<number, number>())
  const around = new Map<number, number>()
  const add = (to: Map<number, number>, cell: number, by: number) => to.set(cell, (to.get(cell) ?? 0) + by)
  for (const row of rows) {
    const ago = asOf - (incidents.day[row] ?? NaN)
    // The years before the latest window, each YEAR long; today's window lies in none of them.
    const past = Math.floor((ago - windowDays) / YEAR)
    const cell = cellOf(family, incidents, row)
    if (cell < 0) continue
    if (past >= 0 && past <= years) add(around, cell, 1)
    SHIFTS.forEach((shift, at) => {
      const year = Math.round((ago - shift - windowDays / 2) / YEAR)
      const place = ago - shift - year * YEAR
      if (year >= 1 && year <= years && place >= 0 && place < windowDays) add(inside[at]!, cell, 1)
    })
  }
  const windows = ((years + 1) * YEAR) / windowDays
  return (cell) => {
    const expected = ((around.get(cell) ?? 0) / windows) * years
    const most = Math.max(...inside.map((counts) => counts.get(cell) ?? 0))
    return Math.max(1, (most + PRIOR) / (expected + PRIOR))
  }
}
