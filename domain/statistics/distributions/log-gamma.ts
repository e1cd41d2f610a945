/** Stirling's series serves from here; smaller arguments are led up to it. */
const STIRLING_FROM = 15
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360]

/** ln Γ(a) − ((a − ½) ln a − a + ½ ln 2π), for a ≥ 15. NIST Digital Library of Mathematical Functions (DLMF) 5.11.1. */
const stirlingRest = (a: number): number =>
  STIRLING.reduceRight((sum, coefficient) => sum / (a * a) + coefficient, 0) / a

/** ln Γ(a + 1), for a > −1. */
export function logFactorial(a: number): number {
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
 * ln Γ(a). DLMF 5.11.1 from 15 on, below led up to it by Γ(a + 1) = a Γ(a).
 *
 * @param a above 0.
 * @throws RangeError outside of that.
 */
export function logGamma(a: number): number {
  if (!(a > 0)) throw new RangeError(`no gamma function of ${a}`)
  if (a === 1 || a === 2) return 0
  return a < 1 ? logFactorial(a) - Math.log(a) : logFactorial(a - 1)
}

/** B₂ₙ ÷ 2n: the coefficients of the digamma function's series in 1 ÷ a². */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760]

/**
 * ψ(a), the derivative of ln Γ. DLMF 5.11.2 from 15 on, below led up to it by ψ(a + 1) = ψ(a) + 1 ÷ a.
 *
 * @param a above 0.
 * @throws RangeError outside of that.
 */
export function digamma(a: number): number {
  if (!(a > 0)) throw new RangeError(`no digamma function of ${a}`)
  let lead = 0
  let above = a
  for (; above < STIRLING_FROM; above++) lead += 1 / above
  const series = DIGAMMA.reduceRight((sum, coefficient) => (sum + coefficient) / (above * above), 0)
  return Math.log(above) - 1 / (2 * above) - series - lead
}

/**
 * x^a e^−x ÷ Γ(a + 1): the Poisson probability of `a` where `x` are expected. For a large `a` it is written around
 * x = a, for the powers alone would leave few digits of their quotient (C. Loader, 2000).
 *
 * @param a 0 or more, whole or not.
 * @param x 0 or more.
 */
export function poissonTerm(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0
  if (a < STIRLING_FROM) return Math.exp(a * Math.log(x) - x - logFactorial(a))
  const off = (x - a) / a
  const log = Math.abs(off) < 0.5 ? Math.log1p(off) : Math.log(x / a)
  return Math.exp(a * (log - off) - stirlingRest(a)) / Math.sqrt(2 * Math.PI * a)
}

/**
 * x^a (1 − x)^b Γ(a + b + 1) ÷ (Γ(a + 1) Γ(b + 1)): the binomial probability of `a` in a + b. It is the quotient of
 * Poisson terms, each of which keeps its digits (C. Loader, “Fast and accurate computation of binomial
 * probabilities”, 2000).
 *
 * @param a, b 0 or more, whole or not.
 * @param x a probability.
 */
export function binomialTerm(a: number, b: number, x: number): number {
  const n = a + b
  return (poissonTerm(a, n * x) / poissonTerm(n, n)) * poissonTerm(b, n * (1 - x))
}
