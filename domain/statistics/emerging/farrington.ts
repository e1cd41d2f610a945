import {
  poissonQuantile,
  poissonTails,
  negativeBinomialQuantile,
  negativeBinomialTails,
} from '../distributions/discrete.js'
import { normalQuantile } from '../distributions/normal-quantile.js'
import { normalTails } from '../distributions/normal.js'
import { fitBaseline, type Baseline, type BaselineRow } from './baseline.js'
import { sameSeasons, seasonLevels, type Calendar, type Window } from './reference-weeks.js'

/** How rare a count must be, and how its bound is made. */
export type Threshold = 'negativeBinomial' | 'negativeBinomialOfUpperMean' | 'twoThirdsPower'

export interface FlexibleOptions {
  readonly calendar: Calendar
  /** Past years; a series that has more than five needs no more than five. */
  readonly years: number
  readonly halfWidth: number
  /** Seasonal levels: 10 for weeks, 4 for months; 1 uses the same season only. */
  readonly levels: number
  /** The latest periods are no baseline: an outbreak may already have begun. 26 for weeks. */
  readonly skipLatest: number
  /** Chance of an alarm where nothing happens. */
  readonly alpha: number
  readonly threshold: Threshold
  readonly trend: boolean
  readonly trendP: number
  readonly reweight: boolean
  readonly outbreakResidual: number
  /** No alarm of fewer cases than this in the latest periods. */
  readonly least: { readonly cases: number; readonly periods: number }
}

/** What is recommended for weekly counts. */
export const FLEXIBLE_WEEKLY: Omit<FlexibleOptions, 'years'> = {
  calendar: { perYear: 52 },
  halfWidth: 3,
  levels: 10,
  skipLatest: 26,
  alpha: 0.005,
  threshold: 'negativeBinomial',
  trend: true,
  trendP: 1,
  reweight: true,
  outbreakResidual: 2.58,
  least: { cases: 5, periods: 4 },
}

export interface Detection {
  readonly observed: number
  readonly expected: number
  /** Counts above are an alarm. */
  readonly upperBound: number
  /** P(so many or more), if nothing happens. */
  readonly p: number
  /** Variance ÷ mean of past counts, at least 1. */
  readonly dispersion: number
  /** Change of the logarithm in a unit of time; null: none. */
  readonly trend: number | null
  /** There are too few cases for an alarm. */
  readonly isTooFew: boolean
  readonly isAlarm: boolean
}

/**
 * Whether a count is more than its past makes one expect: the improved Farrington method. All of the past is its
 * baseline, with a season of several levels; past outbreaks weigh less; the bound is a quantile of the negative binomial
 * distribution of the expected mean and dispersion. A. Noufaily et al., Statistics in Medicine 32 (2013) 1206–1222;
 * M. Salmon, D. Schumacher, M. Höhle, J. Statistical Software 70 (2016) 10, section 3.1.
 *
 * @param counts of consecutive periods.
 * @param at index of the one that is judged.
 * @throws RangeError where the series does not reach so far back.
 */
export function farringtonFlexible(
  counts: readonly number[],
  at: number,
  options: FlexibleOptions,
): Detection {
  const baseline = flexibleBaseline(counts, at, options)
  const observed = counts[at] ?? NaN
  const { upperBound, p } = boundOf(observed, baseline, options)
  return detection(counts, at, baseline, upperBound, p, options.least)
}

/** The rows that `farringtonFlexible` holds a count against. */
export function flexibleRows(counts: readonly number[], at: number, options: FlexibleOptions): BaselineRow[] {
  const levels = seasonLevels(options.calendar, windowOf(at, options), options.levels)
  return [...levels]
    .filter(([time]) => time < at - options.skipLatest)
    .map(([time, level]) => ({ time, level, count: counts[time] ?? NaN }))
}

/** The fit behind `farringtonFlexible`, with each of its numbers. */
export function flexibleBaseline(counts: readonly number[], at: number, options: FlexibleOptions): Baseline {
  return fitBaseline(flexibleRows(counts, at, options), { time: at, level: options.levels }, options)
}

