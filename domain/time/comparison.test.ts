import { describe, expect, it } from 'vitest'
import {
  COMPARISONS,
  type ComparisonKind,
  comparedPeriod,
  comparedStarts,
  comparisonFits,
} from './comparison.js'
import { addDays, lengthInDays } from './day.js'
import { GRAINS, type Grain, bucketsOf } from './grain.js'
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
    ['thisHalfYear', '2026-11-23', '2026-01-01', '2026-05-23'],
    ['lastHalfYear', '2026-11-23', '2025-07-01', '2025-12-31'],
    // the same days of the week before
    ['thisWeek', '2026-11-25', '2026-11-16', '2026-11-18'],
    ['lastWeek', '2026-11-25', '2026-11-09', '2026-11-15'],
    ['last7Days', '2026-11-25', '2026-11-12', '2026-11-18'],
    // the same part of the 旬 before, whole against whole
    ['thisTenDays', '2026-11-25', '2026-11-11', '2026-11-15'],
    ['thisTenDays', '2026-10-31', '2026-10-11', '2026-10-20'],
    ['thisTenDays', '2026-10-30', '2026-10-11', '2026-10-20'],
    ['thisTenDays', '2025-03-09', '2025-02-21', '2025-02-28'],
    ['thisTenDays', '2025-03-10', '2025-02-21', '2025-02-28'],
    ['lastTenDays', '2026-11-05', '2026-10-11', '2026-10-20'],
  ])('环比 of %s on %s is %s to %s', (preset, asOf, from, to) => {
    expect(comparedPeriod(resolvePreset(preset, asOf, '2020-01-01'), 'previous')).toMatchObject({ from, to })
  })

  it('环比 of days that are no calendar period is as many days just before', () => {
    const period = calendarPeriod('2024-02-27', '2024-03-04', '2026-01-01')
    expect(comparedPeriod(period, 'previous')).toEqual({
      from: '2024-02-20',
      to: '2024-02-26',
      step: { days: 7 },
    })
  })

  it.each([
    ['2026-11-23', '2026-11-29', '2025-11-24', '2025-11-30'],
    ['2025-02-01', '2025-02-28', '2024-02-03', '2024-03-01'],
  ])('星期对齐 of %s to %s is %s to %s', (from, to, earlierFrom, earlierTo) => {
    expect(comparedPeriod(calendarPeriod(from, to, '2026-12-01'), 'sameWeekdays')).toMatchObject({
      from: earlierFrom,
      to: earlierTo,
    })
  })

  it.each([
    // The eight days from New Year's eve: festivals on 2026-02-17, 2025-01-29, 2024-02-10.
    ['2026-02-16', '2026-02-23', '2025-01-28', '2025-02-04'],
    ['2025-01-28', '2025-02-04', '2024-02-09', '2024-02-16'],
    // December lies nearer to the festival to come, September to the one gone by.
    ['2025-12-01', '2025-12-31', '2024-11-12', '2024-12-12'],
    ['2025-08-01', '2025-08-10', '2024-08-12', '2024-08-21'],
    // 2026-02-17 and 2027-02-06 are 354 days apart: in the very middle the one gone by is taken.
    ['2026-08-13', '2026-08-13', '2025-07-25', '2025-07-25'],
    ['2026-08-14', '2026-08-14', '2025-08-25', '2025-08-25'],
    ['2026-08-12', '2026-08-15', '2025-07-24', '2025-07-27'],
  ])('春节对齐 of %s to %s is %s to %s', (from, to, earlierFrom, earlierTo) => {
    expect(comparedPeriod(calendarPeriod(from, to, '2027-01-31'), 'springFestival')).toMatchObject({
      from: earlierFrom,
      to: earlierTo,
    })
  })
})

describe('comparisonFits', () => {
  const fits = (from: string, to: string, kind: ComparisonKind) =>
    comparisonFits(calendarPeriod(from, to, '2200-01-01'), kind)

  it('aligns half a year to the Spring Festival, not more', () => {
    expect(fits('2026-01-01', '2026-07-02', 'springFestival')).toBe(true)
    expect(fits('2026-01-01', '2026-07-03', 'springFestival')).toBe(false)
    expect(fits('2026-01-01', '2026-12-31', 'sameWeekdays')).toBe(true)
  })

  it.each([
    ['1901-03-01', '1901-03-31', false],
    ['1902-01-01', '1902-01-31', true],
    ['2099-12-01', '2099-12-31', true],
    ['2100-12-01', '2100-12-31', false],
  ])('knows the festivals near %s to %s: %s', (from, to, known) => {
    expect(fits(from, to, 'springFestival')).toBe(known)
  })
})

describe('comparedStarts', () => {
  const startsOf = (from: string, to: string, kind: ComparisonKind, grain: Grain) => {
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

  it('leaves the eleventh day of a 旬 without a counterpart', () => {
    const period = resolvePreset('thisTenDays', '2026-10-31', '2020-01-01')
    const days = ['2026-10-21', '2026-10-30', '2026-10-31']
    expect(comparedStarts(period, 'previous', days)).toEqual(['2026-10-11', '2026-10-20', '2026-10-21'])
  })

  it.each(Object.keys(GRAINS) as Grain[])(
    'splits the compared period by %s in order and without rest',
    (grain) => {
      for (const [from, to] of [
        ['2024-01-01', '2024-03-31'],
        ['2026-03-05', '2026-05-31'],
        ['2026-11-01', '2026-11-23'],
      ] as const) {
        for (const kind of Object.keys(COMPARISONS) as ComparisonKind[]) {
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
