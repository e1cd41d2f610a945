import { normalQuantile } from '../distributions/normal-quantile.js'
import { normalTails } from '../distributions/normal.js'
import { maximise } from '../optimum.js'
import { likelihoodRatioP, type Posterior } from './posterior.js'

/** A unit's mean, and how uncertain it is. */
export interface Measured {
  readonly mean: number
  /** Of the mean: the square of its standard error, above 0. */
  readonly variance: number
}

export interface NormalNormal {
  /** Of the units' true means, each unit counted once as far as it is known. */
  readonly mean: number
  /** The variance between the units' true means; never quite 0, so that every unit has a distribution. */
  readonly between: number
  readonly logLikelihood: number
  /** Chance of differences at least as large, did all units have one mean. */
  readonly pEqual: number
}

/** Shares of the units' mean variance between which that between units is looked for. */
const LEAST = Math.log(1e-6)
const MOST = Math.log(1e6)

/**
 * The normal distribution of true means from which the units' means most likely come: meanᵢ ~ N(θᵢ, varianceᵢ),
 * θ ~ N(mean, between). The mean is maximised over in closed form, the variance by a search on its logarithm.
 * C. Morris, JASA 78 (1983) 47–65; R. Hardy, S. Thompson, Statistics in Medicine 15 (1996) 619–629.
 *
 * @throws RangeError when there is no unit, or a variance is not above 0.
 */
export function fitNormalNormal(units: readonly Measured[]): NormalNormal {
  if (units.length === 0 || units.some(({ variance }) => !(variance > 0 && variance < Infinity)))
    throw new RangeError('a mean needs a variance above 0')
  const scale = units.reduce((sum, { variance }) => sum + variance, 0) / units.length
  const at = (between: number) => likelihoodAt(units, between)
  const log = maximise((x) => at(scale * Math.exp(x)).logLikelihood, [LEAST, MOST], 40, 1e-9)
  const between = scale * Math.exp(log)
  const { mean, logLikelihood } = at(between)
  return { mean, between, logLikelihood, pEqual: likelihoodRatioP(logLikelihood, at(0).logLikelihood) }
}

function likelihoodAt(units: readonly Measured[], between: number): { mean: number; logLikelihood: number } {
  let [weights, weighted] = [0, 0]
  for (const { mean, variance } of units) {
    weights += 1 / (variance + between)
    weighted += mean / (variance + between)
  }
  const mean = weighted / weights
  const logLikelihood = units.reduce((sum, unit) => {
    const whole = unit.variance + between
    return sum - (Math.log(2 * Math.PI * whole) + (unit.mean - mean) ** 2 / whole) / 2
  }, 0)
  return { mean, logLikelihood }
}

/** What is known of a unit's true mean after what was measured. */
export function normalPosterior({ mean, variance }: Measured, prior: NormalNormal): Posterior {
  const precision = 1 / variance + 1 / prior.between
  const centre = (mean / variance + prior.mean / prior.between) / precision
  const deviation = 1 / Math.sqrt(precision)
  return {
    mean: centre,
    tailsAt: (x) => normalTails((x - centre) / deviation),
    quantile: (p) => centre + deviation * normalQuantile(p),
  }
}
