import { describe, expect, it } from 'vitest'
import { poissonQuantile } from '../distributions/discrete.js'
import { seeded } from '../random.js'
import { type Entry, entryDelay } from './entry-delay.js'
import { reportingDelay } from './nowcast.js'

/** Parts of a day's cases that are entered on the day, a day later, … */
const SHARES = [0.4, 0.2, 0.15, 0.1, 0.05, 0.04, 0.03, 0.02, 0.01]
const DAYS = 120
const LONGEST = SHARES.length - 1

/** Cases a day later known at a look every so many days; the last look is today. */
function watched(every: number, mean: number, seed: number) {
  const chance = seeded(seed)
  const entries: Entry[] = []
  const rows: { counts: number[] }[] = []
  for (let day = 0; day < DAYS; day++) {
    const within = DAYS - 1 - day
    const counts = SHARES.map((share) => poissonQuantile(chance(), mean * share))
    rows.push({ counts: counts.slice(0, within + 1) })
    counts.forEach((count, delay) => {
      // Looks are on the days that are a whole number of steps before today.
      const by = within - every * Math.floor((within - delay) / every)
      if (by <= within) entries.push({ after: Math.max(-1, by - every), by, within, count })
    })
  }
  return { entries, rows }
}

describe('entryDelay', () => {
  it('is the reversed hazards where one looks every day', () => {
    const { entries, rows } = watched(1, 20, 7)
    const [found, closed] = [entryDelay(entries, LONGEST), reportingDelay(rows)]
    found.forEach((part, delay) => expect(part).toBeCloseTo(closed[delay] ?? NaN, 4))
  })

  it('finds the delays of days although one looks once a week', () => {
    const found = entryDelay(watched(7, 300, 3).entries, LONGEST)
    let part = 0
    SHARES.forEach((share, delay) => {
      part += share
      expect(Math.abs((found[delay] ?? NaN) - part), `${delay} days`).toBeLessThan(0.05)
    })
  })

  it('rises to 1, says nothing of nothing, and leaves out what came later than all is taken to be known', () => {
    const found = entryDelay(
      [
        { after: -1, by: 0, within: 9, count: 3 },
        { after: 8, by: 9, within: 9, count: 5 },
      ],
      4,
    )
    expect(found).toHaveLength(5)
    expect(found.at(-1)).toBeCloseTo(1, 9)
    expect(found[0]).toBeCloseTo(1, 3)
    expect(entryDelay([], 4)).toEqual([])
  })
})
