import { type Family, cellOf, countCells, placeOf } from './cells.js'
import type { Known } from './incidents.js'

const YEAR = 365
const MOST_YEARS = 5
/** Holidays of the moon's calendar move by so many days: the season is the busiest of three places. */
const SHIFTS = [-20, 0, 20] as const
/** So many cases of “as the sector”, or of “as always”, go into a season: few cases make none of their own. */
const PRIOR = 3

/** What the time of year makes of a cell's cases. */
export interface Season {
  /** How many times as many as the year has on average. */
  readonly ratio: number
  /** It is as sure as a count of so many; Infinity where it is not an estimate. */
  readonly cases: number
}

const NO_SEASON: Season = { ratio: 1, cases: Infinity }

/** Cases of past years at this time of year, by cell, at each of three places, and what equal days would have there. */
interface Counted {
  readonly inside: readonly ReadonlyMap<number, number>[]
  readonly expected: (cell: number) => number
}

/**
 * How many times as many cases the time of year has as the year has on average, by cell of a family: windows of the same
 * season of past years against the year before each, at most five of them. A holiday that moves (Spring Festival) is met
 * where it was: the season is the busiest of three places. An issue borrows from its sector what it has too few cases
 * for. How sure a season is goes into what is predicted.
 *
 * @param windowDays days of the window that ends with the as-of day.
 * @returns the mean for cells of which nothing is known, and for all while there is no whole year before the last.
 */
export function seasonsOf(known: Known, family: Family, windowDays: number): (cell: number) => Season {
  const { asOf, firstDay } = known
  const years = Math.min(MOST_YEARS, Math.floor((asOf - firstDay + 1 - windowDays - 20) / YEAR) - 1)
  if (years < 1) return () => NO_SEASON
  const own = countSeason(known, family, windowDays, years)
  const lent = family === 'issue' ? countSeason(known, 'industry', windowDays, years) : null
  const sectors = family === 'issue' ? sectorsOf(known) : new Map<number, number>()
  return (cell) => {
    const sector = sectors.get(cell)
    const ofSector = (at: number): number => (lent && sector !== undefined ? ratioAt(lent, sector, at, 1) : 1)
    const ratio = Math.max(...SHIFTS.map((_, at) => ratioAt(own, cell, at, ofSector(at))))
    return { ratio, cases: ratio * (own.expected(cell) + PRIOR) }
  }
}

/** The ratio at one place, with a few cases of another ratio mixed in. */
function ratioAt({ inside, expected }: Counted, cell: number, at: number, other: number): number {
  return ((inside[at]?.get(cell) ?? 0) + PRIOR * other) / (expected(cell) + PRIOR)
}

/** The sector that most of an issue's cases are of. */
function sectorsOf({ incidents, rows }: Known): Map<number, number> {
  const pairs = countCells('industryIssue', incidents, rows)
  const sectors = new Map<number, { readonly sector: number; readonly count: number }>()
  for (const [pair, count] of pairs) {
    const { industry, issue } = placeOf('industryIssue', pair)
    if (count > (sectors.get(issue)?.count ?? 0)) sectors.set(issue, { sector: industry, count })
  }
  return new Map([...sectors].map(([issue, { sector }]) => [issue, sector]))
}

function countSeason(known: Known, family: Family, windowDays: number, years: number): Counted {
  const { incidents, asOf, rows } = known
  const inside = SHIFTS.map(() => new Map<number, number>())
  const around = new Map<number, number>()
  const add = (to: Map<number, number>, cell: number) => to.set(cell, (to.get(cell) ?? 0) + 1)
  for (const row of rows) {
    const ago = asOf - (incidents.day[row] ?? NaN)
    // The years before the latest window, each YEAR long; today's window lies in none of them.
    const past = Math.floor((ago - windowDays) / YEAR)
    const cell = cellOf(family, incidents, row)
    if (cell < 0) continue
    if (past >= 0 && past <= years) add(around, cell)
    SHIFTS.forEach((shift, at) => {
      const year = Math.round((ago - shift - windowDays / 2) / YEAR)
      const place = ago - shift - year * YEAR
      if (year >= 1 && year <= years && place >= 0 && place < windowDays) add(inside[at]!, cell)
    })
  }
  const windows = ((years + 1) * YEAR) / windowDays
  return { inside, expected: (cell) => ((around.get(cell) ?? 0) / windows) * years }
}

/** So many degrees of freedom speak for no more variation than Poisson's. */
const AS_POISSON = 12
/** Windows of a year that a cell's own variation is judged by; the latest is not among them. */
const WINDOWS = 12

/**
 * How much more than Poisson the counts of a cell vary when season and level of the year are taken out: Pearson's X² of
 * its table of years by windows of the year ÷ degrees of freedom, at least 1. A season that were left in would widen
 * every prediction by itself, on top of being allowed for.
 * P. McCullagh, J. Nelder, Generalized Linear Models (1989) 4.5.2.
 *
 * A few degrees of freedom of “as Poisson” are mixed in: of little, much variation is chance.
 *
 * @returns null for a cell with less than a case a window, and for all while there is no whole year before the last.
 */
export function variationsOf(
  known: Known,
  family: Family,
  windowDays: number,
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
    return table ? variationOf(table, years) : null
  }
}

function variationOf(table: Int32Array, years: number): number | null {
  const ofYear = new Float64Array(years)
  const ofWindow = new Float64Array(WINDOWS)
  let all = 0
  table.forEach((count, at) => {
    ofYear[Math.floor(at / WINDOWS)]! += count
    ofWindow[at % WINDOWS]! += count
    all += count
  })
  if (all < table.length) return null
  const parts = (sums: Float64Array): number => sums.filter((sum) => sum > 0).length - 1
  const freedom = parts(ofYear) * parts(ofWindow)
  if (freedom < 1) return null
  const x2 = table.reduce((sum, count, at) => {
    const expected = (ofYear[Math.floor(at / WINDOWS)]! * ofWindow[at % WINDOWS]!) / all
    return expected > 0 ? sum + (count - expected) ** 2 / expected : sum
  }, 0)
  return Math.max(1, (x2 + AS_POISSON) / (freedom + AS_POISSON))
}
