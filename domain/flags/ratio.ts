import { poissonInterval } from '../statistics/poisson.js'
import { type RateRatio, rateRatio } from '../statistics/rate-ratio.js'
import type { Signal } from './signal.js'
import type { Tested } from './tested.js'

/** Observed ÷ expected with its 95 % interval. Exact, of two counts; of a long series with its expectation taken as known. */
export function ratioOf({ regime, observed, expected, before, windows, season }: Tested): Signal['ratio'] {
  if (regime === 'weeks') {
    const { lower, upper } = poissonInterval(observed)
    return { ratio: observed / expected, lower: lower / expected, upper: upper / expected }
  }
  const of: RateRatio = rateRatio({ count: observed, exposure: season }, { count: before, exposure: windows })
  return { ratio: of.ratio, lower: of.lower, upper: of.upper }
}
