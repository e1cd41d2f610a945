import { betaQuantile } from './distributions/beta.js'
import { wilson, type Interval } from './wilson.js'

/** What lies on either side of a two-sided 95 % interval. */
const TAIL = 0.025

function requireProportion(successes: number, n: number): void {
  if (!(n >= 1 && successes >= 0 && successes <= n))
    throw new RangeError(`no proportion: ${successes} of ${n}`)
}

/**
 * The exact 95 % interval of a proportion: of all probabilities under which so few or so many are not rarer than 2.5 %.
 * Wider than needed for a small n; where a guarantee is wanted. C. Clopper, E. Pearson, Biometrika 26 (1934) 404–413.
 *
 * @param successes number of cases that have the property, 0 … n.
 * @param n number of cases, at least 1.
 * @returns the bounds as fractions.
 * @throws RangeError when there is no such proportion.
 */
export function clopperPearson(successes: number, n: number): Interval {
  requireProportion(successes, n)
  return {
    lower: successes === 0 ? 0 : betaQuantile(TAIL, successes, n - successes + 1),
    upper: successes === n ? 1 : betaQuantile(1 - TAIL, successes + 1, n - successes),
  }
}

/**
 * The 95 % interval of a proportion by Jeffreys' prior: quantiles of Beta(successes + ½, n − successes + ½), with the
 * bounds 0 and 1 where nothing or everything has the property. L. Brown, T. Cai, A. DasGupta, Statistical Science 16
 * (2001) 101–133.
 *
 * @throws RangeError when there is no such proportion.
 */
export function jeffreys(successes: number, n: number): Interval {
  requireProportion(successes, n)
  const [a, b] = [successes + 0.5, n - successes + 0.5]
  return {
    lower: successes === 0 ? 0 : betaQuantile(TAIL, a, b),
    upper: successes === n ? 1 : betaQuantile(1 - TAIL, a, b),
  }
}

/**
 * The difference of two proportions, first − second, with its 95 % interval from the two score intervals.
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 *
 * @returns fractions, −1 … 1.
 * @throws RangeError when either is no proportion.
 */
export function proportionDifference(
  first: { readonly successes: number; readonly n: number },
  second: { readonly successes: number; readonly n: number },
): Interval & { readonly difference: number } {
  const [p1, p2] = [first.successes / first.n, second.successes / second.n]
  const [w1, w2] = [wilson(first.successes, first.n), wilson(second.successes, second.n)]
  const difference = p1 - p2
  return {
    difference,
    lower: difference - Math.hypot(p1 - w1.lower, w2.upper - p2),
    upper: difference + Math.hypot(w1.upper - p1, p2 - w2.lower),
  }
}
