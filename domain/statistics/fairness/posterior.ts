import { gammaTails } from '../distributions/gamma.js'
import type { Tails } from '../distributions/tails.js'
import type { Interval } from '../wilson.js'

/** What is known of a unit's true value. */
export interface Posterior {
  readonly mean: number
  readonly tailsAt: (x: number) => Tails
  /** @param p between 0 and 1. */
  readonly quantile: (p: number) => number
}

/** The interval that holds the true value with probability 95 %, as much outside of it on either side. */
export const credible = ({ quantile }: Posterior): Interval => ({
  lower: quantile(0.025),
  upper: quantile(0.975),
})

/** ln of the strengths that are tried: from units that have nothing in common to units that are the same. */
export const WEAKEST = Math.log(1e-3)
export const STRONGEST = Math.log(1e6)

/**
 * How likely differences at least as large are, were there none: the likelihood ratio against it is 0 half of the
 * time, for the variance cannot be below 0, and χ² of one degree of freedom otherwise.
 * S. Self, K.-Y. Liang, JASA 82 (1987) 605–610, case 5.
 *
 * @param logLikelihood with differences between units.
 * @param logLikelihoodEqual without.
 */
export function likelihoodRatioP(logLikelihood: number, logLikelihoodEqual: number): number {
  const ratio = 2 * (logLikelihood - logLikelihoodEqual)
  return ratio <= 1e-6 ? 1 : gammaTails(0.5, ratio / 2).upper / 2
}
