import { negativeBinomialTails, poissonTails } from '../statistics/distributions/discrete.js'
import type { Tails } from '../statistics/distributions/tails.js'

/** A count before it is known: negative binomial, or Poisson where nothing varies more. */
export interface Predictive {
  readonly mean: number
  /** P(X ≤ k) and P(X > k). */
  readonly tails: (k: number) => Tails
}

/**
 * What a window will hold after so many cases in the windows before it: Poisson counts of an unknown mean of which a
 * Gamma(½, 0) prior says nothing give a negative binomial of mean (b + ½) s ÷ n and, for counts that vary φ times as
 * much, of variance φ mean (1 + s ÷ n). With φ = 1 and s = 1 it is that of size b + ½ and probability n ÷ (n + 1).
 * M. Höhle, Computational Statistics 22 (2007) 571–582.
 *
 * @param before cases in the baseline, b.
 * @param windows so many windows as long as the one that is judged, n.
 * @param season how many times as many this season has as the mean, s.
 * @param dispersion φ, at least 1.
 * @param seasonCases the season is as sure as a count of so many: its relative variance is 1 ÷ this.
 */
export function afterWindows(
  before: number,
  windows: number,
  season: number,
  dispersion: number,
  seasonCases = Infinity,
): Predictive {
  const mean = ((before + 0.5) * season) / windows
  return ofVariance(mean, dispersion * mean * (1 + season / windows) + mean ** 2 / seasonCases)
}

/**
 * The same for a cell of a table whose margins are known, as a prior of its mean: Gamma of shape κ around what row and
 * column make one expect. For how often chance would raise an alarm over many cells, most of which never have a case:
 * the prior that says nothing would have a case in each of them soon.
 * W. DuMouchel, The American Statistician 53 (1999) 177–190 (gamma–Poisson shrinkage of a table).
 *
 * @param margin row × column ÷ all ÷ windows: expected in one window; above 0.
 */
export function afterMargins(
  before: number,
  windows: number,
  season: number,
  dispersion: number,
  margin: number,
  seasonCases = Infinity,
): Predictive {
  const [shape, rate] = [PRIOR_SHAPE + before, PRIOR_SHAPE / margin + windows]
  const mean = (shape * season) / rate
  return ofVariance(mean, dispersion * mean * (1 + season / rate) + mean ** 2 / seasonCases)
}

/** κ: cells differ from what their margins say by as much as the margins are large. */
const PRIOR_SHAPE = 1

/** A count of a mean and a variance: negative binomial; Poisson where the variance is no more than the mean. */
export function ofVariance(mean: number, variance: number): Predictive {
  if (variance <= mean * (1 + 1e-9)) return { mean, tails: (k) => poissonTails(k, mean) }
  const [size, prob] = [(mean * mean) / (variance - mean), mean / variance]
  return { mean, tails: (k) => negativeBinomialTails(k, size, prob) }
}

/** The smallest count, at least `least`, whose P of so many or more is at most p. */
export function criticalCount({ tails }: Predictive, p: number, least: number): number {
  const isRare = (count: number): boolean => tails(count - 1).upper <= p
  if (isRare(least)) return least
  let [below, above] = [least, least + 1]
  for (let step = 1; !isRare(above); step *= 2) [below, above] = [above, above + step]
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    if (isRare(middle)) above = middle
    else below = middle
  }
  return above
}

/** Variance ÷ mean of counts that ought to be Poisson, at least 1: Pearson's X² ÷ (n − 1). */
export function dispersionOf(counts: readonly number[]): number {
  const n = counts.length
  const mean = counts.reduce((sum, count) => sum + count, 0) / n
  if (!(mean > 0) || n < 2) return 1
  const x2 = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
  return Math.max(1, x2 / (n - 1))
}
