import { gammaTails } from './gamma.js'
import type { Tails } from './tails.js'

/**
 * The probabilities that a standard normal variable is below and above `z`. z² ÷ 2 is a gamma variable of shape ½,
 * so that either tail keeps its digits.
 */
export function normalTails(z: number): Tails {
  const beyond = gammaTails(0.5, (z * z) / 2).upper / 2
  return z < 0 ? { lower: beyond, upper: 1 - beyond } : { lower: 1 - beyond, upper: beyond }
}

/** The probability of what is at least as far from 0 as `z`, on either side. */
export const twoSided = (z: number): number => gammaTails(0.5, (z * z) / 2).upper
