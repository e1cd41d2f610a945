import { gammaQuantile } from '../distributions/gamma.js'
import type { Interval } from '../wilson.js'

export interface InformationComponent extends Interval {
  /** log₂ of observed ÷ expected, drawn to 0 by half a case: 1 is twice as often. */
  readonly ic: number
}

/** Cases added to both; what one case that coincides is worth. */
const SHRINKAGE = 0.5

/**
 * How many times as often a combination occurs as by chance, on the scale of doublings, with its 95 % interval; small
 * counts are drawn to “as often”. IC = log₂((O + ½) ÷ (E + ½)), bounds from the gamma distribution of shape O + ½ and
 * rate E + ½. A signal where the lower bound is above 0.
 * G. Norén, J. Hopstadius, A. Bate, Statistical Methods in Medical Research 22 (2013) 57–69.
 *
 * @param observed a count.
 * @param expected without any dependence: row × column ÷ all; 0 or more.
 */
export function informationComponent(observed: number, expected: number): InformationComponent {
  const [shape, rate] = [observed + SHRINKAGE, expected + SHRINKAGE]
  return {
    ic: Math.log2(shape / rate),
    lower: Math.log2(gammaQuantile(0.025, shape) / rate),
    upper: Math.log2(gammaQuantile(0.975, shape) / rate),
  }
}
