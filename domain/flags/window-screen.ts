import { benjaminiHochberg } from '../statistics/multiple-testing.js'
import { type Look, chancePerYear, slidingLooks } from './budget.js'
import { type Family, axesOf, cellAt, cellOf, countCells, placeOf, rowsOfCells } from './cells.js'
import { type Known, rowsBetween } from './incidents.js'
import { type Predictive, afterMargins, afterWindows, criticalCount, dispersionOf } from './predictive.js'
import { lotsOf } from './lots.js'
import { type Season, seasonsOf, variationsOf } from './season.js'
import type { Tested } from './tested.js'
import type { FlagThresholds } from './thresholds.js'

/** What is known of a family's cells before the latest window. */
interface Baseline {
  readonly windows: number
  readonly dispersion: (cell: number) => number
  readonly before: ReadonlyMap<number, number>
  readonly season: (cell: number) => Season
}

/**
 * The short series of a family: the latest window of days against up to twelve before it, by the predictive
 * distribution of domain rule C1, with the season of the issue (of the series itself where it has none) and the
 * variation of the cell. A cell of fewer cases than can be an alarm is not tested.
 *
 * @param isLong cells that are judged by weeks and are left out here.
 * @param alertShare the family's part of the false alarms of a year.
 */
export function screenWindows(
  known: Known,
  family: Family,
  { emerging }: FlagThresholds,
  isLong: (cell: number) => boolean,
  alertShare: number,
): Tested[] {
  const { windowDays, leastCases } = emerging
  const { asOf, incidents } = known
  const from = asOf - windowDays + 1
  const latest = [...rowsOfCells(family, incidents, rowsBetween(known, from, asOf))].filter(
    ([cell, rows]) => rows.length >= leastCases && !isLong(cell),
  )
  const baseline = latest.length === 0 ? null : baselineOf(known, family, emerging)
  if (baseline === null) return []
  const tested = latest.map(([cell, rows]) => {
    const observed = rows.length
    const dispersion = Math.max(
      baseline.dispersion(cell),
      lotsOf(incidents, Int32Array.from(rows), windowDays),
    )
    const predictive = predictiveOf(baseline, cell, dispersion)
    return { cell, observed, dispersion, predictive, p: predictive.tails(observed - 1).upper }
  })
  const isWorthIt = tested.some(({ p }) => p <= LARGEST_P)
  const look = isWorthIt ? lookOf(known, family, baseline, emerging, isLong) : NO_LOOK
  const q = benjaminiHochberg(tested.map(({ p }) => p))
  const isShort = baseline.windows < emerging.baselineWindows
  return tested.map(({ cell, observed, dispersion, predictive, p }, at) => ({
    family,
    cell,
    regime: isShort ? 'shortHistory' : 'window',
    observed,
    expected: predictive.mean,
    p,
    q: q[at] ?? NaN,
    perYear: p <= LARGEST_P ? chancePerYear(look, p) : Infinity,
    from,
    to: asOf,
    before: baseline.before.get(cell) ?? 0,
    windows: baseline.windows,
    season: baseline.season(cell).ratio,
    seasonCases: baseline.season(cell).cases,
    dispersion,
    bound: criticalCount(predictive, emerging.p * Math.min(1, alertShare), leastCases) - 1,
  }))
}

/** What is not rarer than this in its own cell is nothing rare in the whole office: how often is not reckoned. */
const LARGEST_P = 0.005
const NO_LOOK: Look = { chanceAt: () => Infinity, looksPerYear: 1 }

/** Fewer windows than these say nothing. */
const LEAST_WINDOWS = 3
/** From so many cases on a cell's own variation can be told. */
const LEAST_FOR_DISPERSION = 12

