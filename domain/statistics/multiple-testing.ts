/**
 * The p-values of one family of tests, adjusted so that those at or below q make a list with at most a part q of false
 * discoveries: p₍ᵢ₎ m ÷ i, made monotone from above. One family is one screen and one period.
 * Y. Benjamini, Y. Hochberg, JRSS B 57 (1995) 289–300.
 *
 * @param p p-values, in any order.
 * @returns the adjusted ones, in the same order.
 */
export const benjaminiHochberg = (p: readonly number[]): number[] => stepUp(p, 1)

/**
 * As benjaminiHochberg, for tests that depend on one another in any way: larger by Σ 1 ÷ i.
 * Y. Benjamini, D. Yekutieli, Annals of Statistics 29 (2001) 1165–1188.
 */
export const benjaminiYekutieli = (p: readonly number[]): number[] =>
  stepUp(
    p,
    p.reduce((sum, _, i) => sum + 1 / (i + 1), 0),
  )

/** Adjusted so that any false discovery at all has at most the chance q. S. Holm, Scand. J. Statistics 6 (1979) 65–70. */
export function holm(p: readonly number[]): number[] {
  const adjusted: number[] = []
  let most = 0
  ascending(p).forEach((i, rank) => {
    most = Math.max(most, Math.min(1, (p[i] ?? NaN) * (p.length - rank)))
    adjusted[i] = most
  })
  return adjusted
}

/** As holm, without its steps: p m. Weaker; for comparison. */
export const bonferroni = (p: readonly number[]): number[] => p.map((value) => Math.min(1, value * p.length))

const ascending = (p: readonly number[]): number[] =>
  p.map((_, i) => i).sort((i, j) => (p[i] ?? NaN) - (p[j] ?? NaN))

function stepUp(p: readonly number[], factor: number): number[] {
  const adjusted: number[] = []
  let least = 1
  for (const [above, i] of ascending(p).reverse().entries()) {
    least = Math.min(least, ((p[i] ?? NaN) * p.length * factor) / (p.length - above))
    adjusted[i] = least
  }
  return adjusted
}
