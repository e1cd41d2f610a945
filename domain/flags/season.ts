import { type Family, cellOf } from './cells.js'
import type { Known } from './incidents.js'

const YEAR = 365
const MOST_YEARS = 5
/** Holidays of the moon's calendar move by so many days: the season is the busiest of three places. */
const SHIFTS = [-20, 0, 20] as const
/** So many cases of “as always” go into a season: few cases make none. */
const PRIOR = 3

/** What the time of year makes of a cell's cases. */
export interface Season {
  /** How many times as many as the year has on average. */
  readonly ratio: number
  /** It is as sure as a count of so many; Infinity where it is not an estimate. */
  readonly cases: number
}

const NO_SEASON: Season = { ratio: 1, cases: Infinity }

/**
 * How many times as many cases the time of year has as the year has on average, by cell of a family: windows of the same
 * season of past years against the year before each, at most five of them. A holiday that moves (Spring Festival) is met
 * where it was: the season is the busiest of three places. How sure it is goes into what is predicted.
 *
 * @param windowDays days of the window that ends with the as-of day.
 * @returns the mean for cells of which nothing is known, and for all while there is no whole year before the last.
 */
export function seasonsOf(known: Known, family: Family, windowDays: number): (cell: number) => Season {
  const { incidents, asOf, firstDay, rows } = known
  const years = Math.min(MOST_YEARS, Math.floor((asOf - firstDay + 1 - windowDays - 20) / YEAR) - 1)
  if (years < 1) return () => NO_SEASON
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
    return { ratio: (most + PRIOR) / (expected + PRIOR), cases: most + PRIOR }
  }
}

/** Windows of a year that a cell's own variation is judged by; the latest is not among them. */
const WINDOWS = 12

/**
 * How much more than Poisson the counts of a cell vary when season and level of the year are taken out: Pearson's X² of
 * its table of years by windows of the year ÷ degrees of freedom, at least 1. A season that were left in would widen
 * every prediction by itself, on top of being allowed for.
 * P. McCullagh, J. Nelder, Generalized Linear Models (1989) 4.5.2.
 *
 * @returns null for a cell with fewer cases than `least`, and for all while there is no whole year before the last.
 */
export function variationsOf(
  known: Known,
  family: Family,
  windowDays: number,
  least: number,
): (cell: number) => number | null {
  const { incidents, asOf, firstDay, rows } = known
  const years = Math.min(MOST_YEARS, Math.floor((asOf - firstDay + 1 - windowDays) / YEAR))
  if (years < 2) return () => null
  const tables = new Map<number, Int32Array>()
  for (const row of rows) {
    const ago = asOf - (incidents.day[row] ?? NaN) - windowDays
    const year = Math.floor(ago / YEAR)
    const window = Math.floor((ago - year * YEAR) / windowDays)
    if (year < 0 || year >= years || window >= WINDOWS) continue
    const cell = cellOf(family, incidents, row)
    if (cell < 0) continue
    let own = tables.get(cell)
    if (!own) tables.set(cell, (own = new Int32Array(years * WINDOWS)))
    own[year * WINDOWS + window]!++
  }
  return (cell) => {
    const table = tables.get(cell)
    return table ? variationOf(table, years, least) : null
  }
}

function variationOf(table: Int32Array, years: number, least: number): number | null {
  const ofYear = new Float64Array(years)
  const ofWindow = new Float64Array(WINDOWS)
  let all = 0
  table.forEach((count, at) => {
    ofYear[Math.floor(at / WINDOWS)]! += count
    ofWindow[at % WINDOWS]! += count
    all += count
  })
  if (all < least) return null
  const parts = (sums: Float64Array): number => sums.filter((sum) => sum > 0).length - 1
  const freedom = parts(ofYear) * parts(ofWindow)
  if (freedom < 1) return null
  const x2 = table.reduce((sum, count, at) => {
    const expected = (ofYear[Math.floor(at / WINDOWS)]! * ofWindow[at % WINDOWS]!) / all
    return expected > 0 ? sum + (count - expected) ** 2 / expected : sum
  }, 0)
  return Math.max(1, x2 / freedom)
}
