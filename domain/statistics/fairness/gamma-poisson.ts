import { gammaQuantile, gammaTails } from '../distributions/gamma.js'
import { logFactorial, logGamma } from '../distributions/log-gamma.js'
import { maximise, rootOfDeclining, type Slope } from '../optimum.js'
import { likelihoodRatioP, STRONGEST, WEAKEST, type Posterior } from './posterior.js'

/** A unit's events, and how many it would have were it like all: expected numbers, or an exposure. */
export interface Exposed {
  readonly events: number
  /** 0 or more; a unit without any is given what is common. */
  readonly exposure: number
}

/** The distribution of the units' true rates: gamma of this shape, scale 1 ÷ rate. */
export interface GammaPrior {
  readonly shape: number
  readonly rate: number
}

export interface GammaPoisson extends GammaPrior {
  readonly mean: number
  readonly logLikelihood: number
  /** Chance of differences at least as large, did all units have one rate. */
  readonly pEqual: number
}

/**
 * The gamma-Poisson distribution that the units' counts most likely come from: eventsᵢ ~ Poisson(λᵢ exposureᵢ),
 * λ ~ Gamma(shape, rate), so that a count is negative binomial. Maximised over the mean for a given shape, where it has
 * one maximum, and over the shape; capped at 10⁶, where units do not differ.
 * D. Clayton, J. Kaldor, Biometrics 43 (1987) 671–681.
 *
 * @throws RangeError when a count is none, or there is no exposure at all.
 */
export function fitGammaPoisson(units: readonly Exposed[]): GammaPoisson {
  requireExposed(units)
  const exposed = units.filter(({ exposure }) => exposure > 0)
  const events = exposed.reduce((sum, unit) => sum + unit.events, 0)
  const overall = events / exposed.reduce((sum, { exposure }) => sum + exposure, 0)
  const constant = -exposed.reduce((sum, unit) => sum + logFactorial(unit.events), 0)
  if (events === 0) {
    const shape = Math.exp(STRONGEST)
    return { shape, rate: Infinity, mean: 0, logLikelihood: 0, pEqual: 1 }
  }
  const most = Math.max(...exposed.map((unit) => unit.events / unit.exposure))
  const meanOf = (shape: number): number => {
    const slope = (mean: number): Slope => {
      let [first, second] = [0, 0]
      for (const unit of exposed) {
        const below = shape + unit.exposure * mean
        first += (unit.events - unit.exposure * mean) / below
        second -= (unit.exposure * (shape + unit.events)) / below ** 2
      }
      return [first, second]
    }
    return rootOfDeclining(slope, [0, most], overall)
  }
  const logLikelihood = (logShape: number): number => {
    const shape = Math.exp(logShape)
    const mean = meanOf(shape)
    return exposed.reduce(
      (sum, unit) => sum + logNegativeBinomial(unit.events, shape, unit.exposure * mean),
      constant,
    )
  }
  const logShape = maximise(logLikelihood, [WEAKEST, STRONGEST], 24, 1e-7)
  const shape = Math.exp(logShape)
  const mean = meanOf(shape)
  const likelihood = logLikelihood(logShape)
  const equal = exposed.reduce(
    (sum, unit) => sum + logPoisson(unit.events, unit.exposure * overall),
    constant,
  )
  return {
    shape,
    rate: shape / mean,
    mean,
    logLikelihood: likelihood,
    pEqual: likelihoodRatioP(likelihood, equal),
  }
}

function requireExposed(units: readonly Exposed[]): void {
  for (const { events, exposure } of units) {
    const isCount = Number.isSafeInteger(events) && events >= 0
    if (!(isCount && exposure >= 0 && exposure < Infinity && (exposure > 0 || events === 0)))
      throw new RangeError(`no rate: ${events} where ${exposure} are expected`)
  }
  if (units.every(({ exposure }) => exposure === 0)) throw new RangeError('no unit has an exposure')
}

/** ln P(count) + ln count!, of a negative binomial distribution of this mean. */
function logNegativeBinomial(count: number, size: number, mean: number): number {
  return logRising(size, count) - size * Math.log1p(mean / size) + count * Math.log(mean / (size + mean))
}

const logPoisson = (count: number, mean: number): number => (count === 0 ? 0 : count * Math.log(mean)) - mean

/** ln Γ(x + count) − ln Γ(x), without the loss of digits where x is large. */
function logRising(x: number, count: number): number {
  if (count > 100 && x < 100) return logGamma(x + count) - logGamma(x)
  let sum = 0
  for (let j = 0; j < count; j++) sum += Math.log(x + j)
  return sum
}

/** What is known of a unit's rate after its events: Gamma(events + shape, exposure + rate). */
export function gammaPosterior({ events, exposure }: Exposed, { shape, rate }: GammaPrior): Posterior {
  const [a, scale] = [events + shape, exposure + rate]
  return {
    mean: a / scale,
    tailsAt: (x) => gammaTails(a, x === Infinity || scale === Infinity ? Infinity : Math.max(0, x * scale)),
    quantile: (p) => gammaQuantile(p, a) / scale,
  }
}
