import { negativeBinomialQuantile } from '../distributions/discrete.js'
import type { Interval } from '../wilson.js'

/** Cases of a period by how many periods later they arrived; the latest periods have seen fewer delays. */
export interface Arrivals {
  /** counts[delay]: arrived so many periods later; only delays that are over. */
  readonly counts: readonly number[]
}

export interface Nowcast extends Interval {
  /** What has arrived. */
  readonly arrived: number
  /** Part of a period's cases that arrives in that time, 0 … 1. */
  readonly completeness: number
  /** How many it will be when all have arrived; the interval holds it with probability 95 %. */
  readonly expected: number
}

/**
 * The part of all cases that has arrived after each delay: from the reversed hazards g(d) = those of delay d ÷ those of
 * delay ≤ d, over periods that have seen delay d; F(d) = Π (1 − g) over longer delays. Nothing arrives after the longest
 * delay that was seen. J. Lawless, Canadian J. Statistics 22 (1994) 15–31; R. Kalbfleisch, J. Lawless, Statistica Sinica
 * 1 (1991) 19–32.
 *
 * @returns by delay; 1 at the longest. Empty where nothing has arrived.
 */
export function reportingDelay(periods: readonly Arrivals[]): number[] {
  const longest = periods.reduce((most, { counts }) => Math.max(most, counts.length), 0)
  const completeness = Array.from({ length: longest }, () => 1)
  for (let delay = longest - 1; delay > 0; delay--) {
    let [ofDelay, upTo] = [0, 0]
    for (const { counts } of periods) {
      if (counts.length <= delay) continue
      ofDelay += counts[delay] ?? NaN
      upTo += counts.slice(0, delay + 1).reduce((sum, count) => sum + count, 0)
    }
    const reached = completeness[delay] ?? NaN
    completeness[delay - 1] = upTo > 0 ? reached * (1 - ofDelay / upTo) : reached
  }
  return completeness
}

/**
 * How many cases a period will have when all have arrived: recent days always look low. Given the delays, what is still
 * to come is negative binomial of size arrived + ½ and probability `completeness`: the Poisson mean is unknown, a
 * Gamma(½, 0) prior says nothing of it. M. Höhle, M. an der Heiden, Biometrics 70 (2014) 993–1002, with each period by
 * itself. That the delays themselves are estimated is not in the interval.
 *
 * @param completeness part of the period's cases that has arrived by now, above 0 and up to 1.
 */
export function whenAllHaveArrived(arrived: number, completeness: number): Nowcast {
  if (completeness >= 1) return { arrived, completeness, expected: arrived, lower: arrived, upper: arrived }
  const size = arrived + 0.5
  const missing = (p: number): number => negativeBinomialQuantile(p, size, completeness)
  return {
    arrived,
    completeness,
    expected: arrived + (size * (1 - completeness)) / completeness,
    lower: arrived + missing(0.025),
    upper: arrived + missing(0.975),
  }
}

/**
 * The same of consecutive periods, with the delays that they show themselves.
 *
 * @param periods consecutive, the latest last; a complete one has as many delays as the longest.
 * @returns by period; null where so few of its cases can have arrived that nothing can be said.
 */
export function nowcast(periods: readonly Arrivals[]): (Nowcast | null)[] {
  const delay = reportingDelay(periods)
  return periods.map(({ counts }) => {
    const arrived = counts.reduce((sum, count) => sum + count, 0)
    const completeness = counts.length === 0 ? 0 : (delay[counts.length - 1] ?? NaN)
    return completeness > 0 ? whenAllHaveArrived(arrived, completeness) : null
  })
}
