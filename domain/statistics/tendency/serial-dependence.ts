import { senSlope } from './mann-kendall.js'

/** Lags are counted up to the first whose correlation is within chance at 90 %. */
const SIGNIFICANT = 1.645

/**
 * By how much the variance of Mann–Kendall's S grows because values resemble those before them: a level that shifts and
 * stays, or wanders, is no steady rise. n ÷ n* = 1 + 2 ÷ (n(n−1)(n−2)) Σ (n−i)(n−i−1)(n−i−2) ρ(i), with ρ the
 * autocorrelation of the ranks of what Sen's slope leaves, of the lags from 1 to the first that is not significant, so that
 * it never falls below 1. A season resembles itself as well: such a series has to rise the more clearly.
 * K. Hamed, A. Ramachandra Rao, J. Hydrology 204 (1998) 182–196.
 *
 * @param values equally spaced.
 */
export function serialInflation(values: readonly number[]): number {
  const n = values.length
  if (n < 4) return 1
  const { slope } = senSlope(values)
  const ranks = ranksOf(values.map((value, at) => value - slope * at))
  const mean = (n + 1) / 2
  const spread = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0)
  if (spread === 0) return 1
  let sum = 0
  for (let lag = 1; lag < n; lag++) {
    let product = 0
    for (let at = lag; at < n; at++) product += (ranks[at]! - mean) * (ranks[at - lag]! - mean)
    const correlation = product / spread
    if (correlation < SIGNIFICANT / Math.sqrt(n)) break
    sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation
  }
  return 1 + (2 * sum) / (n * (n - 1) * (n - 2))
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranksOf(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!)
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++
    for (let at = from; at < to; at++) ranks[order[at]!] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}
