import { binomialTails } from './distributions/discrete.js'
import { binomialTerm } from './distributions/log-gamma.js'
import { clopperPearson } from './proportion.js'

/** Cases, and what they are held against: days, inhabitants, enterprises. */
export interface Rate {
  readonly count: number
  /** Above 0. */
  readonly exposure: number
}

export interface RateRatio {
  /** First rate ÷ second; Infinity when the second has no case, NaN when neither has. */
  readonly ratio: number
  /** The exact 95 % interval, 0 … Infinity. */
  readonly lower: number
  readonly upper: number
  /** P of so many or more in the first, and of so few or fewer, were the rates equal. */
  readonly pGreater: number
  readonly pLess: number
  /** Two-sided: twice the smaller tail; it goes with the interval. */
  readonly p: number
  /** As `p`, with half of the weight of the observed result: nearer to its level for small counts. */
  readonly pMid: number
  /** Two-sided: of all results that are no likelier than the observed one (Fisher–Freeman–Halton). */
  readonly pNoLikelier: number
}

/** Results whose probabilities differ by rounding count as equally likely; as R's binom.test. */
const EQUALLY_LIKELY = 1 + 1e-7

/**
 * The ratio of two Poisson rates, such as this quarter against the same quarter of last year. Given the sum of both
 * counts the first is binomial, of probability exposure₁ R ÷ (exposure₁ R + exposure₂); the bounds of that probability
 * (Clopper–Pearson) are bounds of R. J. Przyborowski, H. Wilenski, Biometrika 31 (1940) 313–323; M. Fay, R Journal 2
 * (2010) 53–58. Exact for counts that vary as Poisson counts do; see `quasiRateRatio` for others.
 *
 * @throws RangeError when a count is none or an exposure is not above 0.
 */
export function rateRatio(first: Rate, second: Rate): RateRatio {
  const [y1, y2] = [first.count, second.count]
  if (!(isCount(y1) && isCount(y2))) throw new RangeError(`no counts: ${y1}, ${y2}`)
  const relative = second.exposure / first.exposure
  if (!(relative > 0 && relative < Infinity)) throw new RangeError('no exposures')
  const n = y1 + y2
  if (n === 0)
    return { ratio: NaN, lower: 0, upper: Infinity, pGreater: 1, pLess: 1, p: 1, pMid: 1, pNoLikelier: 1 }
  const equal = 1 / (1 + relative)
  // One bound from each count: 1 − p of the other's would lose its digits.
  const [least, rest] = [clopperPearson(y1, n).lower, clopperPearson(y2, n).lower]
  const pLess = binomialTails(y1, n, equal).lower
  const pGreater = binomialTails(y1 - 1, n, equal).upper
  const half = binomialTerm(y1, y2, equal) / 2
  return {
    ratio: (y1 / y2) * relative,
    lower: (least / (1 - least)) * relative,
    upper: ((1 - rest) / rest) * relative,
    pGreater,
    pLess,
    p: Math.min(1, 2 * Math.min(pLess, pGreater)),
    pMid: Math.min(1, 2 * Math.min(pLess - half, pGreater - half)),
    pNoLikelier: noLikelier(y1, n, equal),
  }
}

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0

/** P of all results of n trials that are no likelier than `k`. */
function noLikelier(k: number, n: number, p: number): number {
  const most = binomialTerm(k, n - k, p) * EQUALLY_LIKELY
  const mode = Math.floor((n + 1) * p)
  const isNoLikelier = (j: number): boolean => j < 0 || j > n || binomialTerm(j, n - j, p) <= most
  if (isNoLikelier(mode)) return 1
  // Probabilities fall from the mode on either side: the first that is no likelier, by halving.
  const [low, high] = [edge(mode, -1, isNoLikelier), edge(mode, n + 1, isNoLikelier)]
  return binomialTails(low, n, p).lower + binomialTails(high - 1, n, p).upper
}

/** Between `inside`, which is not, and `outside`, which is: the innermost that is. */
function edge(inside: number, outside: number, isOut: (j: number) => boolean): number {
  while (Math.abs(outside - inside) > 1) {
    const middle = Math.trunc((inside + outside) / 2)
    if (isOut(middle)) outside = middle
    else inside = middle
  }
  return outside
}

const Z = 1.959963984540054

/**
 * The ratio of two rates with counts that vary more than Poisson counts: exp(ln R ± 1.96 √(φ (1 ÷ y₁ + 1 ÷ y₂))).
 *
 * @param dispersion φ, variance ÷ mean, at least 1; from a quasi-Poisson fit of the series.
 * @returns null when either count is 0: there is no such interval.
 */
export function quasiRateRatio(
  first: Rate,
  second: Rate,
  dispersion: number,
): { readonly ratio: number; readonly lower: number; readonly upper: number } | null {
  if (!(dispersion >= 1)) throw new RangeError(`no dispersion: ${dispersion}`)
  if (first.count === 0 || second.count === 0) return null
  const ratio = (first.count / second.count) * (second.exposure / first.exposure)
  const factor = Math.exp(Z * Math.sqrt(dispersion * (1 / first.count + 1 / second.count)))
  return { ratio, lower: ratio / factor, upper: ratio * factor }
}
