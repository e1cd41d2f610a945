import { logGamma } from '../distributions/log-gamma.js'
import type { Trials } from './beta-binomial.js'

/** Where the units' distribution is looked for: ln(alpha ÷ beta) × ln(alpha + beta). */
export interface BetaGrid {
  readonly logit: readonly [number, number]
  readonly logStrength: readonly [number, number]
  /** Points on either axis. */
  readonly points: number
}

/**
 * What is known of the units' proportions when their distribution is itself uncertain: a vague prior
 * p(α, β) ∝ (α + β)^(−5/2), integrated over a grid. What the likeliest distribution (`fitBetaBinomial`) leaves out,
 * and a check of it. A. Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), section 5.3.
 *
 * @returns means of alpha and beta, and of each unit's proportion.
 */
export function betaBinomialFullBayes(
  units: readonly Trials[],
  { logit, logStrength, points }: BetaGrid,
): { readonly alpha: number; readonly beta: number; readonly means: readonly number[] } {
  const cells: { readonly alpha: number; readonly beta: number; readonly log: number }[] = []
  for (let i = 0; i < points; i++) {
    for (let j = 0; j < points; j++) {
      const strength = Math.exp(between(logStrength, i / (points - 1)))
      const mean = 1 / (1 + Math.exp(-between(logit, j / (points - 1))))
      const [alpha, beta] = [strength * mean, strength * (1 - mean)]
      // αβ is the Jacobian of the axes.
      const log = Math.log(alpha * beta) - 2.5 * Math.log(strength) + logLikelihood(units, alpha, beta)
      cells.push({ alpha, beta, log })
    }
  }
  const most = cells.reduce((max, { log }) => Math.max(max, log), -Infinity)
  const weights = cells.map(({ log }) => Math.exp(log - most))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const expectation = (of: (alpha: number, beta: number) => number): number =>
    cells.reduce((sum, { alpha, beta }, i) => sum + (weights[i] ?? 0) * of(alpha, beta), 0) / total
  return {
    alpha: expectation((alpha) => alpha),
    beta: expectation((_, beta) => beta),
    means: units.map(({ events, n }) => expectation((alpha, beta) => (events + alpha) / (n + alpha + beta))),
  }
}

const between = ([least, most]: readonly [number, number], share: number): number =>
  least + share * (most - least)

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

const logLikelihood = (units: readonly Trials[], alpha: number, beta: number): number =>
  units.reduce((sum, { events, n }) => sum + logBeta(events + alpha, n - events + beta), 0) -
  units.length * logBeta(alpha, beta)
