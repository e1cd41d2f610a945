import { gammaQuantile } from './distributions/gamma.js'
import type { Interval } from './wilson.js'

/** What lies on either side of a two-sided 95 % interval. */
const TAIL = 0.025

/** Intervals that were computed: a screen asks for those of the same small numbers again and again. */
const KNOWN = new Map<number, Interval>()
const MOST_KNOWN = 10_000

/**
 * The exact 95 % interval of a Poisson count: of all expected numbers under which so few or so many cases are not rarer
 * than 2.5 %. lower = χ²(0.025; 2n) ÷ 2, upper = χ²(0.975; 2n + 2) ÷ 2, where half a χ² of 2a degrees of freedom is a
 * gamma variable of shape a. F. Garwood, Biometrika 28 (1936) 437–442.
 *
 * @param count number of cases, whole, 0 or more.
 * @returns the bounds of the expected number of cases.
 * @throws RangeError when it is no count.
 */
export function poissonInterval(count: number): Interval {
  if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`no count: ${count}`)
  const known = KNOWN.get(count)
  if (known) return known
  const interval = {
    lower: count === 0 ? 0 : gammaQuantile(TAIL, count),
    upper: gammaQuantile(1 - TAIL, count + 1),
  }
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(count, interval)
  return interval
}

/**
 * The exact 95 % interval of a rate, count ÷ exposure; the exposure is taken as known.
 *
 * @param count number of cases, whole, 0 or more.
 * @param exposure what the cases are held against, above 0: enterprises, inhabitants, days.
 * @returns the bounds in cases per unit of exposure.
 * @throws RangeError when there is no such rate.
 */
export function rateInterval(count: number, exposure: number): Interval {
  if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`no exposure: ${exposure}`)
  const { lower, upper } = poissonInterval(count)
  return { lower: lower / exposure, upper: upper / exposure }
}
