import { informationComponent } from '../statistics/combinations/information-component.js'
import { locationQuotient } from '../statistics/concentration/location-quotient.js'
import { hypergeometricTails } from '../statistics/distributions/discrete.js'
import { benjaminiHochberg } from '../statistics/multiple-testing.js'
import {
  EVERYWHERE,
  type Family,
  type Place,
  axesOf,
  cellAt,
  cellOf,
  countCells,
  isWithin,
  placeOf,
} from './cells.js'
import { type Backing, backingOf } from './evidence.js'
import { type Known, rowsBetween } from './incidents.js'
import type { FlagThresholds } from './thresholds.js'

/** A combination of two members, and how much more often it occurs than its margins say. */
export interface Combination {
  readonly family: Family
  readonly cell: number
  readonly observed: number
  /** row × column ÷ all. */
  readonly expected: number
  /** Share of the column here ÷ its share everywhere, with the 95 % interval. */
  readonly quotient: number
  readonly lower: number
  readonly upper: number
  /** log₂ of observed ÷ expected, shrunk, with its interval; what combinations are ranked by. */
  readonly ic: number
  readonly icLower: number
  readonly icUpper: number
  /** P of so many or more, were row and column independent (Fisher). */
  readonly p: number
  readonly q: number
  readonly backing: Backing
  /** In how many of the last four quarters of the window it occurred. */
  readonly quarters: number
}

const QUARTER = 91

/**
 * Which pairs of a family occur more often than their margins say, over some days that end with the as-of day; all pairs
 * of at least so many cases are tested and are one family of tests. The lowest bound of the information component comes
 * first.
 */
export function combinationsOf(
  known: Known,
  family: Family,
  days: number,
  leastCases: number,
): Combination[] {
  const [first, second] = axesOf(family)
  if (first === undefined || second === undefined) return []
  const { incidents, asOf } = known
  const rows = rowsBetween(known, asOf - days + 1, asOf).filter((row) => cellOf(family, incidents, row) >= 0)
  const byCell = new Map<number, number[]>()
  for (const row of rows) {
    const cell = cellOf(family, incidents, row)
    const own = byCell.get(cell)
    if (own) own.push(row)
    else byCell.set(cell, [row])
  }
  const [across, down] = [countCells(first, incidents, rows), countCells(second, incidents, rows)]
  const tested = [...byCell].flatMap(([cell, own]) => {
    if (own.length < leastCases) return []
    const place = placeOf(family, cell)
    const ofRow = across.get(cellAt(first, place)) ?? 0
    const ofColumn = down.get(cellAt(second, place)) ?? 0
    return [pairOf(known, cell, Int32Array.from(own), ofRow, ofColumn, rows.length)]
  })
  const q = benjaminiHochberg(tested.map(({ p }) => p))
  return tested
    .map((pair, at) => ({ family, ...pair, q: q[at] ?? NaN }))
    .sort((a, b) => b.icLower - a.icLower)
}

function pairOf(
  { incidents, asOf }: Known,
  cell: number,
  own: Int32Array,
  ofRow: number,
  ofColumn: number,
  all: number,
) {
  const observed = own.length
  const expected = (ofRow * ofColumn) / all
  const { quotient, lower, upper } = locationQuotient(observed, ofRow, ofColumn, all)
  const { ic, lower: icLower, upper: icUpper } = informationComponent(observed, expected)
  const quarters = new Set(
    [...own].map((row) => Math.min(3, Math.floor((asOf - (incidents.day[row] ?? NaN)) / QUARTER))),
  )
  return {
    ...{ cell, observed, expected, ic, icLower, icUpper },
    quotient: quotient ?? NaN,
    lower: lower ?? NaN,
    upper: upper ?? NaN,
    p: hypergeometricTails(observed - 1, ofRow, all - ofRow, ofColumn).upper,
    backing: backingOf(incidents, own),
    quarters: quarters.size,
  }
}

/** 典型组合: frequent, more frequent than by chance, of several enterprises, and at most times. */
export const isTypicalCombination = (
  { observed, icLower, q, backing, quarters }: Combination,
  { combination: of }: FlagThresholds,
): boolean =>
  observed >= of.leastCases &&
  icLower > 0 &&
  q <= of.q &&
  backing.effectiveEnterprises >= of.effectiveEnterprises &&
  quarters >= of.quarters

/** 集中: a share here that is surely larger than everywhere, of several enterprises. */
export const isConcentrated = (
  { observed, quotient, lower, q, backing }: Combination,
  { concentrated: of }: FlagThresholds,
): boolean =>
  observed >= of.leastCases &&
  quotient >= of.quotient &&
  lower >= of.lowerQuotient &&
  q <= of.q &&
  backing.enterprises >= of.leastEnterprises

/** Was an issue in an area surely more than its share in some days before, if only by little? */
export function wasConcentrated(
  known: Known,
  place: Place,
  { from, to }: { readonly from: number; readonly to: number },
  { concentrated }: FlagThresholds,
): boolean {
  const { incidents } = known
  const rows = rowsBetween(known, from, to)
  const count = (of: Place): number => rows.filter((row) => isWithin(incidents, row, of)).length
  const here = count({ ...EVERYWHERE, region: place.region })
  const kind = count({ ...EVERYWHERE, issue: place.issue })
  const both = count(place)
  const { lower } = locationQuotient(both, here, kind, rows.length)
  return both >= concentrated.leastCases && (lower ?? 0) > 1
}
