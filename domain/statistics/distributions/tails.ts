/** The two tails of a distribution; they add up to 1, and each is exact where it is small. */
export interface Tails {
  /** P(X ≤ x). */
  readonly lower: number
  /** P(X > x). */
  readonly upper: number
}

/** Sums and continued fractions stop where a further term changes nothing. */
export const PRECISION = 1e-16

/** The tails of −X. */
export const mirrored = ({ lower, upper }: Tails): Tails => ({ lower: upper, upper: lower })
