import { expect, it } from 'vitest'
import { type ClosingRule, closingDueOn } from './closing-deadline.js'
import { extensionState } from './extension.js'
import { workingCalendar } from './working-days.js'

const RULE: ClosingRule = {
  days: 60,
  extensionDays: 30,
  rollsPastHoliday: false,
  pauses: false,
  from: '2024-01-01',
  to: null,
}
/** 国庆 2026, as far as the fixtures need it. */
const CALENDAR = workingCalendar(
  [1, 2, 3, 4, 5, 6, 7].map((n) => ({ day: `2026-10-0${n}`, kind: 'holiday' as const })),
  '2026-12-31',
)
const all = (
  acceptedOn: string,
  more: { extendedOn?: string | null; extensionDays?: number; pausedDays?: number } = {},
  rule: Partial<ClosingRule> = {},
) =>
  closingDueOn(
    { acceptedOn, extendedOn: null, extensionDays: 0, pausedDays: 0, ...more },
    [{ ...RULE, ...rule }],
    CALENDAR,
  )
function due(acceptedOn: string, extendedOn: string | null = null, extensionDays = 0) {
  const found = all(acceptedOn, { extendedOn, extensionDays })
  return found && { dueOn: found.dueOn, extension: found.extension }
}

it.each([
  ['2024-08-01', '2024-09-30'],
  ['2026-08-05', '2026-10-04'],
  ['2024-01-01', '2024-03-01'],
  ['2025-12-31', '2026-03-01'],
])(
  'accepted on %s is due on %s: 60 calendar days, the first not counted, holidays do not move it',
  (accepted, expected) => {
    expect(due(accepted)).toEqual({ dueOn: expected, extension: 'none' })
  },
)

it('an extension approved on the last day counts, one a day later does not', () => {
  expect(due('2024-08-01', '2024-09-30', 30)).toEqual({ dueOn: '2024-10-30', extension: 'granted' })
  expect(due('2024-08-01', '2024-10-01', 30)).toEqual({ dueOn: '2024-09-30', extension: 'late' })
})

it('an extension is cut to the longest, and one without a number of days is the longest', () => {
  expect(due('2024-08-01', '2024-09-01', 45)).toEqual({ dueOn: '2024-10-30', extension: 'capped' })
  expect(due('2024-08-01', '2024-09-01')).toEqual({ dueOn: '2024-10-30', extension: 'granted' })
  expect(due('2024-08-01', '2024-09-01', 10)).toEqual({ dueOn: '2024-10-10', extension: 'granted' })
})

it('there is no limit before the day from which the rule holds', () => expect(due('2023-12-31')).toBeNull())

it('a last day on a holiday moves only where the office says so, and what is granted is reckoned from the unmoved day', () => {
  expect(all('2026-08-05')?.dueOn).toBe('2026-10-04')
  expect(all('2026-08-05', {}, { rollsPastHoliday: true })?.dueOn).toBe('2026-10-08')
  const granted = { extendedOn: '2026-10-08', extensionDays: 10 }
  expect(all('2026-08-05', granted, { rollsPastHoliday: true })).toMatchObject({
    firstDueOn: '2026-10-08',
    dueOn: '2026-10-14',
    extension: 'granted',
  })
  expect(all('2026-08-05', granted)).toMatchObject({ dueOn: '2026-10-04', extension: 'late' })
  // 2027-01-02 would have to be looked up in a calendar that is not published.
  expect(all('2026-11-03', {}, { rollsPastHoliday: true })).toMatchObject({ dueOn: null, firstDueOn: null })
})

it('a pause counts only where the office says so, and both limits are told', () => {
  expect(all('2026-03-01', { pausedDays: 7 })).toMatchObject({ dueOn: '2026-04-30', unpausedDueOn: null })
  expect(all('2026-03-01', { pausedDays: 7 }, { pauses: true })).toMatchObject({
    dueOn: '2026-05-07',
    unpausedDueOn: '2026-04-30',
  })
  expect(all('2026-03-01', {}, { pauses: true })).toMatchObject({ dueOn: '2026-04-30', unpausedDueOn: null })
})

it('a version of the rule holds for what was accepted in its days', () => {
  const versions = [
    { ...RULE, to: '2024-06-30' },
    { ...RULE, days: 45, from: '2024-07-01' },
  ]
  const dates = { extendedOn: null, extensionDays: 0, pausedDays: 0 }
  const dueOf = (acceptedOn: string) => closingDueOn({ ...dates, acceptedOn }, versions, CALENDAR)?.dueOn
  expect(dueOf('2024-06-30')).toBe('2024-08-29')
  expect(dueOf('2024-07-01')).toBe('2024-08-15')
})

it.each([
  ['2024-09-20', null, '2024-09-25', 'asked'],
  ['2024-09-20', null, '2024-10-01', 'unanswered'],
  ['2024-09-20', '2024-09-29', '2024-10-01', 'granted'],
  ['2024-09-20', '2024-10-02', '2024-10-03', 'late'],
  [null, null, '2024-10-03', 'none'],
])('an extension asked on %s and approved on %s is on %s %s', (askedOn, extendedOn, asOf, state) => {
  const closing = all('2024-08-01', { extendedOn })!
  expect(extensionState({ askedOn, closedOn: null }, closing, asOf)).toBe(state)
})
