import { binomialTerm } from './log-gamma.js'
import { normalQuantile } from './normal-quantile.js'
import { mirrored, PRECISION, type Tails } from './tails.js'

/** The continued fraction DLMF 8.17.22, by Lentz's method; it converges quickly for x < (a + 1) ÷ (a + b + 2). */
function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1, factor = 0; Math.abs(factor - 1) > 4 * PRECISION; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    factor = c * d
    value *= factor
  }
  return value
}

/**
 * The regularised incomplete beta functions I_x(a, b) and 1 − I_x(a, b): the probabilities that a beta variable is
 * below and above `x`.
 *
 * @param a, b above 0.
 * @param x 0 … 1.
 * @throws RangeError outside of that.
 */
export function betaTails(a: number, b: number, x: number): Tails {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) throw new RangeError(`no beta distribution: ${a}, ${b} at ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === 1) return { lower: 1, upper: 0 }
  if (x * (a + b + 2) > a + 1) return mirrored(smallTails(b, a, 1 - x, x))
  return smallTails(a, b, x, 1 - x)
}

/** As betaTails, left of about the mean; `rest` is 1 − x, given for its digits. */
function smallTails(a: number, b: number, x: number, rest: number): Tails {
  const term = x < rest ? binomialTerm(a, b, x) : binomialTerm(b, a, rest)
  const lower = Math.min(1, term * (b / (a + b)) * fraction(a, b, x))
  return { lower, upper: 1 - lower }
}

const MOST_STEPS = 200

/** A relative step that changes nothing: a few of the last digits. */
const CLOSE = 16 * PRECISION

/**
 * The inverse of I_x(a, b): the value below which a beta variable lies with probability `p`. Newton's method on the
 * logarithms of the tail and of x, kept between bounds that close in.
 *
 * @param p between 0 and 1, neither included.
 * @param a, b above 0.
 * @returns 0 where the value is too small for a number.
 * @throws RangeError outside of that.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`no probability between 0 and 1: ${p}`)
  const mean = a / (a + b)
  return p <= betaTails(a, b, mean).lower ? lowQuantile(p, a, b) : 1 - lowQuantile(1 - p, b, a)
}

/** The quantile where it is below the mean. */
function lowQuantile(p: number, a: number, b: number): number {
  const mean = a / (a + b)
  // Up to the mean I_x(a, b) lies between x^a ÷ (a B(a, b)) and (1 − mean)^(b−1) times it.
  const logScale =
    Math.log((binomialTerm(a, b, mean) * b) / (a + b)) - a * Math.log(mean) - b * Math.log1p(-mean)
  const start = (Math.log(p) - logScale) / a
  let least = start - (Math.min(b - 1, 0) * Math.log1p(-mean) + 1e-9) / a
  let most = Math.log(mean)
  // Where neither parameter is small the distribution is about normal.
  const normal = mean + normalQuantile(p) * Math.sqrt((mean * (1 - mean)) / (a + b + 1))
  const near = Math.min(a, b) > 10 && normal > mean / 4 ? Math.log(normal) : start
  let log = Math.min(Math.max(near, least), most)
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = Math.exp(log)
    const { lower } = betaTails(a, b, x)
    const miss = Math.log(lower / p)
    if (miss < 0) least = log
    else most = log
    // d ln I ÷ d ln x.
    const slope = (binomialTerm(a, b, x) * a * b) / ((a + b) * (1 - x)) / lower
    const newton = log - miss / slope
    if (Math.abs(newton - log) <= CLOSE) return Math.exp(newton)
    log = newton > least && newton < most ? newton : (least + most) / 2
  }
  return Math.exp(log)
}
