import { binomialQuantile, binomialTails } from '../distributions/discrete.js'
import { binomialTerm } from '../distributions/log-gamma.js'
import { quantile } from '../quantile.js'
import type { Interval } from '../wilson.js'
import type { Trials } from './beta-binomial.js'

/**
 * The limits of a funnel plot: between them a unit of `n` cases lies with probability `confidence`, if its true
 * proportion is the target. Exact binomial, interpolated between counts so that the funnel is smooth: with r the
 * smallest count of P(X ≤ r) ≥ p, the limit is (r − (P(X ≤ r) − p) ÷ P(X = r)) ÷ n.
 * D. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, A.1.1.
 *
 * @param n cases, at least 1.
 * @param target between 0 and 1.
 * @param confidence such as 0.95, or 0.998 for alarm.
 * @returns proportions, inside 0–1.
 */
export function funnelLimits(n: number, target: number, confidence: number): Interval {
  if (!(n >= 1 && target > 0 && target < 1)) throw new RangeError(`no funnel: ${n} cases at ${target}`)
  const limit = (p: number): number => {
    const r = binomialQuantile(p, n, target)
    const excess = binomialTails(r, n, target).lower - p
    return Math.min(1, Math.max(0, (r - excess / binomialTerm(r, n - r, target)) / n))
  }
  return { lower: limit((1 - confidence) / 2), upper: limit((1 + confidence) / 2) }
}

export interface Overdispersion {
  /** Each unit's distance from the target in its own standard errors; NaN for a unit without a case. */
  readonly z: readonly number[]
  /** Mean of z², of winsorised z: 1 where only chance makes the units differ. */
  readonly phi: number
  /** Variance of the true proportions between units; 0 where there is none to be seen. */
  readonly tau2: number
  /** z with that variance added. */
  readonly zAdjusted: readonly number[]
}

/**
 * How far units are from a target, and how much more they differ than chance would have them: outermost z are drawn in
 * to the quantiles `winsorise` and 1 − `winsorise`, so that the few that stand out do not hide themselves.
 * D. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, A.3; additive random effects.
 */
export function overdispersion(units: readonly Trials[], target: number, winsorise = 0.1): Overdispersion {
  const variance = target * (1 - target)
  const z = units.map(({ events, n }) => (events / n - target) / Math.sqrt(variance / n))
  const known = z.filter((value) => !Number.isNaN(value))
  const [least, most] = [quantile(known, winsorise), quantile(known, 1 - winsorise)]
  const phi =
    known.reduce((sum, value) => sum + Math.min(most, Math.max(least, value)) ** 2, 0) / known.length
  const weights = units.map(({ n }) => n / variance)
  const tau2 = betweenVariance(known.length * phi, known.length, weights)
  const zAdjusted = units.map(({ events, n }) => (events / n - target) / Math.sqrt(variance / n + tau2))
  return { z, phi, tau2, zAdjusted }
}

/** The moment estimator: (Q − (k − 1)) ÷ (Σ w − Σ w² ÷ Σ w), at least 0. */
function betweenVariance(q: number, k: number, weights: readonly number[]): number {
  const sum = weights.reduce((total, w) => total + w, 0)
  const squares = weights.reduce((total, w) => total + w * w, 0)
  return k < 2 ? 0 : Math.max(0, (q - (k - 1)) / (sum - squares / sum))
}

export interface RandomEffects extends Interval {
  readonly mean: number
  readonly standardError: number
  readonly tau2: number
  /** Σ w (estimate − mean)² with weights 1 ÷ variance; about k − 1 where only chance makes a difference. */
  readonly q: number
  /** Part of the variation that is not chance, in percent. */
  readonly i2: number
  /** Each estimate, drawn to the mean as its variance asks. */
  readonly shrunken: readonly number[]
}

const Z = 1.959963984540054

/**
 * The common mean of estimates that truly differ, and each of them drawn to it. R. DerSimonian, N. Laird, Controlled
 * Clinical Trials 7 (1986) 177–188; I² of J. Higgins, S. Thompson, Statistics in Medicine 21 (2002) 1539–1558.
 *
 * @param estimates at least one, each with its variance, above 0.
 */
export function randomEffects(
  estimates: readonly { readonly value: number; readonly variance: number }[],
): RandomEffects {
  const mean = (weights: readonly number[]): number =>
    estimates.reduce((sum, { value }, i) => sum + (weights[i] ?? 0) * value, 0) /
    weights.reduce((a, b) => a + b, 0)
  const fixed = estimates.map(({ variance }) => 1 / variance)
  const fixedMean = mean(fixed)
  const q = estimates.reduce((sum, { value, variance }) => sum + (value - fixedMean) ** 2 / variance, 0)
  const tau2 = betweenVariance(q, estimates.length, fixed)
  const weights = estimates.map(({ variance }) => 1 / (variance + tau2))
  const common = mean(weights)
  const standardError = Math.sqrt(1 / weights.reduce((a, b) => a + b, 0))
  return {
    mean: common,
    standardError,
    lower: common - Z * standardError,
    upper: common + Z * standardError,
    tau2,
    q,
    i2: q > 0 ? Math.max(0, (100 * (q - (estimates.length - 1))) / q) : 0,
    shrunken: estimates.map(({ value, variance }) => common + (value - common) * (tau2 / (tau2 + variance))),
  }
}
