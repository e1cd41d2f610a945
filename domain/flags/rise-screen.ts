import { normalTails } from '../statistics/distributions/normal.js'
import { benjaminiHochberg } from '../statistics/multiple-testing.js'
import { type RateRatio, rateRatio } from '../statistics/rate-ratio.js'
import { mannKendall, seasonalMannKendall, senSlope } from '../statistics/tendency/mann-kendall.js'
import { serialInflation } from '../statistics/tendency/serial-dependence.js'
import { type Family, cellOf } from './cells.js'
import type { Known } from './incidents.js'
import { firstDayOf, firstWholeMonth, lastWholeMonth, monthOf } from './months.js'
import type { FlagThresholds } from './thresholds.js'

/** A series of months that was tested for a steady rise. */
export interface Rise {
  readonly family: Family
  readonly cell: number
  readonly counts: readonly number[]
  /** First day of the first month, last day of the last. */
  readonly from: number
  readonly to: number
  /** Seasons were taken out: each month was compared with its like only. */
  readonly isSeasonal: boolean
  /** One-sided. */
  readonly p: number
  readonly q: number
  readonly perYear: number
  /** How many more a month has after a year, with its 95 % interval, and the same ÷ the mean of a month. */
  readonly slope: number
  readonly lower: number
  readonly upper: number
  readonly slopeOfMean: number
  /** The last three months against the same of the year before; null without them. */
  readonly recent: RateRatio | null
  readonly latest: number
  readonly earlier: number
  readonly holds: boolean
}

const MOST_MONTHS = 36
/** The looks of twelve months are on nearly the same series: they are worth so many. */
const LOOKS = 3

/**
 * Which series of a family rise steadily (倾向性, domain rule B2): Mann–Kendall over whole months, seasonal from two years
 * on, Sen's slope of at least a part of the mean, and the last three months above the same of last year, of all cells
 * that have cases enough. Up to three years are looked at: what rose before is no tendency now. A level that shifted once
 * and stayed is no steady rise: months that resemble those before them count for less.
 */
export function screenRises(known: Known, family: Family, { tendency: of }: FlagThresholds): Rise[] {
  const last = lastWholeMonth(known.asOf)
  const first = Math.max(last - MOST_MONTHS + 1, firstWholeMonth(known.firstDay))
  const months = last - first + 1
  if (months < of.leastMonths) return []
  const series = monthlySeries(known, family, first, last)
  const rises = [...series]
    .filter(([, counts]) => sumOf(counts) >= of.leastCases)
    .map(([cell, counts]) => ({ cell, counts, ...riseOf(counts, months >= of.seasonalMonths) }))
  const q = benjaminiHochberg(rises.map(({ p }) => p))
  return rises.map((rise, at) => {
    const [latest, earlier] = [sumOf(rise.counts.slice(-3)), sumOf(rise.counts.slice(-15, -12))]
    const recent = months >= 15 && latest + earlier > 0 ? ratioOf(latest, earlier) : null
    const holds =
      rise.p <= of.p &&
      (q[at] ?? NaN) <= of.q &&
      rise.slope > 0 &&
      rise.slopeOfMean >= of.slopeOfMean &&
      (recent === null || recent.ratio >= of.ratio)
    return {
      ...{ family, ...rise, recent, latest, earlier, holds },
      from: firstDayOf(first),
      to: firstDayOf(last + 1) - 1,
      q: q[at] ?? NaN,
      perYear: rise.p * rises.length * LOOKS,
    }
  })
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const ratioOf = (latest: number, earlier: number): RateRatio =>
  rateRatio({ count: latest, exposure: 1 }, { count: earlier, exposure: 1 })

const YEAR = 12

function riseOf(counts: readonly number[], isSeasonal: boolean) {
  const trend = isSeasonal ? seasonalMannKendall(counts, YEAR) : mannKendall(counts)
  const sen = senSlope(counts)
  const mean = sumOf(counts) / counts.length
  return {
    isSeasonal,
    p: normalTails(trend.z / Math.sqrt(serialInflation(counts))).upper,
    slope: sen.slope * YEAR,
    lower: sen.lower * YEAR,
    upper: sen.upper * YEAR,
    slopeOfMean: mean > 0 ? (sen.slope * YEAR) / mean : 0,
  }
}

/** Counts of whole months by cell; what is not in them is left out. */
export function monthlySeries(
  { incidents, rows }: Known,
  family: Family,
  first: number,
  last: number,
): Map<number, number[]> {
  const series = new Map<number, number[]>()
  for (const row of rows) {
    const month = monthOf(incidents.day[row] ?? NaN)
    if (month < first || month > last) continue
    const cell = cellOf(family, incidents, row)
    if (cell < 0) continue
    let own = series.get(cell)
    if (!own) series.set(cell, (own = Array.from({ length: last - first + 1 }, () => 0)))
    own[month - first]!++
  }
  return series
}
