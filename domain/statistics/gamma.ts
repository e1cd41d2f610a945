/** Both sums below stop where a further term changes nothing. */
const PRECISION = 1e-16

/** Stirling's series serves from here; smaller arguments are led up to it. */
const STIRLING_FROM = 15
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360]

/** ln Γ(a) − ((a − ½) ln a − a + ½ ln 2π), for a ≥ 15. NIST Digital Library of Mathematical Functions (DLMF) 5.11.1. */
const stirlingRest = (a: number): number =>
  STIRLING.reduceRight((sum, coefficient) => sum / (a * a) + coefficient, 0) / a

/** ln Γ(a + 1). */
function logFactorial(a: number): number {
  let product = 1
  let above = a
  while (above < STIRLING_FROM) {
    above += 1
    product *= above
  }
  const factorial = (above + 0.5) * Math.log(above) - above + 0.5 * Math.log(2 * Math.PI)
  return factorial + stirlingRest(above) - Math.log(product)
}

/**
 * x^a e^−x ÷ Γ(a + 1): the Poisson probability of `a` where `x` are expected. For a large `a` it is written around
 * x = a, for the powers alone would leave few digits of their quotient (C. Loader, 2000).
 */
function poissonTerm(a: number, x: number): number {
  if (a < STIRLING_FROM) return Math.exp(a * Math.log(x) - x - logFactorial(a))
  const off = (x - a) / a
  const log = Math.abs(off) < 0.5 ? Math.log1p(off) : Math.log(x / a)
  return Math.exp(a * (log - off) - stirlingRest(a)) / Math.sqrt(2 * Math.PI * a)
}

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

/** The two tails of a gamma distribution; they add up to 1, and each is exact where it is small. */
export interface Tails {
  readonly lower: number
  readonly upper: number
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
  // P(shape, x) is below x^shape ÷ Γ(shape + 1), and next to it where x is small.
  let x = isLow ? Math.exp((Math.log(p) + logFactorial(shape)) / shape) : shape
  if (x === 0) return 0
  let [least, most] = isLow ? [0, shape] : [shape, Infinity]
  for (let step = 0; step < MOST_STEPS; step++) {
    const { lower, upper } = gammaTails(shape, x)
    // Grows with x on either side, and is 0 at the quantile.
    const miss = isLow ? Math.log(lower / p) : Math.log((1 - p) / upper)
    if (miss < 0) least = x
    else most = x
    const term = poissonTerm(shape, x) * shape
    const newton = isLow ? x * Math.exp((-miss * lower) / term) : x - (miss * upper * x) / term
    const next = newton > least && newton < most ? newton : most === Infinity ? 2 * x : (least + most) / 2
    if (Math.abs(next - x) <= 4 * PRECISION * x) return next
    x = next
  }
  return x
}
