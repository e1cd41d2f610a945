import { describe, expect, it } from 'vitest'
import { workingDayDueOn } from './working-day-deadlines.js'
import { addWorkingDays, rolledPastRest, workingCalendar } from './working-days.js'

/** The week from Friday 2026-09-25 (a holiday) to the 调休 Saturday 2026-10-10, as the State Council has it. */
const CALENDAR = workingCalendar(
  [
    ...['2026-09-25', '2026-09-26', '2026-09-27'].map((day) => ({ day, kind: 'holiday' as const })),
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ day: `2026-10-0${n}`, kind: 'holiday' as const })),
    { day: '2026-09-20', kind: 'workday' },
    { day: '2026-10-10', kind: 'workday' },
  ],
  '2026-12-31',
)
const RULE = { workingDays: 3, from: '2024-01-01', to: null }

describe('working days after a day', () => {
  it.each([
    ['2026-11-02', 1, '2026-11-03', 'the start is not counted'],
    ['2026-11-06', 1, '2026-11-09', 'a weekend is not worked'],
    ['2026-11-07', 1, '2026-11-09', 'a start on a weekend is counted no other way'],
    ['2026-09-18', 1, '2026-09-20', 'a Sunday is worked on when it was shifted'],
    ['2026-09-24', 1, '2026-09-28', 'a holiday on a Friday is not'],
    ['2026-09-30', 3, '2026-10-10', 'seven holidays and a shifted Saturday'],
    ['2026-10-03', 0, '2026-10-03', 'none: the day itself'],
  ])('%s + %i is %s: %s', (day, n, expected) => expect(addWorkingDays(day, n, CALENDAR)).toBe(expected))

  it('are never computed beyond the published calendar', () => {
    expect(addWorkingDays('2026-12-28', 3, CALENDAR)).toBe('2026-12-31')
    expect(addWorkingDays('2026-12-29', 3, CALENDAR)).toBeNull()
    expect(addWorkingDays('2027-06-01', 1, CALENDAR)).toBeNull()
    expect(addWorkingDays('2026-11-02', 1, workingCalendar([], null))).toBeNull()
  })
})

it('a limit in working days: none before the rule holds or after it has ended, and none beyond the calendar', () => {
  const dueOn = (day: string) => workingDayDueOn(day, [{ ...RULE, to: '2026-12-30' }], CALENDAR)
  expect(dueOn('2026-09-30')).toBe('2026-10-10')
  expect(dueOn('2024-01-01')).toBe('2024-01-04')
  expect(dueOn('2023-12-31')).toBeNull()
  expect(dueOn('2026-12-30')).toBeNull()
  expect(
    workingDayDueOn('2026-12-31', [{ ...RULE, to: '2026-12-30' }], workingCalendar([], '2027-12-31')),
  ).toBeNull()
})

it('a day of rest moves to the next day that is worked on', () => {
  expect(rolledPastRest('2026-10-04', CALENDAR)).toBe('2026-10-08')
  expect(rolledPastRest('2026-09-20', CALENDAR)).toBe('2026-09-20')
  expect(rolledPastRest('2026-12-31', CALENDAR)).toBe('2026-12-31')
  expect(rolledPastRest('2027-01-01', CALENDAR)).toBeNull()
})
