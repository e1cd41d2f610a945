import { expect, it } from 'vitest'
import { closingDueOn } from './closing-deadline.js'

const RULE = { days: 60, extensionDays: 30, from: '2024-01-01' }
const due = (acceptedOn: string, extendedOn: string | null = null, extensionDays = 0) =>
  closingDueOn({ acceptedOn, extendedOn, extensionDays }, RULE)

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