function baselineOf(known: Known, family: Family, of: FlagThresholds['emerging']): Baseline | null {
  const { asOf, firstDay, incidents } = known
  const windows = Math.min(of.baselineWindows, Math.floor((asOf - firstDay + 1) / of.windowDays) - 1)
  if (windows < LEAST_WINDOWS) return null
  const counts = new Map<number, number[]>()
  const last = asOf - of.windowDays
  for (const row of rowsBetween(known, last - windows * of.windowDays + 1, last)) {
    const cell = cellOf(family, incidents, row)
    if (cell < 0) continue
    let own = counts.get(cell)
    if (!own) counts.set(cell, (own = Array.from({ length: windows }, () => 0)))
    own[Math.floor((last - (incidents.day[row] ?? NaN)) / of.windowDays)]!++
  }
  const before = new Map([...counts].map(([cell, own]) => [cell, own.reduce((sum, count) => sum + count, 0)]))
  const variation = variationsOf(known, family, of.windowDays)
  const dispersion = (cell: number): number => {
    const overYears = variation(cell)
    if (overYears !== null) return overYears
    const own = counts.get(cell)
    return own && (before.get(cell) ?? 0) >= LEAST_FOR_DISPERSION ? dispersionOf(own) : 1
  }
  return { windows, before, dispersion, season: seasonOf(known, family, of.windowDays) }
}

/** A pair has the season of its issue: by itself it has too few cases for one. Reckoned when it is asked for first. */
function seasonOf(known: Known, family: Family, windowDays: number): (cell: number) => Season {
  const isPair = axesOf(family).length > 1
  let found: ((cell: number) => Season) | null = null
  const seasons = (cell: number): Season => {
    found ??= seasonsOf(known, isPair ? 'issue' : family, windowDays)
    return found(cell)
  }
  return isPair ? (cell) => seasons(cellAt('issue', placeOf(family, cell))) : seasons
}

function predictiveOf({ before, windows, season }: Baseline, cell: number, dispersion: number): Predictive {
  const { ratio, cases } = season(cell)
  return afterWindows(before.get(cell) ?? 0, windows, ratio, dispersion, cases)
}

/** How many cells of the family chance alone lifts to a p: all that the family has, those without a case too. */
function lookOf(
  known: Known,
  family: Family,
  baseline: Baseline,
  { windowDays, leastCases }: FlagThresholds['emerging'],
  isLong: (cell: number) => boolean,
): Look {
  const nulls = [...marginsOf(known, family, baseline, windowDays)]
    .filter(([cell]) => !isLong(cell))
    .map(([cell, margin]) => {
      const before = baseline.before.get(cell) ?? 0
      const dispersion = baseline.dispersion(cell)
      const { ratio, cases } = baseline.season(cell)
      const chance = afterMargins(before, baseline.windows, ratio, dispersion, margin, cases)
      return {
        test: predictiveOf(baseline, cell, dispersion),
        kind: `${before} ${ratio} ${cases} ${dispersion}`,
        chance,
      }
    })
  const chanceAt = (p: number): number => {
    const critical = new Map<string, number>()
    return nulls.reduce((sum, { test, kind, chance }) => {
      let least = critical.get(kind)
      if (least === undefined) critical.set(kind, (least = criticalCount(test, p, leastCases)))
      return sum + chance.tails(least - 1).upper
    }, 0)
  }
  return { chanceAt, looksPerYear: slidingLooks(windowDays) }
}

/**
 * What the margins of a family's table make one expect in a window, by cell, over baseline and latest window; where a cell
 * has more than its margins say (an issue that belongs to one sector), what it has. Rather too many than too few: the more
 * is expected, the more false alarms are reckoned with.
 */
function marginsOf(
  known: Known,
  family: Family,
  { windows }: Baseline,
  windowDays: number,
): Map<number, number> {
  const { incidents, asOf } = known
  const rows = rowsBetween(known, asOf - (windows + 1) * windowDays + 1, asOf)
  const counts = countCells(family, incidents, rows)
  const [first, second] = axesOf(family)
  if (first === undefined || second === undefined)
    return new Map([...counts].map(([cell, count]) => [cell, count / (windows + 1)]))
  const [across, down] = [countCells(first, incidents, rows), countCells(second, incidents, rows)]
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const margins = new Map<number, number>()
  for (const [a, ofRow] of across)
    for (const [b, ofColumn] of down) {
      const cell = cellAt(family, { ...placeOf(first, a), [second]: b })
      const own = counts.get(cell) ?? 0
      margins.set(cell, Math.max((ofRow * ofColumn) / all, own) / (windows + 1))
    }
  return margins
}
