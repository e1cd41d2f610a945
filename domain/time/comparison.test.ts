import { describe, expect, it } from 'vitest'
import { comparedPeriod, comparedStarts } from './comparison.js'
import { addDays, lengthInDays } from './day.js'
import { bucketsOf } from './grain.js'
import { type PeriodPreset, calendarPeriod, resolvePreset } from './period.js'

describe('comparedPeriod', () => {
  it.each<[PeriodPreset, string, string, string]>([
    // to date: the same days a year earlier
    ['thisMonth', '2026-11-23', '2025-11-01', '2025-11-23'],
    ['yearToDate', '2026-11-23', '2025-01-01', '2025-11-23'],
    ['yearToDate', '2024-02-28', '2023-01-01', '2023-02-28'],
    // a whole February stays one, whatever its length
    ['thisMonth', '2024-02-29', '2023-02-01', '2023-02-28'],
    ['thisMonth', '2025-02-28', '2024-02-01', '2024-02-29'],
    ['lastYear', '2026-11-23', '2024-01-01', '2024-12-31'],
    ['last13Months', '2026-11-23', '2024-11-01', '2025-11-23'],
  ])('同比 of %s on %s is %s to %s', (preset, asOf, from, to) => {
    expect(comparedPeriod(resolvePreset(preset, asOf, '2020-01-01'), 'yearAgo')).toMatchObject({ from, to })
  })

  it.each<[PeriodPreset, string, string, string]>([
    ['thisMonth', '2026-11-23', '2026-10-01', '2026-10-23'],
    ['thisMonth', '2026-11-30', '2026-10-01', '2026-10-31'],
    ['thisMonth', '2026-03-30', '2026-02-01', '2026-02-28'],
    ['thisMonth', '2024-03-29', '2024-02-01', '2024-02-29'],
    ['lastMonth', '2026-01-15', '2025-11-01', '2025-11-30'],
    ['thisQuarter', '2026-11-23', '2026-07-01', '2026-08-23'],
    ['thisQuarter', '2026-05-31', '2026-01-01', '2026-02-28'],
    ['lastQuarter', '2026-02-10', '2025-07-01', '2025-09-30'],
    ['yearToDate', '2026-11-23', '2025-01-01', '2025-11-23'],
    ['lastYear', '2026-11-23', '2024-01-01', '2024-12-31'],
  ])('环比 of %s on %s is %s to %s', (preset, asOf, from, to) => {
    expect(comparedPeriod(resolvePreset(preset, asOf, '2020-01-01'), 'previous')).toMatchObject({ from, to })
  })

  it('环比 of days that are no calendar period is as many days just before', () => {
    const period = calendarPeriod('2024-02-27', '2024-03-04', '2026-01-01')
    expect(comparedPeriod(period, 'previous')).toMatchObject({ from: '2024-02-20', to: '2024-02-26' })
  })
})

describe('comparedStarts', () => {
  const startsOf = (
    from: string,
    to: string,
    kind: 'yearAgo' | 'previous',
    grain: 'day' | 'week' | 'month',
  ) => {
    const period = calendarPeriod(from, to, '2026-11-23')
    const buckets = bucketsOf(period, grain).map((bucket) => bucket.from)
    return { period, starts: comparedStarts(period, kind, buckets) }
  }

  it('compares every month with the one a year earlier', () => {
    expect(startsOf('2026-01-01', '2026-03-31', 'yearAgo', 'month').starts).toEqual([
      '2025-01-01',
      '2025-02-01',
      '2025-03-01',
    ])
  })

  it('leaves 29 February without a counterpart in a common year, and gives 28 February two days in a leap year', () => {
    const leap = startsOf('2024-02-27', '2024-03-01', 'yearAgo', 'day').starts
    expect(leap).toEqual(['2023-02-27', '2023-02-28', '2023-03-01', '2023-03-01'])
    expect(startsOf('2025-02-28', '2025-03-01', 'yearAgo', 'day').starts).toEqual([
      '2024-02-28',
      '2024-03-01',
    ])
  })

  it.each(['day', 'week', 'month'] as const)(
    'splits the compared period by %s in order and without rest',
    (grain) => {
      for (const [from, to] of [
        ['2024-01-01', '2024-03-31'],
        ['2026-03-05', '2026-05-31'],
        ['2026-11-01', '2026-11-23'],
      ] as const) {
        for (const kind of ['yearAgo', 'previous'] as const) {
          const { period, starts } = startsOf(from, to, kind, grain)
          const compared = comparedPeriod(period, kind)
          const ends = [...starts.slice(1), addDays(compared.to, 1)]
          const days = starts.map((start, i) => lengthInDays(start, ends[i] ?? '') - 1)
          expect(Math.min(...days)).toBeGreaterThanOrEqual(0)
          expect(days.reduce((a, b) => a + b, 0)).toBe(lengthInDays(compared.from, compared.to))
        }
      }
    },
  )
})
