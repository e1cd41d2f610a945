import { describe, expect, it } from 'vitest'
import { negativeBinomialQuantile, poissonQuantile } from '../distributions/discrete.js'
import { seeded } from '../random.js'
import { cusum, likelihoodRatioShift } from './cusum.js'
import {
  farringtonFlexible,
  farringtonOriginal,
  FLEXIBLE_WEEKLY,
  type FlexibleOptions,
} from './farrington.js'
import { fitQuasiPoisson } from './quasi-poisson.js'
import { sameSeasons, seasonLevels } from './reference-weeks.js'
import { bayesPredictive, ears, earsC3 } from './short-history.js'

const WEEKS = 6 * 52
const NOW = WEEKS - 1
const OPTIONS: FlexibleOptions = { ...FLEXIBLE_WEEKLY, years: 5 }

/** Weekly Poisson counts of a mean that the week decides. */
function series(mean: (week: number) => number, seed: number): number[] {
  const chance = seeded(seed)
  return Array.from({ length: WEEKS }, (_, week) => poissonQuantile(chance(), mean(week)))
}

const summerly = (week: number): number => 10 * Math.exp(0.6 * Math.sin((2 * Math.PI * week) / 52))

describe('fitQuasiPoisson', () => {
  it('of a constant alone is the mean, and its dispersion the variance ÷ mean', () => {
    const counts = [3, 7, 1, 9, 5, 5]
    const fit = fitQuasiPoisson({ design: counts.map(() => [1]), counts })
    expect(fit.fitted[0]).toBeCloseTo(5, 10)
    expect(fit.dispersion).toBeCloseTo(40 / 5 / 5, 10)
    expect(fit.leverage.reduce((sum, h) => sum + h, 0)).toBeCloseTo(1, 10)
  })

  it('leaves out a column that others determine, and bears a level without a case', () => {
    const design = [0, 0, 1, 1].map((level) => [1, level, 1 - level])
    const fit = fitQuasiPoisson({ design, counts: [0, 0, 4, 6] })
    expect(fit.degreesOfFreedom).toBe(2)
    expect(fit.fitted[3]).toBeCloseTo(5, 8)
    expect(fit.fitted[0]).toBeLessThan(1e-8)
  })
})

describe('farringtonFlexible', () => {
  it('expects a constant count where it was constant, and bounds it as Poisson', () => {
    const counts = Array.from({ length: WEEKS }, () => 8)
    const found = farringtonFlexible(counts, NOW, OPTIONS)
    expect(found.expected).toBeCloseTo(8, 8)
    expect(found.upperBound).toBe(poissonQuantile(0.995, 8))
    expect(found).toMatchObject({ dispersion: 1, isAlarm: false })
  })

  it('calls an outbreak, and none of its size in the season that is always high', () => {
    const counts = series(summerly, 4)
    const [high, low] = [5 * 52 + 13, 5 * 52 + 39]
    const withCount = (at: number, count: number): number[] =>
      counts.map((value, i) => (i === at ? count : value))
    expect(farringtonFlexible(withCount(low, 20), low, OPTIONS).isAlarm).toBe(true)
    expect(farringtonFlexible(withCount(high, 20), high, OPTIONS).isAlarm).toBe(false)
  })

  it('gives about 1 false alarm in 200 where nothing happens', () => {
    let alarms = 0
    for (let seed = 1; seed <= 12; seed++) {
      const counts = series(summerly, seed)
      for (let at = 5 * 52 + 3; at < WEEKS; at += 2)
        alarms += farringtonFlexible(counts, at, OPTIONS).isAlarm ? 1 : 0
    }
    expect(alarms / (12 * 25)).toBeLessThanOrEqual(0.02)
  })

  it('is not blinded by an outbreak of the past', () => {
    const counts = series(() => 10, 2)
    const past = counts.map((count, week) => (week >= 150 && week < 156 ? count + 60 : count))
    const options = { ...OPTIONS, reweight: false }
    expect(farringtonFlexible(past, NOW, OPTIONS).upperBound).toBeLessThan(
      farringtonFlexible(past, NOW, options).upperBound,
    )
  })

  it('says nothing of few cases, and needs the history it is told of', () => {
    const counts = Array.from({ length: WEEKS }, (_, week) => (week === NOW ? 4 : 0))
    expect(farringtonFlexible(counts, NOW, OPTIONS)).toMatchObject({ isTooFew: true, isAlarm: false })
    expect(() => farringtonFlexible(counts, 200, OPTIONS)).toThrow(RangeError)
  })

  it.each([FLEXIBLE_WEEKLY.threshold, 'negativeBinomialOfUpperMean', 'twoThirdsPower'] as const)(
    'alarms the sooner the more cases there are (%s)',
    (threshold) => {
      const counts = series(summerly, 9)
      const found = [5, 12, 20, 40].map((count) =>
        farringtonFlexible([...counts.slice(0, NOW), count], NOW, { ...OPTIONS, threshold }),
      )
      found.slice(1).forEach(({ p }, i) => expect(p).toBeLessThan(found[i]?.p ?? NaN))
      expect(found.map(({ isAlarm }) => isAlarm)).toEqual([false, false, expect.any(Boolean), true])
    },
  )
})

