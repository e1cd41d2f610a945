import { describe, expect, it } from 'vitest'
import { associationRules } from './combinations/association-rules.js'
import { association, contingency } from './combinations/contingency.js'
import { informationComponent } from './combinations/information-component.js'
import { concentration } from './concentration/effective-number.js'
import { freemanTukey, getisOrd, getisOrdStar, globalMoran } from './concentration/local-autocorrelation.js'
import { locationQuotient } from './concentration/location-quotient.js'
import { marshall, marshallLocal } from './concentration/marshall.js'
import { benjaminiHochberg, holm } from './multiple-testing.js'
import { quasiRateRatio, rateRatio } from './rate-ratio.js'
import { mannKendall, seasonalMannKendall, senSlope } from './tendency/mann-kendall.js'
import { pettitt } from './tendency/pettitt.js'

describe('tendency', () => {
  const rising = [3, 5, 4, 8, 9, 9, 12, 15]

  it('turns with the series, and knows no scale', () => {
    const [up, down] = [mannKendall(rising), mannKendall([...rising].reverse())]
    expect(down.s).toBe(-up.s)
    expect(down.p).toBeCloseTo(up.p, 14)
    expect(mannKendall(rising.map((value) => 100 + 7 * value))).toEqual(up)
    expect(senSlope(rising.map((value) => 100 + 7 * value)).slope).toBeCloseTo(7 * senSlope(rising).slope, 12)
  })

  it('of a line is its slope, whatever one outlier says', () => {
    const line = [1, 3, 5, 7, 9, 11, 13, 500]
    expect(senSlope(line)).toMatchObject({ slope: 2 })
    expect(senSlope([1, null, 5, 7]).slope).toBe(2)
  })

  it.each([[[]], [[4]], [[4, 4]]])('is none of %j', (series) => {
    expect(mannKendall(series)).toMatchObject({ s: 0, p: 1, z: 0 })
  })

  it('compares a season with itself only', () => {
    const seasons = [1, 50, 2, 51, 3, 52, 4, 53, 5, 54]
    expect(seasonalMannKendall(seasons, 2)).toMatchObject({ s: 20, tau: expect.closeTo(1, 12), slope: 1 })
    expect(seasonalMannKendall(seasons, 2).p).toBeLessThan(mannKendall(seasons).p)
  })

  it('finds when the level changed', () => {
    expect(pettitt([2, 3, 2, 3, 2, 9, 8, 9, 8, 9]).after).toEqual([4])
    expect(pettitt([])).toMatchObject({ k: 0, p: 1 })
  })
})

describe('concentration', () => {
  it('counts equal places as so many, and one alone as one', () => {
    expect(concentration([5, 5, 5, 5])?.effectiveNumber).toBeCloseTo(4, 14)
    expect(concentration([5, 0, 0, 0])).toMatchObject({ effectiveNumber: 1, giniCorrected: 1, entropy: -0 })
    expect(concentration([7, 1, 1, 1])?.topShare(2)).toBeCloseTo(0.8, 14)
    expect(concentration([])).toBeNull()
    expect(concentration([0, 0])).toBeNull()
  })

  it('has no quotient of nothing, and 1 where the share is the common one', () => {
    expect(locationQuotient(10, 100, 50, 500)).toMatchObject({ quotient: 1 })
    expect(locationQuotient(0, 100, 50, 500)).toEqual({ quotient: 0, lower: null, upper: null })
    expect(locationQuotient(0, 0, 50, 500).quotient).toBeNull()
  })

  /** A row of areas, each next to the ones beside it. */
  const row = Array.from({ length: 12 }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < 12))
  const values = [9, 10, 9, 1, 2, 1, 2, 1, 2, 1, 2, 1]

  it('finds where high values stand together', () => {
    const z = getisOrdStar(values, row).map((spot) => spot.z ?? NaN)
    expect(z.indexOf(Math.max(...z))).toBe(1)
    expect(
      getisOrdStar(
        values.map((value) => -value),
        row,
      )[1]?.z,
    ).toBeCloseTo(-(z[1] ?? NaN), 12)
    expect(globalMoran(values, row).z).toBeGreaterThan(2)
  })

  it('says nothing where all are the same, or nobody is next to one', () => {
    expect(getisOrdStar([3, 3, 3], [[1], [0, 2], [1]])[0]).toEqual({ z: null, p: null })
    expect(getisOrd([3, 4, 5], [[], [2], [1]])[0]).toEqual({ z: null, p: null })
  })

  it('draws the rate of a small area to the common one, and of a large one hardly', () => {
    const areas = [
      { cases: 3, population: 10 },
      { cases: 3000, population: 10_000 },
      { cases: 500, population: 10_000 },
      { cases: 900, population: 10_000 },
    ]
    const { mean, rates } = marshall(areas)
    expect(Math.abs((rates[0] ?? NaN) - 0.3)).toBeGreaterThan(10 * Math.abs((rates[1] ?? NaN) - 0.3))
    expect(rates[0]).toBeGreaterThan(mean)
    expect(marshallLocal(areas, [[], [], [], []])[2]).toBeCloseTo(0.05, 12)
    expect(marshall([{ cases: 1, population: 10 }]).rates).toEqual([0.1])
    expect(freemanTukey(0, 10)).toBeCloseTo(10, 12)
  })
})

