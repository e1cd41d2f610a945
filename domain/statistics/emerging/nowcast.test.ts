import { describe, expect, it } from 'vitest'
import { poissonQuantile } from '../distributions/discrete.js'
import { seeded } from '../random.js'
import { nowcast, reportingDelay, type Arrivals } from './nowcast.js'

const DELAYS = [0.5, 0.25, 0.15, 0.1]
const LENGTH = 40

/** Periods of a Poisson mean, as they have arrived `now`; and all of their cases. */
function arrivals(mean: number, seed: number): { readonly periods: Arrivals[]; readonly totals: number[] } {
  const chance = seeded(seed)
  const full = Array.from({ length: LENGTH }, () =>
    DELAYS.map((share) => poissonQuantile(chance(), mean * share)),
  )
  return {
    periods: full.map((counts, t) => ({ counts: counts.slice(0, LENGTH - t) })),
    totals: full.map((counts) => counts.reduce((sum, count) => sum + count, 0)),
  }
}

describe('reportingDelay', () => {
  it('finds the delays that made the arrivals', () => {
    const found = reportingDelay(arrivals(400, 1).periods)
    ;[0.5, 0.75, 0.9, 1].forEach((share, delay) => expect(found[delay]).toBeCloseTo(share, 1))
  })

  it('is what the complete periods say, where all are complete', () => {
    expect(reportingDelay([{ counts: [6, 3, 1] }, { counts: [2, 7, 1] }])).toEqual([
      expect.closeTo(8 / 20, 12),
      expect.closeTo(18 / 20, 12),
      1,
    ])
  })

  it('has nothing to say of nothing', () => {
    expect(reportingDelay([])).toEqual([])
    expect(reportingDelay([{ counts: [0, 0] }])).toEqual([1, 1])
  })
})

describe('nowcast', () => {
  it('holds what comes in about 95 of 100 recent periods, where what has arrived holds less than half', () => {
    let [held, low, all] = [0, 0, 0]
    for (let seed = 1; seed <= 150; seed++) {
      const { periods, totals } = arrivals(30, seed)
      const found = nowcast(periods)
      for (const t of [LENGTH - 1, LENGTH - 2, LENGTH - 3]) {
        const [of, total = NaN] = [found[t], totals[t]]
        all += 1
        held += of && of.lower <= total && total <= of.upper ? 1 : 0
        low += of && of.arrived < total ? 1 : 0
      }
    }
    expect(held / all).toBeGreaterThan(0.92)
    expect(low / all).toBeGreaterThan(0.9)
  })

  it('leaves complete periods as they are, and never tells fewer than have arrived', () => {
    const found = nowcast([{ counts: [5, 3, 2] }, { counts: [0, 0] }, { counts: [4] }, { counts: [] }])
    expect(found[0]).toMatchObject({ arrived: 10, expected: 10, lower: 10, upper: 10, completeness: 1 })
    expect(found[1]).toMatchObject({ arrived: 0, lower: 0 })
    expect(found[2]?.expected).toBeGreaterThan(4)
    expect(found[3]).toBeNull()
  })
})
