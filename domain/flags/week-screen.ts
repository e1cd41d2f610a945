import { farringtonFlexible } from '../statistics/emerging/farrington.js'
import { benjaminiHochberg } from '../statistics/multiple-testing.js'
import { type Family, cellOf, countCells, rowsOfCells } from './cells.js'
import { type Known, rowsBetween } from './incidents.js'
import { lotsOf } from './lots.js'
import { criticalCount, ofVariance } from './predictive.js'
import type { Tested } from './tested.js'
import type { FlagThresholds } from './thresholds.js'

const WEEKS_OF_YEAR = 52
const MOST_YEARS = 5

/** The last day of the last whole week (Monday to Sunday) by a day; 1970-01-04 was a Sunday. */
export const lastSunday = (day: number): number => day - ((((day - 3) % 7) + 7) % 7)

/** Periods of some weeks that end with the last whole week, and how many whole years of them there are. */
interface Grid {
  readonly last: number
  readonly length: number
  readonly perYear: number
  readonly years: number
}

function gridOf({ asOf, firstDay }: Known, { weeks }: FlagThresholds['emerging']): Grid {
  const last = lastSunday(asOf)
  const length = 7 * weeks
  const perYear = WEEKS_OF_YEAR / weeks
  const periods = Math.floor((last - firstDay + 1) / length)
  return {
    last,
    length,
    perYear,
    years: Math.min(MOST_YEARS, Math.floor((periods - MARGIN / weeks) / perYear)),
  }
}

/** Weeks beside the same season of the first year. */
const MARGIN = 4

/**
 * Which cells of a family have a series that is long and high enough to be judged by weeks: cases enough in the last year,
 * and half of that in every year that it is held against. What was hardly known a year before has no season yet.
 */
export function longCells(known: Known, family: Family, { emerging }: FlagThresholds): ReadonlySet<number> {
  const { last, years } = gridOf(known, emerging)
  if (years < emerging.longYears) return new Set()
  const yearOf = (ago: number): Map<number, number> => {
    const to = last - ago * 7 * WEEKS_OF_YEAR
    return countCells(family, known.incidents, rowsBetween(known, to - 7 * WEEKS_OF_YEAR + 1, to))
  }
  const before = Array.from({ length: emerging.longYears - 1 }, (_, at) => yearOf(at + 1))
  return new Set(
    [...yearOf(0)].flatMap(([cell, count]) =>
      count >= emerging.longCases && before.every((year) => (year.get(cell) ?? 0) * 2 >= emerging.longCases)
        ? [cell]
        : [],
    ),
  )
}

/**
 * The long series of a family: the last whole weeks against all weeks of up to five years, with season, trend and past
 * outbreaks weighted down (improved Farrington method; one look a week, since days within a week are one look).
 */
export function screenWeeks(
  known: Known,
  family: Family,
  { emerging }: FlagThresholds,
  cells: ReadonlySet<number>,
  alertShare: number,
): Tested[] {
  if (cells.size === 0) return []
  const { last, length, perYear, years } = gridOf(known, emerging)
  const { incidents } = known
  const series = weeklySeries(known, family, cells, { last, length })
  const latest = rowsOfCells(family, incidents, rowsBetween(known, last - length + 1, last))
  const alpha = Math.min(0.005, (alertShare * emerging.weeks) / WEEKS_OF_YEAR / cells.size)
  const judged = [...series].map(([cell, counts]) => {
    const at = counts.length - 1
    const found = farringtonFlexible(counts, at, {
      calendar: { perYear },
      years,
      halfWidth: emerging.weeks === 1 ? 3 : 1,
      levels: emerging.weeks === 1 ? 10 : 4,
      skipLatest: Math.round(26 / emerging.weeks),
      alpha,
      threshold: 'negativeBinomial',
      trend: true,
      trendP: 1,
      reweight: true,
      outbreakResidual: 2.58,
      least: { cases: 5, periods: Math.ceil(4 / emerging.weeks) },
    })
    const lots = lotsOf(incidents, Int32Array.from(latest.get(cell) ?? []), length)
    const dispersion = Math.max(found.dispersion, lots)
    // What came in lots is judged by lots; else as the method has it.
    const isInLots = lots > found.dispersion
    const predictive = ofVariance(found.expected, dispersion * found.expected)
    const p = isInLots ? predictive.tails(found.observed - 1).upper : found.p
    const bound = isInLots ? criticalCount(predictive, alpha, 1) - 1 : found.upperBound
    return { cell, found, p, dispersion, bound }
  })
  const q = benjaminiHochberg(judged.map(({ p }) => p))
  return judged.map(({ cell, found, p, dispersion, bound }, at) => ({
    family,
    cell,
    regime: 'weeks',
    observed: found.observed,
    expected: found.expected,
    p: found.isTooFew ? 1 : p,
    q: q[at] ?? NaN,
    perYear: found.isTooFew ? Infinity : p * cells.size * (WEEKS_OF_YEAR / emerging.weeks),
    from: last - length + 1,
    to: last,
    before: Math.round(found.expected),
    windows: 1,
    season: 1,
    seasonCases: Infinity,
    dispersion,
    bound,
  }))
}

/** Counts by period of each cell, the latest last; a period that the data only begin in is left out. */
export function weeklySeries(
  { incidents, firstDay, rows }: Known,
  family: Family,
  cells: ReadonlySet<number>,
  { last, length }: { readonly last: number; readonly length: number },
): Map<number, number[]> {
  const periods = Math.floor((last - firstDay + 1) / length)
  const series = new Map([...cells].map((cell) => [cell, Array.from({ length: periods }, () => 0)]))
  for (const row of rows) {
    const ago = last - (incidents.day[row] ?? NaN)
    if (ago < 0) continue
    const at = periods - 1 - Math.floor(ago / length)
    const own = at < 0 ? undefined : series.get(cellOf(family, incidents, row))
    if (own) own[at]!++
  }
  return series
}
