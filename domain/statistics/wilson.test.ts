import { describe, expect, it } from 'vitest'
import { roundHalfUp } from './round.js'
import { wilson } from './wilson.js'

describe('wilson', () => {
  // Newcombe 1998, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval of %i in %i', (k, n, lower, upper) => {
    const interval = wilson(k, n)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
  })

  it('holds the proportion, stays inside 0–1 and mirrors itself', () => {
    for (let n = 1; n <= 40; n++) {
      for (let k = 0; k <= n; k++) {
        const { lower, upper } = wilson(k, n)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(k / n)
        expect(upper).toBeGreaterThanOrEqual(k / n)
        expect(wilson(n - k, n).upper).toBeCloseTo(1 - lower, 12)
      }
    }
  })

  it.each([
    [0, 0],
    [3, 2],
    [-1, 5],
  ])('refuses %i in %i', (k, n) => {
    expect(() => wilson(k, n)).toThrow(RangeError)
  })
})

describe('roundHalfUp', () => {
  it.each([
    [12.25, 1, 12.3],
    [-12.25, 1, -12.3],
    [1.005, 2, 1.01],
    [41.18, 1, 41.2],
    [0.04, 1, 0],
    [2.5, 0, 3],
  ])('rounds %d to %i digits: %d', (value, digits, rounded) => {
    expect(roundHalfUp(value, digits)).toBe(rounded)
  })
})