describe('combinations', () => {
  it('has no residual where rows and columns have nothing to do with each other', () => {
    const found = contingency([
      [10, 20],
      [30, 60],
    ])
    expect(found.x2).toBeCloseTo(0, 12)
    for (const { adjusted, q } of found.cells.flat()) expect([adjusted, q]).toEqual([0, 1])
  })

  it('turns its sign with the direction of an association', () => {
    expect(association([20, 5, 5, 70]).signedRoot).toBeGreaterThan(5)
    expect(association([1, 24, 24, 51]).signedRoot).toBeLessThan(-2)
  })

  it('draws the single case that coincides to “as often”', () => {
    const [single, many] = [informationComponent(1, 0.001), informationComponent(40, 10)]
    expect(single.lower).toBeLessThan(many.lower)
    expect(many.lower).toBeGreaterThan(1)
    expect(informationComponent(10, 10)).toMatchObject({ ic: 0 })
  })

  it('finds the rule that was laid, and how sure it is', () => {
    const cases = [
      ...Array.from({ length: 12 }, () => [1, 2, 3]),
      ...Array.from({ length: 4 }, () => [1, 2]),
      ...Array.from({ length: 34 }, (_, i) => [4, 5 + (i % 2)]),
    ]
    const rules = associationRules(cases, { support: 0.1, confidence: 0.7, items: [2, 3] })
    const rule = rules.find(({ when, then }) => when.join() === '1,2' && then === 3)
    expect(rule).toMatchObject({ count: 12, support: 0.24, confidence: 0.75 })
    expect(rule?.lift).toBeCloseTo(0.75 / 0.24, 12)
    expect(rule?.q).toBeLessThan(1e-6)
    expect(associationRules([], { support: 0.1, confidence: 0.5, items: [2, 3] })).toEqual([])
  })
})

describe('comparisons', () => {
  it('turn a ratio round with its bounds', () => {
    const [a, b] = [
      { count: 12, exposure: 90 },
      { count: 30, exposure: 92 },
    ]
    const [there, back] = [rateRatio(a, b), rateRatio(b, a)]
    expect(back.ratio).toBeCloseTo(1 / there.ratio, 12)
    expect(back.lower).toBeCloseTo(1 / there.upper, 9)
    expect(back.p).toBeCloseTo(there.p, 12)
    expect(there.upper).toBeLessThan(1)
  })

  it('say nothing where there is no case, and refuse what is no count', () => {
    const none = { count: 0, exposure: 1 }
    expect(rateRatio(none, none)).toMatchObject({ ratio: NaN, lower: 0, upper: Infinity, p: 1 })
    expect(quasiRateRatio(none, { count: 3, exposure: 1 }, 1.5)).toBeNull()
    expect(() => rateRatio({ count: 1.5, exposure: 1 }, none)).toThrow(RangeError)
    expect(() => rateRatio({ count: 1, exposure: 0 }, none)).toThrow(RangeError)
    expect(() => quasiRateRatio(none, none, 0.5)).toThrow(RangeError)
  })

  it('are the less sure the more counts vary', () => {
    const [a, b] = [
      { count: 60, exposure: 1 },
      { count: 40, exposure: 1 },
    ]
    const [poisson, varied] = [quasiRateRatio(a, b, 1), quasiRateRatio(a, b, 4)]
    expect(varied?.lower).toBeLessThan(poisson?.lower ?? NaN)
    expect(poisson?.lower).toBeCloseTo(1.5 / Math.exp(1.959964 * Math.sqrt(1 / 60 + 1 / 40)), 5)
  })

  it('adjust p-values in any order, never below themselves nor above 1', () => {
    const p = [0.9, 0.001, 0.04, 0.03, 0.001]
    const [bh, strict] = [benjaminiHochberg(p), holm(p)]
    p.forEach((value, i) => {
      expect(bh[i]).toBeGreaterThanOrEqual(value)
      expect(strict[i]).toBeGreaterThanOrEqual(bh[i] ?? NaN)
      expect(strict[i]).toBeLessThanOrEqual(1)
    })
    expect(bh[1]).toBe(bh[4])
    expect(benjaminiHochberg([])).toEqual([])
    expect(benjaminiHochberg([0.3])).toEqual([0.3])
  })
})
