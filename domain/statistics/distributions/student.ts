import { betaTails } from './beta.js'
import type { Tails } from './tails.js'

/**
 * The tails of Student's t: P(T ≤ t) and P(T > t); df ÷ (df + t²) is a beta variable.
 *
 * @param df degrees of freedom, above 0.
 */
export function studentTails(t: number, df: number): Tails {
  const square = t * t
  const beyond =
    square > df
      ? betaTails(df / 2, 0.5, df / (df + square)).lower
      : betaTails(0.5, df / 2, square / (df + square)).upper
  return t < 0 ? { lower: beyond / 2, upper: 1 - beyond / 2 } : { lower: 1 - beyond / 2, upper: beyond / 2 }
}
