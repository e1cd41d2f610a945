import { betaQuantile, betaTails } from '../distributions/beta.js'
import { logFactorial } from '../distributions/log-gamma.js'
import { maximise, rootOfDeclining, type Slope } from '../optimum.js'
import { likelihoodRatioP, STRONGEST, WEAKEST, type Posterior } from './posterior.js'

/** A unit's cases, and how many of them have the property. */
export interface Trials {
  readonly events: number
  /** 0 or more; a unit without a case is given what is common. */
  readonly n: number
}

/** The distribution of the units' true proportions: Beta(alpha, beta). */
export interface BetaPrior {
  readonly alpha: number
  readonly beta: number
}

export interface BetaBinomial extends BetaPrior {
  readonly mean: number
  /** alpha + beta: as many cases as the common mean weighs; the smaller, the more the units differ. */
  readonly strength: number
  readonly logLikelihood: number
  /** Chance of differences at least as large, did all units have one proportion (self and Liang's boundary test). */
  readonly pEqual: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Σ over units of ln Γ(x + count) − ln Γ(x) is Σ over j of ln(x + j) times the units with count > j. */
type Exceedances = Float64Array

function exceedances(counts: readonly number[]): Exceedances {
  const above = new Float64Array(counts.reduce((most, count) => Math.max(most, count), 0))
  for (const count of counts) for (let j = 0; j < count; j++) above[j] = (above[j] ?? 0) + 1
  return above
}

function logRising(above: Exceedances, x: number): number {
  let sum = 0
  for (let j = 0; j < above.length; j++) sum += (above[j] ?? 0) * Math.log(x + j)
  return sum
}

/** The first two derivatives of logRising. */
function logRisingSlope(above: Exceedances, x: number): Slope {
  let [first, second] = [0, 0]
  for (let j = 0; j < above.length; j++) {
    const term = (above[j] ?? 0) / (x + j)
    first += term
    second -= term / (x + j)
  }
  return [first, second]
}

/**
 * The beta-binomial distribution that the units' counts most likely come from: eventsᵢ ~ Bin(nᵢ, θᵢ),
 * θ ~ Beta(alpha, beta). The likelihood Σ ln C(n, y) B(y + α, n − y + β) ÷ B(α, β) is maximised over the mean for a given
 * strength, where it has one maximum, and over the strength. D. Smith, Applied Statistics 32 (1983) 196–204 (AS 189).
 *
 * Where the units differ no more than chance would have them, it grows with the strength for ever: that is capped at
 * 10⁶ and `pEqual` tells.
 *
 * @throws RangeError when a unit's counts are no proportion, or there is no case at all.
 */
export function fitBetaBinomial(units: readonly Trials[]): BetaBinomial {
  requireTrials(units)
  const successes = exceedances(units.map(({ events }) => events))
  const failures = exceedances(units.map(({ events, n }) => n - events))
  const trials = exceedances(units.map(({ n }) => n))
  const constant = sum(
    units.map(({ events, n }) => logFactorial(n) - logFactorial(events) - logFactorial(n - events)),
  )
  const pooled = sum(units.map(({ events }) => events)) / sum(units.map(({ n }) => n))
  const meanOf = (strength: number): number => {
    if (successes.length === 0) return 0
    if (failures.length === 0) return 1
    const slope = (mean: number): Slope => {
      const [rise, bend] = logRisingSlope(successes, strength * mean)
      const [fall, bendBack] = logRisingSlope(failures, strength * (1 - mean))
      return [rise - fall, strength * (bend + bendBack)]
    }
    return rootOfDeclining(slope, [0, 1], pooled)
  }
  const logLikelihood = (logStrength: number): number => {
    const strength = Math.exp(logStrength)
    const mean = meanOf(strength)
    return (
      constant +
      (successes.length && logRising(successes, strength * mean)) +
      (failures.length && logRising(failures, strength * (1 - mean))) -
      logRising(trials, strength)
    )
  }
  const logStrength = maximise(logLikelihood, [WEAKEST, STRONGEST], 24, 1e-7)
  const strength = Math.exp(logStrength)
  const mean = meanOf(strength)
  const likelihood = logLikelihood(logStrength)
  return {
    alpha: strength * mean,
    beta: strength * (1 - mean),
    mean,
    strength,
    logLikelihood: likelihood,
    pEqual: likelihoodRatioP(likelihood, constant + logBinomial(units)),
  }
}

function requireTrials(units: readonly Trials[]): void {
  for (const { events, n } of units)
    if (!(Number.isSafeInteger(n) && Number.isSafeInteger(events) && events >= 0 && events <= n))
      throw new RangeError(`no proportion: ${events} of ${n}`)
  if (units.every(({ n }) => n === 0)) throw new RangeError('no unit has a case')
}

/** The likelihood of one proportion for all, without its constant. */
function logBinomial(units: readonly Trials[]): number {
  const n = sum(units.map((unit) => unit.n))
  const events = sum(units.map((unit) => unit.events))
  const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / n))
  return part(events) + part(n - events)
}

/** What is known of a unit's proportion after its cases: Beta(events + alpha, n − events + beta). */
export function betaPosterior({ events, n }: Trials, { alpha, beta }: BetaPrior): Posterior {
  const [a, b] = [events + alpha, n - events + beta]
  // All or nothing everywhere: the proportion is known.
  if (a === 0 || b === 0) return pointAt(a === 0 ? 0 : 1)
  return {
    mean: a / (a + b),
    tailsAt: (x) => betaTails(a, b, Math.min(1, Math.max(0, x))),
    quantile: (p) => betaQuantile(p, a, b),
  }
}

const pointAt = (value: number): Posterior => ({
  mean: value,
  tailsAt: (x) => (x < value ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 }),
  quantile: () => value,
})

/**
 * The beta distribution with the mean and the variance of the units' proportions, each counted once: a first guess.
 * A. Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), p. 103.
 *
 * @param units each with at least one case; at least two.
 */
export function betaMoments(
  units: readonly Trials[],
): BetaPrior & { readonly mean: number; readonly sd: number } {
  const rates = units.map(({ events, n }) => events / n)
  const mean = sum(rates) / rates.length
  const sd = Math.sqrt(sum(rates.map((rate) => (rate - mean) ** 2)) / (rates.length - 1))
  const strength = (mean * (1 - mean)) / sd ** 2 - 1
  return { mean, sd, alpha: strength * mean, beta: strength * (1 - mean) }
}
