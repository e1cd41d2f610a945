import { negativeBinomialQuantile, negativeBinomialTails } from '../distributions/discrete.js'
import { normalQuantile } from '../distributions/normal-quantile.js'

export interface BayesOptions {
  /** Periods directly before, if `usesLatest`; and as many on either side of the same season of past years. */
  readonly halfWidth: number
  readonly usesLatest: boolean
  /** Periods between the latest ones used and the current one, in which an outbreak may already have begun. */
  readonly gap?: number
  readonly years: number
  readonly perYear: number
  readonly alpha: number
}

/**
 * Whether a count is more than few past ones make one expect, where history is too short for seasons: Poisson counts of
 * an unknown mean, of which a Gamma(½, 0) prior says nothing; then the next one is negative binomial of size Σ + ½ and
 * probability n ÷ (n + 1). M. Höhle, Computational Statistics 22 (2007) 571–582; A. Riebler, 2004. Much less sure than a
 * method with seasons: a reason to look, no finding.
 *
 * @throws RangeError where the series does not reach so far back.
 */
export function bayesPredictive(
  counts: readonly number[],
  at: number,
  { halfWidth, usesLatest, gap = 0, years, perYear, alpha }: BayesOptions,
): { readonly expected: number; readonly upperBound: number; readonly p: number; readonly isAlarm: boolean } {
  const from = (first: number, length: number): number[] => Array.from({ length }, (_, i) => first + i)
  const latest = usesLatest ? from(at - gap - halfWidth, halfWidth) : []
  const seasons = from(1, years).flatMap((year) => from(at - year * perYear - halfWidth, 2 * halfWidth + 1))
  const past = [...latest, ...seasons].map((time) => counts[time])
  if (past.length === 0 || past.includes(undefined)) throw new RangeError(`no history before period ${at}`)
  const sum = past.reduce((total: number, count = NaN) => total + count, 0)
  const [size, prob] = [sum + 0.5, past.length / (past.length + 1)]
  const observed = counts[at] ?? NaN
  const upperBound = negativeBinomialQuantile(1 - alpha, size, prob)
  return {
    expected: size / past.length,
    upperBound,
    p: negativeBinomialTails(observed - 1, size, prob).upper,
    isAlarm: observed > upperBound,
  }
}

/** Periods of an EARS chart, and the least standard deviation it may find. */
export interface EarsOptions {
  readonly baseline: number
  readonly leastDeviation: number
}

/** C1 looks at the periods directly before, C2 leaves two between. */
const EARS_GAP = { C1: 0, C2: 2 } as const

/**
 * The control charts C1 and C2 of the Early Aberration Reporting System: the mean of past periods and z standard
 * deviations. L. Hutwagner et al., J. Urban Health 80 (2003) i89–i96. For comparison: they give many false alarms.
 */
export function ears(
  chart: keyof typeof EARS_GAP,
  counts: readonly number[],
  at: number,
  { baseline, leastDeviation }: EarsOptions,
  alpha: number,
): { readonly upperBound: number; readonly statistic: number; readonly isAlarm: boolean } {
  const gap = EARS_GAP[chart]
  if (at - gap - baseline < 0) throw new RangeError(`no history before period ${at}`)
  const past = counts.slice(at - gap - baseline, at - gap)
  const mean = past.reduce((sum, count) => sum + count, 0) / baseline
  const variance = past.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (baseline - 1)
  const deviation = Math.max(Math.sqrt(variance), leastDeviation)
  const observed = counts[at] ?? NaN
  const upperBound = mean + normalQuantile(1 - alpha) * deviation
  return { upperBound, statistic: (observed - mean) / deviation, isAlarm: observed > upperBound }
}

/** The chart C3: what C2 exceeds 1 by, of three periods together; above 2 is an alarm. Hutwagner et al. (2003). */
export function earsC3(
  counts: readonly number[],
  at: number,
  options: EarsOptions,
  threshold = 2,
): { readonly statistic: number; readonly isAlarm: boolean } {
  const statistic = [at - 2, at - 1, at].reduce(
    (sum, t) => sum + Math.max(0, ears('C2', counts, t, options, 0.5).statistic - 1),
    0,
  )
  return { statistic, isAlarm: statistic > threshold }
}
