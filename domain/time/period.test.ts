import { describe, expect, it } from 'vitest'
import { type PeriodPreset, calendarPeriod, periodLabel, resolvePreset } from './period.js'

describe('resolvePreset', () => {
  it.each<[PeriodPreset, string, string, string]>([
    ['thisMonth', '2026-10-31', '2026-10-01', '2026-10-31'],
    ['thisMonth', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['lastMonth', '2026-03-15', '2026-02-01', '2026-02-28'],
    ['lastMonth', '2024-03-31', '2024-02-01', '2024-02-29'],
    ['lastMonth', '2026-01-01', '2025-12-01', '2025-12-31'],
    ['thisQuarter', '2026-11-23', '2026-10-01', '2026-11-23'],
    ['thisQuarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['lastQuarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['last3Months', '2026-01-15', '2025-11-01', '2026-01-15'],
    ['yearToDate', '2026-11-23', '2026-01-01', '2026-11-23'],
    ['last12Months', '2026-11-23', '2025-12-01', '2026-11-23'],
    ['last13Months', '2026-11-23', '2025-11-01', '2026-11-23'],
    ['lastYear', '2025-02-28', '2024-01-01', '2024-12-31'],
    ['all', '2026-11-23', '2021-11-04', '2026-11-23'],
  ])('reads %s on %s as %s to %s', (preset, asOf, from, to) => {
    expect(resolvePreset(preset, asOf, '2021-11-04')).toMatchObject({ from, to })
  })
})

describe('calendarPeriod', () => {
  it.each([
    ['2026-01-01', '2026-03-31', 3],
    ['2024-02-01', '2024-02-29', 1],
    ['2026-11-01', '2026-11-23', 1],
    ['2026-11-01', '2026-11-22', null],
    ['2026-11-02', '2026-11-30', null],
  ])('knows how many calendar months %s to %s is, as of 2026-11-23: %s', (from, to, months) => {
    expect(calendarPeriod(from, to, '2026-11-23').months).toBe(months)
  })

  it.each([
    ['2026-10-01', '2026-12-31', 3],
    ['2026-11-01', '2026-12-15', 1],
    ['2026-11-02', '2026-12-15', null],
  ])('ends %s to %s on the as-of day, and still knows that it is %s months', (from, to, months) => {
    expect(calendarPeriod(from, to, '2026-11-23')).toEqual({ from, to: '2026-11-23', months })
  })
})

describe('periodLabel', () => {
  it.each([
    ['2025-01-01', '2025-12-31', '2025年', '2025'],
    ['2025-04-01', '2025-06-30', '2025年第2季度', 'Q2 2025'],
    ['2025-02-01', '2025-04-30', '2025年2月至2025年4月', 'Feb 2025 – Apr 2025'],
    ['2024-02-01', '2024-02-29', '2024年2月', 'Feb 2024'],
    ['2026-11-01', '2026-11-23', '2026-11-01至2026-11-23', '2026-11-01 – 2026-11-23'],
    ['2026-11-23', '2026-11-23', '2026-11-23', '2026-11-23'],
  ])('names %s to %s', (from, to, zh, en) => {
    const period = { from, to, months: null }
    expect([periodLabel(period, 'zh'), periodLabel(period, 'en')]).toEqual([zh, en])
  })
})
