import { coefficientOf, fitQuasiPoisson, predict, type QuasiPoisson } from './quasi-poisson.js'

/** A past count that the current one is held against. */
export interface BaselineRow {
  readonly time: number
  /** Season, 1 … number of levels; 1 everywhere where there are none. */
  readonly level: number
  readonly count: number
}

export interface BaselineOptions {
  /** Number of seasonal levels; 1: none. */
  readonly levels: number
  /** Whether a trend may be fitted. */
  readonly trend: boolean
  /** A trend is kept where its p-value is below; 1: always, where it does not extrapolate. */
  readonly trendP: number
  /** Years of history; a trend needs three. */
  readonly years: number
  /** Whether past outbreaks are weighted down. */
  readonly reweight: boolean
  /** Standardised residuals above are past outbreaks. */
  readonly outbreakResidual: number
}

export interface Baseline {
  /** Expected count at the current time. */
  readonly expected: number
  /** Its logarithm's standard error. */
  readonly logError: number
  /** Variance ÷ mean, at least 1. */
  readonly dispersion: number
  /** Change of the logarithm in a unit of time; null: no trend was kept. */
  readonly trend: number | null
  readonly first: QuasiPoisson
  readonly residuals: readonly number[]
  readonly weights: readonly number[]
  readonly second: QuasiPoisson
}

const LEAST_YEARS_OF_TREND = 3

/**
 * What past counts make one expect now: a log-linear fit with trend and seasons, and once more with past outbreaks
 * weighted down. The trend is dropped where it is not significant, where history is short, and where it leads beyond
 * all counts seen. C. Farrington et al., JRSS A 159 (1996) 547–563, sections 3.2–3.5; A. Noufaily et al., Statistics in
 * Medicine 32 (2013) 1206–1222.
 *
 * @param now time and season of the count to be judged.
 */
export function fitBaseline(
  rows: readonly BaselineRow[],
  now: Omit<BaselineRow, 'count'>,
  options: BaselineOptions,
): Baseline {
  if (options.trend && options.years >= LEAST_YEARS_OF_TREND) {
    const fit = fitTwice(rows, now, options, true)
    const most = rows.reduce((max, { count }) => Math.max(max, count), 0)
    const isSignificant = options.trendP >= 1 || coefficientOf(fit.second, 1).p < options.trendP
    if (isSignificant && fit.expected <= most) return fit
  }
  return fitTwice(rows, now, options, false)
}

function fitTwice(
  rows: readonly BaselineRow[],
  now: Omit<BaselineRow, 'count'>,
  { levels, reweight, outbreakResidual }: BaselineOptions,
  hasTrend: boolean,
): Baseline {
  const seasons = Array.from({ length: levels - 1 }, (_, i) => i + 2)
  // Times near 0 keep the digits of the coefficients.
  const rowOf = ({ time, level }: Omit<BaselineRow, 'count'>): number[] => [
    1,
    ...(hasTrend ? [time - now.time] : []),
    ...seasons.map((season) => (season === level ? 1 : 0)),
  ]
  const design = rows.map(rowOf)
  const counts = rows.map(({ count }) => count)
  const first = fitQuasiPoisson({ design, counts })
  const residuals = anscombe(counts, first)
  const weights = reweight ? outbreakWeights(residuals, outbreakResidual) : counts.map(() => 1)
  const second = reweight ? fitQuasiPoisson({ design, counts, weights }) : first
  const dispersion = atLeastOne(second.dispersion)
  const { eta, standardError } = predict(second, rowOf(now), dispersion)
  return {
    expected: Math.exp(eta),
    logError: standardError,
    dispersion,
    trend: hasTrend ? (second.coefficients[1] ?? NaN) : null,
    first,
    residuals,
    weights,
    second,
  }
}

/** Counts do not vary less than Poisson counts: what looks like it is chance. */
const atLeastOne = (dispersion: number): number => (dispersion > 1 ? dispersion : 1)

/**
 * Standardised Anscombe residuals: 1.5 (y^⅔ μ^−⅙ − μ^½) ÷ √(φ (1 − leverage)).
 * C. Farrington et al. (1996), section 3.3.
 */
function anscombe(counts: readonly number[], { fitted, leverage, dispersion }: QuasiPoisson): number[] {
  const phi = atLeastOne(dispersion)
  return counts.map((count, i) => {
    const mean = fitted[i] ?? NaN
    const raw = 1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean))
    return raw / Math.sqrt(phi * (1 - (leverage[i] ?? NaN)))
  })
}

/** γ s⁻² for residuals s above the limit, γ for all others; they add up to their number. */
function outbreakWeights(residuals: readonly number[], limit: number): number[] {
  const raw = residuals.map((residual) => (residual > limit ? residual ** -2 : 1))
  const scale = residuals.length / raw.reduce((sum, weight) => sum + weight, 0)
  return raw.map((weight) => weight * scale)
}