describe('farringtonOriginal', () => {
  it('looks at the same season only', () => {
    const counts = Array.from({ length: WEEKS }, (_, week) => (week % 52 < 26 ? 4 : 30))
    const options = { perYear: 52, years: 4, halfWidth: 3, alpha: 0.01, power: '2/3', trend: true } as const
    const rest = { reweight: true, least: { cases: 5, periods: 4 } }
    expect(farringtonOriginal(counts, 5 * 52 + 12, { ...options, ...rest }).expected).toBeCloseTo(4, 8)
    expect(farringtonOriginal(counts, 5 * 52 + 39, { ...options, ...rest }).expected).toBeCloseTo(30, 8)
  })
})

describe('seasons', () => {
  it('cut the time between two windows into blocks as equal as can be', () => {
    const levels = seasonLevels({ perYear: 12 }, { at: 36, years: 2, halfWidth: 1 }, 4)
    expect([...levels].filter(([time]) => time >= 11 && time < 23).map(([, level]) => level)).toEqual([
      4, 4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3,
    ])
    expect(levels.has(10)).toBe(false)
  })

  it('find the same date of earlier years, on the same day of the week', () => {
    const monday = Date.UTC(2019, 11, 30) / 86_400_000
    const days = Array.from({ length: 300 }, (_, week) => monday + 7 * week)
    // 2024-12-30, 2023-01-02 (of 2022-12-30), …
    const found = sameSeasons({ days }, { at: 261, years: 2, halfWidth: 3 })
    expect(
      found.map((week) => new Date((days[week] ?? NaN) * 86_400_000).toISOString().slice(0, 10)),
    ).toEqual(['2023-01-02', '2024-01-01', '2024-12-30'])
  })
})

describe('short histories', () => {
  it('predict the negative binomial distribution of what was seen', () => {
    const counts = [...Array.from({ length: 12 }, () => 3), 9]
    const options = { halfWidth: 12, usesLatest: true, years: 0, perYear: 52, alpha: 0.01 }
    const found = bayesPredictive(counts, 12, options)
    expect(found).toMatchObject({ upperBound: negativeBinomialQuantile(0.99, 36.5, 12 / 13), isAlarm: true })
    expect(found.p).toBeLessThan(0.01)
    expect(() => bayesPredictive(counts, 5, options)).toThrow(RangeError)
  })

  it('EARS alarms where a count stands out', () => {
    const counts = [4, 5, 6, 5, 4, 5, 6, 5, 4, 5, 14]
    const options = { baseline: 7, leastDeviation: 0.5 }
    expect(ears('C1', counts, 10, options, 0.001).isAlarm).toBe(true)
    expect(ears('C2', counts, 9, options, 0.001).isAlarm).toBe(false)
    expect(earsC3([5, 4, ...counts], 12, options).isAlarm).toBe(true)
  })
})

describe('shifts', () => {
  it('are found where counts rose for good, and begin anew after an alarm', () => {
    const counts = [...Array.from({ length: 20 }, () => 5), ...Array.from({ length: 10 }, () => 8)]
    const expected = counts.map(() => 5)
    const options = { limit: 4, overdispersion: 0, shift: null }
    const found = likelihoodRatioShift(counts, expected, options)
    const first = found.findIndex(({ isAlarm }) => isAlarm)
    expect(first).toBeGreaterThanOrEqual(22)
    expect(found[first + 1]?.statistic).toBeLessThan(4)
    expect(found.slice(0, 20).every(({ statistic }) => statistic === 0)).toBe(true)
    expect(cusum(counts, 5, { k: 0.5, limit: 4, scale: 'standard' }).at(-1)?.isAlarm).toBe(true)
    expect(cusum(counts.slice(0, 20), 5, { k: 0.5, limit: 4, scale: 'standard' }).at(-1)?.sum).toBe(0)
  })
})
