import { expect, it } from 'vitest'
import { meetingReasons } from './meeting.js'

const PLAIN = { extensionAsked: false, timesReturned: 1, units: 2, mergedReports: 4, isMajor: false }

it.each([
  [{}, []],
  [{ extensionAsked: true }, ['extension']],
  [{ timesReturned: 2 }, ['returned']],
  [{ units: 3 }, ['manyUnits']],
  [{ mergedReports: 5 }, ['manyReports']],
  [{ isMajor: true, units: 4 }, ['majorHazard', 'manyUnits']],
])('with %j the units should meet because of %j', (more, reasons) =>
  expect(meetingReasons({ ...PLAIN, ...more })).toEqual(reasons),
)