const windowOf = (
  at: number,
  { years, halfWidth }: Pick<FlexibleOptions, 'years' | 'halfWidth'>,
): Window => ({
  at,
  years,
  halfWidth,
})

function boundOf(
  observed: number,
  { expected, logError, dispersion }: Baseline,
  { threshold, alpha }: FlexibleOptions,
): { readonly upperBound: number; readonly p: number } {
  const z = normalQuantile(1 - alpha)
  if (threshold === 'twoThirdsPower') {
    const sd = powerError(expected, logError, dispersion)
    const p = normalTails((observed ** (2 / 3) - expected ** (2 / 3)) / sd).upper
    return { upperBound: (expected ** (2 / 3) + z * sd) ** 1.5, p }
  }
  const mean = threshold === 'negativeBinomial' ? expected : expected * Math.exp(z * logError)
  if (dispersion === 1)
    return { upperBound: poissonQuantile(1 - alpha, mean), p: poissonTails(observed - 1, mean).upper }
  const [size, prob] = [mean / (dispersion - 1), 1 / dispersion]
  return {
    upperBound: negativeBinomialQuantile(1 - alpha, size, prob),
    p: negativeBinomialTails(observed - 1, size, prob).upper,
  }
}

/** Standard error of a new count's ⅔ power: √(4/9 μ^⅓ τ), τ = φ + var(μ) ÷ μ. Farrington et al. (1996), section 3.6. */
const powerError = (expected: number, logError: number, dispersion: number): number =>
  Math.sqrt((4 / 9) * expected ** (1 / 3) * (dispersion + expected * logError ** 2))

export interface OriginalOptions {
  readonly perYear: number
  readonly years: number
  readonly halfWidth: number
  /** Two-sided: half of it is above the bound. */
  readonly alpha: number
  /** Of counts, that make them about normal. */
  readonly power: '2/3' | '1/2' | '1'
  readonly trend: boolean
  readonly reweight: boolean
  readonly least: { readonly cases: number; readonly periods: number }
}

/**
 * The original method of C. Farrington et al., JRSS A 159 (1996) 547–563: only the same season of past years is the
 * baseline. More alarms than the improved one where nothing happens; for comparison.
 *
 * @throws RangeError where the series does not reach so far back.
 */
export function farringtonOriginal(
  counts: readonly number[],
  at: number,
  options: OriginalOptions,
): Detection {
  const { perYear, halfWidth, years, alpha, power } = options
  const rows = sameSeasons({ perYear }, windowOf(at, options))
    .slice(0, -1)
    .flatMap((centre) => Array.from({ length: 2 * halfWidth + 1 }, (_, i) => centre - halfWidth + i))
    .map((time) => ({ time, level: 1, count: counts[time] ?? NaN }))
  const baseline = fitBaseline(
    rows,
    { time: at, level: 1 },
    { ...options, years, levels: 1, trendP: 0.05, outbreakResidual: 1 },
  )
  const { expected, logError, dispersion } = baseline
  const tau = dispersion + expected * logError ** 2
  const z = normalQuantile(1 - alpha / 2)
  const [exponent, sd] = {
    '2/3': [2 / 3, powerError(expected, logError, dispersion)] as const,
    '1/2': [1 / 2, Math.sqrt(tau / 4)] as const,
    '1': [1, Math.sqrt(expected * tau)] as const,
  }[power]
  const upperBound = (expected ** exponent + z * sd) ** (1 / exponent)
  const p = normalTails(((counts[at] ?? NaN) ** exponent - expected ** exponent) / sd).upper
  return detection(counts, at, baseline, upperBound, p, options.least)
}

function detection(
  counts: readonly number[],
  at: number,
  { expected, dispersion, trend }: Baseline,
  upperBound: number,
  p: number,
  least: { readonly cases: number; readonly periods: number },
): Detection {
  const observed = counts[at] ?? NaN
  const latest = counts
    .slice(Math.max(0, at - least.periods + 1), at + 1)
    .reduce((sum, count) => sum + count, 0)
  const isTooFew = latest < least.cases
  const isAlarm = !isTooFew && observed > 0 && observed > upperBound
  return { observed, expected, upperBound, p, dispersion, trend, isTooFew, isAlarm }
}
