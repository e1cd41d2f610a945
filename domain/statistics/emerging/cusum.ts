import { rootOfDeclining, type Slope } from '../optimum.js'

/** What becomes of a count before it is summed: about normal (I. Rossi et al. 1999), standardised, or itself. */
export type CusumScale = 'rossi' | 'standard' | 'count'

const SCALES: Readonly<Record<CusumScale, (count: number, mean: number) => number>> = {
  rossi: (count, mean) => (count - 3 * mean + 2 * Math.sqrt(mean * count)) / (2 * Math.sqrt(mean)),
  standard: (count, mean) => (count - mean) / Math.sqrt(mean),
  count: (count) => count,
}

/**
 * The cumulative sum of what exceeds k: S = max(0, S + x − k). E. Page, Biometrika 41 (1954) 100–115;
 * I. Rossi, L. Lampugnani, M. Marchi, Statistics in Medicine 18 (1999) 2111–2122. For comparison.
 *
 * @param mean of counts where nothing happens.
 * @param limit from which on a sum is an alarm.
 */
export function cusum(
  counts: readonly number[],
  mean: number,
  { k, limit, scale }: { readonly k: number; readonly limit: number; readonly scale: CusumScale },
): { readonly sum: number; readonly isAlarm: boolean }[] {
  let sum = 0
  return counts.map((count) => {
    sum = Math.max(0, sum + SCALES[scale](count, mean) - k)
    return { sum, isAlarm: sum >= limit }
  })
}

export interface ShiftOptions {
  /** From which on the statistic is an alarm; then it begins anew. */
  readonly limit: number
  /** α of the variance μ + α μ²; 0: Poisson. */
  readonly overdispersion: number
  /** ln of the factor that is looked for; null: whichever increase is likeliest. */
  readonly shift: number | null
}

/**
 * Whether counts rose by a factor at some time since: the likelihood ratio of an increase since period k against none,
 * at its largest over k and over the factor. Finds what grows slowly over weeks. M. Höhle, M. Paul, Computational
 * Statistics & Data Analysis 52 (2008) 4357–4368.
 *
 * @param expected of each period, above 0, from a baseline.
 */
export function likelihoodRatioShift(
  counts: readonly number[],
  expected: readonly number[],
  { limit, overdispersion, shift }: ShiftOptions,
): { readonly statistic: number; readonly isAlarm: boolean }[] {
  let start = 0
  return counts.map((_, now) => {
    let statistic = 0
    for (let k = now; k >= start; k--) {
      const [y, mu] = [counts.slice(k, now + 1), expected.slice(k, now + 1)]
      const kappa = shift ?? likeliestShift(y, mu, overdispersion)
      statistic = Math.max(statistic, logRatio(y, mu, overdispersion, kappa))
    }
    const isAlarm = statistic >= limit
    if (isAlarm) start = now + 1
    return { statistic, isAlarm }
  })
}

/** ln of a period's likelihood with its mean times e^κ, ÷ without. */
function logRatio(y: readonly number[], mu: readonly number[], alpha: number, kappa: number): number {
  return y.reduce((sum, count, i) => {
    const mean = mu[i] ?? NaN
    if (alpha === 0) return sum + count * kappa - mean * (Math.exp(kappa) - 1)
    const excess = Math.log1p(alpha * mean * Math.exp(kappa)) - Math.log1p(alpha * mean)
    return sum + count * kappa - (count + 1 / alpha) * excess
  }, 0)
}

/** The κ ≥ 0 where logRatio is largest. */
function likeliestShift(y: readonly number[], mu: readonly number[], alpha: number): number {
  const slope = (kappa: number): Slope =>
    y.reduce(
      ([first, second], count, i) => {
        const mean = (mu[i] ?? NaN) * Math.exp(kappa)
        const below = 1 + alpha * mean
        return [first + (count - mean) / below, second - (mean * (1 + alpha * count)) / below ** 2]
      },
      [0, 0],
    )
  const ratios = y.map((count, i) => count / (mu[i] ?? NaN))
  const most = Math.log(Math.max(1, ...ratios))
  if (!(slope(0)[0] > 0)) return 0
  return rootOfDeclining(slope, [0, most], most / 2)
}
