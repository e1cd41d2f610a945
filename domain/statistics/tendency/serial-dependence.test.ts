import { describe, expect, it } from 'vitest'
import { seeded } from '../random.js'
import { serialInflation } from './serial-dependence.js'

const noise = (seed: number, length = 36): number[] => {
  const random = seeded(seed)
  return Array.from({ length }, () => Math.round(10 * random()))
}

describe('serialInflation', () => {
  it('is near 1 where nothing resembles what came before', () => {
    const factors = Array.from({ length: 200 }, (_, seed) => serialInflation(noise(seed)))
    expect(factors.reduce((sum, factor) => sum + factor, 0) / factors.length).toBeLessThan(1.15)
    expect(Math.min(...factors)).toBe(1)
  })

  it('is large where the level shifts once and stays', () => {
    const shifted = noise(3).map((value, at) => value + (at >= 18 ? 20 : 0))
    expect(serialInflation(shifted)).toBeGreaterThan(2)
  })

  it('is what the formula says', () => {
    // Slope 0; of the 15 pairs of lag 1 two differ: ρ(1) = 11 ÷ 16; ρ(2) = 6 ÷ 16 is within chance.
    const runs = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]
    expect(serialInflation(runs)).toBeCloseTo(1 + (2 * 15 * 14 * 13 * (11 / 16)) / (16 * 15 * 14), 9)
    expect(serialInflation([5, 5, 5, 5, 5])).toBe(1)
  })

  it('does not take a steady rise for a level that wanders', () => {
    expect(serialInflation(noise(5).map((value, at) => value + 2 * at))).toBeLessThan(1.6)
  })
})
