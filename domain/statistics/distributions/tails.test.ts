import { describe, expect, it } from 'vitest'
import { betaQuantile, betaTails } from './beta.js'
import {
  binomialQuantile,
  binomialTails,
  hypergeometricTails,
  negativeBinomialQuantile,
  negativeBinomialTails,
  poissonQuantile,
  poissonTails,
} from './discrete.js'
import { digamma, logGamma } from './log-gamma.js'
import { normalQuantile } from './normal-quantile.js'
import { normalTails, twoSided } from './normal.js'
import { studentTails } from './student.js'
import type { Tails } from './tails.js'

const PROBABILITIES = [1e-250, 1e-30, 1e-9, 0.025, 0.3, 0.5, 0.9, 0.975, 1 - 1e-9]

/** Sum of P(X = k), by differences of the lower tail. */
const sumUpTo = (tailsAt: (k: number) => Tails, most: number): number => tailsAt(most).lower

describe('continuous distributions', () => {
  it.each(PROBABILITIES)('invert themselves at %d', (p) => {
    const z = normalQuantile(p)
    const { lower, upper } = normalTails(z)
    expect(p < 0.5 ? lower / p : upper / (1 - p)).toBeCloseTo(1, 8)
    for (const [a, b] of [
      [0.4, 0.7],
      [3, 0.5],
      [30, 500],
      [2e5, 8e5],
    ] as const) {
      const x = betaQuantile(p, a, b)
      const tails = betaTails(a, b, x)
      // Next to 1 a number has no more digits, and below 1e-308 there is none.
      if (x > 0 && x < 1 - 1e-6) expect(p < 0.5 ? tails.lower / p : tails.upper / (1 - p)).toBeCloseTo(1, 6)
    }
  })

  it('mirror themselves', () => {
    for (const x of [0.001, 0.2, 0.5, 0.93]) {
      expect(betaTails(3, 7, x).lower).toBeCloseTo(betaTails(7, 3, 1 - x).upper, 13)
      expect(studentTails(-x, 5).lower).toBeCloseTo(studentTails(x, 5).upper, 13)
    }
    expect(normalTails(-9).lower).toBe(normalTails(9).upper)
    expect(twoSided(1.959963984540054)).toBeCloseTo(0.05, 13)
  })

  it('are elementary where they are', () => {
    expect(betaTails(1, 1, 0.37).lower).toBeCloseTo(0.37, 13)
    expect(betaTails(1, 5, 0.2).upper).toBeCloseTo(0.8 ** 5, 13)
    expect(studentTails(1, 1).upper).toBeCloseTo(0.25, 13)
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13)
    expect(digamma(4) - digamma(3)).toBeCloseTo(1 / 3, 13)
  })

  it('refuse what is none', () => {
    expect(() => betaTails(0, 1, 0.5)).toThrow(RangeError)
    expect(() => betaTails(1, 1, 1.5)).toThrow(RangeError)
    expect(() => betaQuantile(1, 2, 2)).toThrow(RangeError)
    expect(() => normalQuantile(0)).toThrow(RangeError)
    expect(() => logGamma(0)).toThrow(RangeError)
    expect(() => digamma(-1)).toThrow(RangeError)
  })
})

describe('distributions of counts', () => {
  it('have nothing below 0 and everything up to the most', () => {
    for (const tails of [poissonTails(-1, 3), binomialTails(-1, 5, 0.4), negativeBinomialTails(-1, 2, 0.5)])
      expect(tails).toEqual({ lower: 0, upper: 1 })
    expect(binomialTails(5, 5, 0.4)).toEqual({ lower: 1, upper: 0 })
    expect(hypergeometricTails(3, 3, 10, 5)).toEqual({ lower: 1, upper: 0 })
    expect(hypergeometricTails(-1, 3, 10, 5)).toEqual({ lower: 0, upper: 1 })
    expect(poissonTails(0, 0)).toEqual({ lower: 1, upper: 0 })
  })

  it('are what counting says', () => {
    expect(binomialTails(1, 3, 0.5).lower).toBeCloseTo(4 / 8, 13)
    expect(poissonTails(2, 1.5).lower).toBeCloseTo(Math.exp(-1.5) * (1 + 1.5 + 1.125), 13)
    expect(negativeBinomialTails(1, 2, 0.5).lower).toBeCloseTo(0.25 + 0.25, 13)
    // Of 4 white and 6 black balls 3 are drawn: C(4, 3) of C(10, 3) draws are all white.
    expect(hypergeometricTails(2, 4, 6, 3).upper).toBeCloseTo(4 / 120, 13)
    expect(sumUpTo((k) => hypergeometricTails(k, 4, 6, 10), 3)).toBe(0)
    expect(sumUpTo((k) => hypergeometricTails(k, 4, 6, 10), 4)).toBe(1)
  })

  it('have as quantile the first count that reaches', () => {
    for (const p of [0, 1e-6, 0.05, 0.5, 0.995, 1 - 1e-9]) {
      for (const [quantile, tailsAt] of [
        [poissonQuantile(p, 7.3), (k: number) => poissonTails(k, 7.3)],
        [binomialQuantile(p, 40, 0.3), (k: number) => binomialTails(k, 40, 0.3)],
        [negativeBinomialQuantile(p, 2.5, 0.1), (k: number) => negativeBinomialTails(k, 2.5, 0.1)],
      ] as const) {
        expect(tailsAt(quantile).lower).toBeGreaterThanOrEqual(p - 1e-13)
        if (quantile > 0) expect(tailsAt(quantile - 1).lower).toBeLessThan(p)
      }
    }
  })
})
