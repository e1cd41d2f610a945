import { betaTails } from './beta.js'
import { gammaTails } from './gamma.js'
import { binomialTerm } from './log-gamma.js'
import type { Tails } from './tails.js'

/** Rounding of a tail does not move a quantile to the next count. */
const SLACK = 64 * Number.EPSILON

/**
 * The tails of a Poisson count: P(X ≤ k) and P(X > k), from the gamma distribution (DLMF 8.4.10).
 *
 * @param k a count; below 0 nothing lies.
 * @param mean 0 or more.
 */
export function poissonTails(k: number, mean: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 }
  const { lower, upper } = gammaTails(Math.floor(k) + 1, mean)
  return { lower: upper, upper: lower }
}

/**
 * The tails of a binomial count of n trials: P(X ≤ k) and P(X > k), from the beta distribution (DLMF 8.17.5).
 *
 * @param p the probability of one.
 */
export function binomialTails(k: number, n: number, p: number): Tails {
  if (k < 0) return { lower: 0, upper: 1 }
  if (k >= n) return { lower: 1, upper: 0 }
  const { lower, upper } = betaTails(k + 1, n - k, p)
  return { lower: upper, upper: lower }
}

/**
 * The tails of a negative binomial count: P(X ≤ k) and P(X > k), of failures before `size` successes of probability
 * `prob`; mean size (1 − prob) ÷ prob.
 *
 * @param size above 0, whole or not.
 * @param prob above 0, at most 1.
 */
export function negativeBinomialTails(k: number, size: number, prob: number): Tails {
  return k < 0 ? { lower: 0, upper: 1 } : betaTails(size, Math.floor(k) + 1, prob)
}

/**
 * The tails of a hypergeometric count: P(X ≤ k) and P(X > k), of white balls among those drawn. The tail on the far
 * side of the mean is summed from `k` outwards, where its terms decline.
 */
export function hypergeometricTails(k: number, white: number, black: number, drawn: number): Tails {
  const least = Math.max(0, drawn - black)
  const most = Math.min(white, drawn)
  if (k < least) return { lower: 0, upper: 1 }
  if (k >= most) return { lower: 1, upper: 0 }
  const isLow = (k + 1) * (white + black) <= drawn * white
  let at = isLow ? k : k + 1
  let term = hypergeometricTerm(at, white, black, drawn)
  let sum = term
  while (term > sum * Number.EPSILON && (isLow ? at > least : at < most)) {
    term *= isLow
      ? (at * (black - drawn + at)) / ((white - at + 1) * (drawn - at + 1))
      : ((white - at) * (drawn - at)) / ((at + 1) * (black - drawn + at + 1))
    at += isLow ? -1 : 1
    sum += term
  }
  return isLow ? { lower: sum, upper: 1 - sum } : { lower: 1 - sum, upper: sum }
}

/** P(X = k): a product of three binomial probabilities at the share drawn (C. Loader, 2000). */
function hypergeometricTerm(k: number, white: number, black: number, drawn: number): number {
  const all = white + black
  const share = drawn / all
  if (share === 1) return 1
  return (
    (binomialTerm(k, white - k, share) * binomialTerm(drawn - k, black - drawn + k, share)) /
    binomialTerm(drawn, all - drawn, share)
  )
}

/**
 * The smallest count `k` with P(X ≤ k) ≥ p, by doubling steps from a guess and halving between.
 *
 * @param p from 0 to below 1.
 * @param tailsAt the distribution.
 * @param guess any count; the nearer the better.
 */
export function countQuantile(p: number, tailsAt: (k: number) => Tails, guess: number): number {
  const reaches = (k: number): boolean => {
    const { lower, upper } = tailsAt(k)
    return p < 0.5 ? lower >= p * (1 - SLACK) : upper <= (1 - p) * (1 + SLACK)
  }
  let [below, above] = [-1, Math.max(0, Math.floor(guess))]
  for (let step = 1; !reaches(above); step *= 2) [below, above] = [above, above + step]
  for (let step = 1; above - below > step; step *= 2) {
    if (!reaches(above - step)) {
      below = above - step
      break
    }
    above -= step
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    if (reaches(middle)) above = middle
    else below = middle
  }
  return above
}

/** The smallest count of which a Poisson variable is at most with probability `p`. */
export const poissonQuantile = (p: number, mean: number): number =>
  countQuantile(p, (k) => poissonTails(k, mean), mean)

/** The smallest count of which a negative binomial variable is at most with probability `p`. */
export const negativeBinomialQuantile = (p: number, size: number, prob: number): number =>
  countQuantile(p, (k) => negativeBinomialTails(k, size, prob), (size * (1 - prob)) / prob)

/** The smallest count of which a binomial variable of n trials is at most with probability `p`. */
export const binomialQuantile = (p: number, n: number, probability: number): number =>
  countQuantile(p, (k) => binomialTails(k, n, probability), n * probability)
