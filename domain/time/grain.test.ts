import { describe, expect, it } from 'vitest'
import { addDays, isDay } from './day.js'
import { GRAINS, type Grain, bucketLabel, bucketsOf } from './grain.js'

describe('bucketsOf', () => {
  it('cuts months and says which are partial', () => {
    expect(bucketsOf({ from: '2025-12-15', to: '2026-02-28' }, 'month')).toEqual([
      { key: '2025-12-01', from: '2025-12-15', to: '2025-12-31', partial: true },
      { key: '2026-01-01', from: '2026-01-01', to: '2026-01-31', partial: false },
      { key: '2026-02-01', from: '2026-02-01', to: '2026-02-28', partial: false },
    ])
  })

  it('begins weeks on Monday, across the turn of the year', () => {
    expect(bucketsOf({ from: '2025-12-31', to: '2026-01-11' }, 'week')).toEqual([
      { key: '2025-12-29', from: '2025-12-31', to: '2026-01-04', partial: true },
      { key: '2026-01-05', from: '2026-01-05', to: '2026-01-11', partial: false },
    ])
  })

  it('cuts 旬, the last of which has eight to eleven days', () => {
    expect(bucketsOf({ from: '2024-01-15', to: '2024-02-29' }, 'tenDay')).toEqual([
      { key: '2024-01-11', from: '2024-01-15', to: '2024-01-20', partial: true },
      { key: '2024-01-21', from: '2024-01-21', to: '2024-01-31', partial: false },
      { key: '2024-02-01', from: '2024-02-01', to: '2024-02-10', partial: false },
      { key: '2024-02-11', from: '2024-02-11', to: '2024-02-20', partial: false },
      { key: '2024-02-21', from: '2024-02-21', to: '2024-02-29', partial: false },
    ])
  })

  it('cuts half-years', () => {
    expect(bucketsOf({ from: '2025-07-01', to: '2026-06-29' }, 'halfYear')).toEqual([
      { key: '2025-07-01', from: '2025-07-01', to: '2025-12-31', partial: false },
      { key: '2026-01-01', from: '2026-01-01', to: '2026-06-29', partial: true },
    ])
  })

  it.each(Object.keys(GRAINS) as Grain[])(
    'covers a period with leap day by %s without gap or overlap',
    (grain) => {
      const period = { from: '2023-11-07', to: '2024-03-01' }
      const buckets = bucketsOf(period, grain)
      expect(buckets[0]?.from).toBe(period.from)
      expect(buckets.at(-1)?.to).toBe(period.to)
      buckets.slice(1).forEach((bucket, i) => expect(bucket.from).toBe(addDays(buckets[i]?.to ?? '', 1)))
    },
  )

  it('stops at the limit', () => {
    expect(bucketsOf({ from: '2020-01-01', to: '2026-01-01' }, 'day', 11)).toHaveLength(11)
  })
})

describe('bucketLabel', () => {
  it.each([
    ['2026-11-23', 'day', '2026-11-23', '2026-11-23'],
    ['2025-12-29', 'week', '2026年第1周', '2026-W01'],
    ['2026-11-01', 'tenDay', '2026年11月上旬', '1–10 Nov 2026'],
    ['2026-11-11', 'tenDay', '2026年11月中旬', '11–20 Nov 2026'],
    ['2024-02-21', 'tenDay', '2024年2月下旬', '21–29 Feb 2024'],
    ['2026-11-01', 'month', '2026年11月', 'Nov 2026'],
    ['2026-10-01', 'quarter', '2026年第4季度', 'Q4 2026'],
    ['2026-01-01', 'halfYear', '2026年上半年', 'H1 2026'],
    ['2026-07-01', 'halfYear', '2026年下半年', 'H2 2026'],
    ['2026-01-01', 'year', '2026年', '2026'],
  ] as const)('names the %s of %s', (key, grain, zh, en) => {
    expect([bucketLabel(key, grain, 'zh'), bucketLabel(key, grain, 'en')]).toEqual([zh, en])
  })
})

describe('isDay', () => {
  it.each(['2024-02-29', '1990-01-01'])('takes %s', (text) => expect(isDay(text)).toBe(true))
  it.each(['2023-02-29', '2024-2-9', '2024-13-01', '24-01-01', '2024-01-01T00:00', '', '9999-01-01'])(
    'refuses "%s"',
    (text) => expect(isDay(text)).toBe(false),
  )
})
