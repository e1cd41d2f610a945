import { normalQuantile } from '../distributions/normal-quantile.js'
import { twoSided } from '../distributions/normal.js'
import { median } from '../quantile.js'
import type { Interval } from '../wilson.js'

/** A value; null where there is none. */
export type Value = number | null

export interface Trend {
  /** Number of values. */
  readonly n: number
  /** Pairs that rise less pairs that fall. */
  readonly s: number
  /** Variance of S without a trend, ties counted. */
  readonly variance: number
  /** S in its standard errors, drawn to 0 by one pair. */
  readonly z: number
  /** Two-sided. */
  readonly p: number
  /** τ-b: S ÷ its largest value; NaN where all values are the same. */
  readonly tau: number
}

/** A slope with its 95 % interval; 0 is in it where a trend cannot be told. */
export interface SenSlope extends Interval {
  /** Change in one period: the median of all pairs' slopes. */
  readonly slope: number
}

/** A value at its time. */
interface Point {
  readonly time: number
  readonly value: number
}

const pointsOf = (series: readonly Value[]): Point[] =>
  series.flatMap((value, time) => (value === null ? [] : [{ time, value }]))

function pairs<T>(points: readonly Point[], of: (earlier: Point, later: Point) => T): T[] {
  return points.flatMap((earlier, i) => points.slice(i + 1).map((later) => of(earlier, later)))
}

const slopesOf = (points: readonly Point[]): number[] =>
  pairs(points, (a, b) => (b.value - a.value) / (b.time - a.time))

/** How many values share each value. */
function tiesOf(points: readonly Point[]): number[] {
  const ties = new Map<number, number>()
  for (const { value } of points) ties.set(value, (ties.get(value) ?? 0) + 1)
  return [...ties.values()]
}

/** S, its variance (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)) ÷ 18, and the largest S of τ-b. */
function score(points: readonly Point[]): {
  readonly s: number
  readonly variance: number
  readonly most: number
} {
  const n = points.length
  const ties = tiesOf(points)
  const s = pairs(points, (a, b) => Math.sign(b.value - a.value)).reduce((sum, sign) => sum + sign, 0)
  const part = (t: number): number => t * (t - 1) * (2 * t + 5)
  const variance = (part(n) - ties.reduce((sum, t) => sum + part(t), 0)) / 18
  const all = (n * (n - 1)) / 2
  const tied = ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0)
  return { s, variance, most: Math.sqrt(all - tied) * Math.sqrt(all) }
}

function trendOf(n: number, s: number, variance: number, most: number): Trend {
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0
  return { n, s, variance, z, p: twoSided(z), tau: most > 0 ? s / most : NaN }
}

/**
 * Whether a series rises or falls, however it does: the Mann–Kendall test, with ties. For values that do not depend on
 * the ones before; for months with a season, `seasonalMannKendall`.
 * H. Mann, Econometrica 13 (1945) 245–259; M. Kendall, Rank Correlation Methods, 4th ed. (1975).
 *
 * @param series equally spaced; missing values are skipped.
 */
export function mannKendall(series: readonly Value[]): Trend {
  const points = pointsOf(series)
  const { s, variance, most } = score(points)
  return trendOf(points.length, s, variance, most)
}

/**
 * By how much a series changes in a period, whatever its outliers: the median of the slopes of all pairs, with bounds
 * that are slopes again. P. Sen, JASA 63 (1968) 1379–1389; H. Theil, 1950.
 *
 * @param series equally spaced, with at least two values.
 * @returns NaN of fewer.
 */
export function senSlope(series: readonly Value[]): SenSlope {
  const points = pointsOf(series)
  const slopes = slopesOf(points).sort((a, b) => a - b)
  const half = normalQuantile(0.975) * Math.sqrt(score(points).variance)
  const at = (place: number): number =>
    slopes[Math.min(slopes.length, Math.max(1, roundHalfEven(place))) - 1] ?? NaN
  return {
    slope: median(slopes),
    lower: at((slopes.length - half) / 2),
    upper: at((slopes.length + half) / 2 + 1),
  }
}

/** As IEEE 754 and R round. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

export interface SeasonalTrend extends Trend {
  /** As `p`, without drawing S to 0; as Hirsch et al. have it. */
  readonly pUncorrected: number
  /** Median change in a year, of pairs of the same season. */
  readonly slope: number
}

/**
 * Whether a series with seasons rises or falls: each season is compared with itself only, S and its variance are added
 * up. R. Hirsch, J. Slack, R. Smith, Water Resources Research 18 (1982) 107–121.
 *
 * @param period number of seasons in a year; the first value is the first season's.
 */
export function seasonalMannKendall(series: readonly Value[], period: number): SeasonalTrend {
  const seasons = Array.from({ length: period }, (_, season) =>
    pointsOf(series.filter((__, time) => time % period === season)),
  )
  const scores = seasons.map(score)
  const total = (of: keyof (typeof scores)[number]): number =>
    scores.reduce((sum, found) => sum + found[of], 0)
  const [s, variance] = [total('s'), total('variance')]
  return {
    ...trendOf(
      seasons.reduce((sum, { length }) => sum + length, 0),
      s,
      variance,
      total('most'),
    ),
    pUncorrected: variance > 0 ? twoSided(s / Math.sqrt(variance)) : 1,
    slope: median(seasons.flatMap(slopesOf)),
  }
}
