/** Chance: each call gives a number from 0 to below 1. */
export type Random = () => number

/**
 * Chance that can be repeated: the generator sfc32 of PractRand (C. Doty-Humphrey, 2010), of 128 bits of state and a
 * counter, so that no seed has a short period.
 *
 * @param seed a whole number; the same gives the same sequence.
 */
export function seeded(seed: number): Random {
  const state = Uint32Array.of(seed, seed >>> 16, 0x9e3779b9, 1)
  const next = (): number => {
    const [a = 0, b = 0, c = 0, counter = 0] = state
    const sum = (a + b + counter) >>> 0
    state[3] = counter + 1
    state[0] = b ^ (b >>> 9)
    state[1] = c + (c << 3)
    state[2] = ((c << 21) | (c >>> 11)) + sum
    return sum / 2 ** 32
  }
  for (let i = 0; i < 15; i++) next()
  return next
}
