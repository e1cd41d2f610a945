import { expect, it } from 'vitest'
import { clockWindows } from './clock-windows.js'
import { workingCalendar } from './working-days.js'

const CALENDAR = workingCalendar(
  [1, 2, 3, 4, 5, 6, 7].map((n) => ({ day: `2026-10-0${n}`, kind: 'holiday' as const })),
  '2026-12-31',
)
const SOON = { days: 5, workingDays: 1 }

it('what ends today is neither overdue nor soon', () => {
  expect(clockWindows('2026-09-30', SOON, false, CALENDAR)).toEqual({
    overdue: { from: '1900-01-01', to: '2026-09-29' },
    today: { from: '2026-09-30', to: '2026-09-30' },
    soon: { from: '2026-10-01', to: '2026-10-05' },
    ahead: { from: '2026-10-01', to: '2026-10-30' },
  })
})

it('what is left of a limit in working days is counted in them, and not beyond the calendar', () => {
  expect(clockWindows('2026-09-30', SOON, true, CALENDAR).soon).toEqual({
    from: '2026-10-01',
    to: '2026-10-08',
  })
  expect(clockWindows('2026-12-31', SOON, true, CALENDAR).soon).toBeNull()
  expect(clockWindows('2026-09-30', { days: 0, workingDays: 0 }, false, CALENDAR).soon).toBeNull()
})
