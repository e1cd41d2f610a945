import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distributions/normal-quantile.js'
import { seeded } from '../random.js'
import { fairTimes, type TimedUnit } from './fair-times.js'
import { fitNormalNormal } from './normal-normal.js'

/*
 * Published: the thirteen trials of BCG vaccine against tuberculosis as log risk ratios (G. Colditz et al., JAMA 271 (1994)
 * 698–702). By maximum likelihood the mean is −0.7112 and the variance between trials 0.2800 (W. Viechtbauer, J. Statistical
 * Software 36(3) (2010), the data dat.bcg).
 */
const BCG = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
].map(([a = 0, b = 0, c = 0, d = 0]) => ({
  mean: Math.log(a / (a + b) / (c / (c + d))),
  variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
}))

describe('units with a mean each', () => {
  it('the trials of BCG vaccine give what is published', () => {
    const { mean, between, pEqual } = fitNormalNormal(BCG)
    expect(mean).toBeCloseTo(-0.7112, 4)
    expect(between).toBeCloseTo(0.28, 4)
    expect(pEqual).toBeLessThan(1e-6)
  })

  it('eight schools that differ by chance only are drawn together (Gelman, Bayesian Data Analysis, 5.5)', () => {
    const effects = [28, 8, -3, 7, -1, 1, 18, 12]
    const errors = [15, 10, 16, 11, 9, 11, 10, 18]
    const { mean, pEqual } = fitNormalNormal(
      effects.map((effect, i) => ({ mean: effect, variance: (errors[i] ?? 0) ** 2 })),
    )
    expect(mean).toBeCloseTo(7.7, 1)
    expect(pEqual).toBe(1)
  })
})

/** Units whose cases take lognormal times; `typical` is ln(1 + days) of each. */
function drawn(seed: number, typical: readonly number[], n: number): TimedUnit[] {
  const random = seeded(seed)
  return typical.map((centre) => {
    const logs = Array.from({ length: n }, () =>
      Math.max(0, centre + normalQuantile(random() * 0.999 + 0.0005)),
    )
    const mean = logs.reduce((sum, each) => sum + each, 0) / n
    return { n, mean, squares: logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) }
  })
}

describe('times', () => {
  it('the fast are ahead and the slow behind, and ranks say so', () => {
    const { units, isDetectable } = fairTimes(drawn(1, [2, 2, 3, 3, 3, 3, 4, 4], 200))
    expect(isDetectable).toBe(true)
    expect(units.map(({ group }) => group).slice(0, 2)).toEqual(['ahead', 'ahead'])
    expect(units.map(({ group }) => group).slice(6)).toEqual(['behind', 'behind'])
    expect(units[0]?.rank.upper).toBeLessThanOrEqual(2)
    expect(units[7]?.rank.lower).toBeGreaterThanOrEqual(7)
    for (const { estimate, interval, rank } of units) {
      expect(interval.lower).toBeLessThan(estimate)
      expect(interval.upper).toBeGreaterThan(estimate)
      expect(rank.expected).toBeGreaterThanOrEqual(rank.lower - 0.5)
      expect(rank.expected).toBeLessThanOrEqual(rank.upper + 0.5)
    }
  })

  it('of 300 offices without a difference at most one in twenty tells units apart', () => {
    const pooled = 1
    const told = Array.from({ length: 300 }, (_, seed) =>
      fitNormalNormal(
        drawn(seed + 10, Array<number>(10).fill(3), 20).map(({ n, mean }) => ({
          mean,
          variance: pooled / n,
        })),
      ),
    ).filter(({ pEqual }) => pEqual <= 0.05).length
    expect(told / 300).toBeLessThanOrEqual(0.065)
  })

  it('a unit of few cases is drawn to the others, and is in nobody’s way', () => {
    const few: TimedUnit = { n: 1, mean: 6, squares: 0 }
    const { units, typical } = fairTimes([...drawn(3, [2.8, 3, 3.2], 300), few])
    expect(units[3]?.estimate).toBeLessThan(Math.expm1(6))
    expect(units[3]?.estimate).toBeGreaterThan(typical)
    expect(() => fairTimes([few])).toThrow(RangeError)
  })
})
