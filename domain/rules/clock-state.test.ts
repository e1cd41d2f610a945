import { expect, it } from 'vitest'
import { clockState } from './clock-state.js'

it.each([
  ['2026-10-10', '2026-10-10', '2026-11-01', 'met', 0],
  ['2026-10-10', '2026-10-08', '2026-11-01', 'met', 2],
  ['2026-10-10', '2026-10-11', '2026-11-01', 'late', -1],
  ['2026-10-10', null, '2026-10-10', 'running', 0],
  ['2026-10-10', null, '2026-10-01', 'running', 9],
  ['2026-10-10', null, '2026-10-11', 'overdue', -1],
  ['2024-03-01', null, '2024-02-28', 'running', 2],
])('a limit of %s, done %s, seen on %s is %s by %i days', (due, done, asOf, state, days) =>
  expect(clockState(due, done, asOf)).toEqual({ state, days }),
)
