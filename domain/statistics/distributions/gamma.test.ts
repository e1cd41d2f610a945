import { describe, expect, it } from 'vitest'
import { gammaQuantile, gammaTails } from './gamma.js'

/** Relative, since tails are tiny. */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected), `${actual} instead of ${expected}`).toBeLessThanOrEqual(
    Math.abs(expected) * 1e-11,
  )
}

describe('gammaTails', () => {
  // R 4.2.2, pgamma. The last one is 0.6195 in a library that gives up on large shapes.
  it.each([
    [0.1, 0.01, 0.66262125995448],
    [0.5, 4.5, 0.99730020393674],
    [5, 0.01, 8.2641856418065e-13],
    [50, 0.01, 3.2558721772149e-165],
    [50, 60, 0.915593318906308],
    [1000, 1010, 0.627678944736995],
  ])('below, shape %d at %d: %d', (shape, x, lower) => {
    expectClose(gammaTails(shape, x).lower, lower)
  })

  // R 4.2.2, pchisq(…, lower.tail = FALSE) of 2 × shape degrees of freedom at 2 × x.
  it.each([
    [0.5, 125, 2.59680703934019e-56],
    [1, 125, 5.16642063283786e-55],
    [4.5, 125, 9.97615146929882e-49],
    [4.5, 15, 0.00043872177097948],
  ])('above, shape %d at %d: %d', (shape, x, upper) => {
    expectClose(gammaTails(shape, x).upper, upper)
  })

  it('ends at 0 and infinity', () => {
    expect(gammaTails(3, 0)).toEqual({ lower: 0, upper: 1 })
    expect(gammaTails(3, Infinity)).toEqual({ lower: 1, upper: 0 })
  })

  it.each([
    [0, 1],
    [-1, 1],
    [2, -1],
    [NaN, 1],
    [2, NaN],
  ])('refuses shape %d at %d', (shape, x) => {
    expect(() => gammaTails(shape, x)).toThrow(RangeError)
  })
})

describe('gammaQuantile', () => {
  // R 4.2.2, qgamma.
  it.each([
    [0.001, 0.5, 7.85398574631245e-7],
    [0.5, 1, 0.693147180559945],
    [0.9999, 3, 13.9281706180071],
    [0.025, 137, 115.020534433799],
    [0.975, 137, 160.872774690738],
  ])('%d of shape %d is %d', (p, shape, quantile) => {
    expectClose(gammaQuantile(p, shape), quantile)
  })

  it('is the inverse of the lower tail, far out too', () => {
    for (const shape of [0.02, 0.3, 1, 2.5, 14.9, 15, 15.1, 300, 1e5, 1e8]) {
      for (const p of [1e-250, 1e-9, 0.02, 0.4, 0.5, 0.6, 0.99, 1 - 1e-9]) {
        const x = gammaQuantile(p, shape)
        if (x === 0) {
          expect(shape * 745).toBeLessThan(-Math.log(p))
          continue
        }
        const { lower, upper } = gammaTails(shape, x)
        const [found, wanted] = p < 0.5 ? [lower, p] : [upper, 1 - p]
        expect(Math.abs(found - wanted), `${p} of ${shape}`).toBeLessThanOrEqual(wanted * 1e-9)
      }
    }
  })

  it.each([0, 1, -0.1, NaN])('refuses %d', (p) => {
    expect(() => gammaQuantile(p, 2)).toThrow(RangeError)
  })
})
