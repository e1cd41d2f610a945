/** The 97.5 % point of the standard normal distribution: two-sided 95 %. */
const Z = 1.959963984540054

export interface Interval {
  readonly lower: number
  readonly upper: number
}

/**
 * The 95 % score interval of a proportion, without continuity correction. It stays inside 0–1 and holds its level for
 * small n, where the textbook (Wald) interval does not.
 * E. B. Wilson, JASA 22 (1927) 209–212; R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, method 3.
 *
 * @param successes number of cases that have the property, 0 … n.
 * @param n number of cases, at least 1.
 * @returns the bounds as fractions.
 * @throws RangeError when there is no such proportion.
 */
export function wilson(successes: number, n: number): Interval {
  if (!(n >= 1 && successes >= 0 && successes <= n))
    throw new RangeError(`no proportion: ${successes} of ${n}`)
  const p = successes / n
  const centre = p + (Z * Z) / (2 * n)
  const half = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))
  const scale = 1 + (Z * Z) / n
  return {
    lower: successes === 0 ? 0 : (centre - half) / scale,
    upper: successes === n ? 1 : (centre + half) / scale,
  }
}
