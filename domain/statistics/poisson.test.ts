import { describe, expect, it } from 'vitest'
import { gammaTails } from './distributions/gamma.js'
import { poissonInterval, rateInterval } from './poisson.js'

describe('poissonInterval', () => {
  // Garwood 1936 and Ulm, American Journal of Epidemiology 131 (1990) 373; as R's poisson.test gives them.
  it.each([
    [0, 0, 3.68887945411394],
    [1, 0.0253178079842899, 5.5716433909389],
    [3, 0.618672122895602, 8.76727306974232],
    [10, 4.79538869613243, 18.3903560420178],
    [100, 81.3639912509232, 121.626793792426],
  ])('of %i cases is %d to %d', (count, lower, upper) => {
    const interval = poissonInterval(count)
    expect(interval.lower).toBeCloseTo(lower, 10)
    expect(interval.upper).toBeCloseTo(upper, 10)
  })

  it.each([1, 7, 40, 950, 12_345, 1_000_000, 50_000_000])(
    'of %i cases leaves 2.5 %% on either side',
    (count) => {
      const { lower, upper } = poissonInterval(count)
      // P(at least n | lower) and P(at most n | upper).
      expect(gammaTails(count, lower).lower).toBeCloseTo(0.025, 9)
      expect(gammaTails(count + 1, upper).upper).toBeCloseTo(0.025, 9)
    },
  )

  it.each([-1, 2.5, NaN, Infinity])('refuses %d', (count) => {
    expect(() => poissonInterval(count)).toThrow(RangeError)
  })
})

describe('rateInterval', () => {
  it('gives what the manual of R prints for 137 cases in 24.19893 (poisson.test)', () => {
    const { lower, upper } = rateInterval(137, 24.19893)
    expect(lower).toBeCloseTo(4.753125, 6)
    expect(upper).toBeCloseTo(6.692709, 6)
  })

  it.each([0, -2, NaN, Infinity])('refuses an exposure of %d', (exposure) => {
    expect(() => rateInterval(3, exposure)).toThrow(RangeError)
  })
})
