import { logFactorial, poissonTerm } from './log-gamma.js'
import { normalQuantile } from './normal-quantile.js'
import { PRECISION, type Tails } from './tails.js'

/** P(a, x) ÷ poissonTerm(a, x) = Σ x^n ÷ ((a + 1)…(a + n)); DLMF 8.11.4. */
function lowerSeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > sum * PRECISION; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Q(a, x) ÷ (a poissonTerm(a, x)), for x > a + 1: the continued fraction DLMF 8.9.2, by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let below = x + 1 - a
  let c = Infinity
  let d = 1 / below
  let fraction = d
  for (let n = 1, factor = 0; Math.abs(factor - 1) > 4 * PRECISION; n++) {
    const above = n * (a - n)
    below += 2
    d = 1 / (above * d + below)
    c = below + above / c
    factor = c * d
    fraction *= factor
  }
  return fraction
}

/**
 * The regularised incomplete gamma functions P(shape, x) and Q(shape, x): the probabilities that a gamma variable of
 * scale 1 is below and above `x`.
 *
 * @param shape above 0.
 * @param x 0 or more.
 * @throws RangeError outside of that.
 */
export function gammaTails(shape: number, x: number): Tails {
  if (!(shape > 0 && x >= 0)) throw new RangeError(`no gamma distribution: shape ${shape} at ${x}`)
  if (x === Infinity) return { lower: 1, upper: 0 }
  if (x <= shape + 1) {
    const lower = poissonTerm(shape, x) * lowerSeries(shape, x)
    return { lower, upper: 1 - lower }
  }
  const upper = poissonTerm(shape, x) * shape * upperFraction(shape, x)
  return { lower: 1 - upper, upper }
}

const MOST_STEPS = 200

/** A relative step that changes nothing: a few of the last digits. */
const CLOSE = 16 * PRECISION

/**
 * Near the quantile: for large shapes, of which the cube root is about normal (E. Wilson, M. Hilferty, 1931), and for
 * small x, where P(shape, x) is next to x^shape ÷ Γ(shape + 1).
 */
function startOf(p: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape))
  if (shape > 10 && root > 0.3) return shape * root ** 3
  return Math.exp((Math.log(p) + logFactorial(shape)) / shape)
}

/**
 * The inverse of P(shape, x): the value below which a gamma variable of scale 1 lies with probability `p`.
 * Newton's method on the logarithm of the smaller tail, kept between bounds that close in.
 *
 * @param p between 0 and 1, neither included.
 * @param shape above 0.
 * @returns 0 where the value is too small for a number.
 * @throws RangeError outside of that.
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`no probability between 0 and 1: ${p}`)
  const isLow = p <= gammaTails(shape, shape).lower
  let [least, most] = isLow ? [0, shape] : [shape, Infinity]
  let x = Math.min(most, Math.max(least, startOf(p, shape)))
  if (x === 0) return 0
  for (let step = 0; step < MOST_STEPS; step++) {
    const { lower, upper } = gammaTails(shape, x)
    // Grows with x on either side, and is 0 at the quantile.
    const miss = isLow ? Math.log(lower / p) : Math.log((1 - p) / upper)
    if (miss < 0) least = x
    else most = x
    const term = poissonTerm(shape, x) * shape
    const newton = isLow ? x * Math.exp((-miss * lower) / term) : x - (miss * upper * x) / term
    if (Math.abs(newton - x) <= CLOSE * x) return newton
    x = newton > least && newton < most ? newton : most === Infinity ? 2 * x : (least + most) / 2
  }
  return x
}
