import { cellOf, isWithin, placeOf } from './cells.js'
import { type Known, rowsBetween } from './incidents.js'
import type { Rise } from './rise-screen.js'
import type { Series } from './signal.js'
import type { Tested } from './tested.js'

/** A year of weeks, or a year of windows and the latest one, stand in the picture of a series. */
const WEEKS_SHOWN = 52

/** The counts behind a test, the judged period last, with what was expected of it and its bound. */
export function seriesOfTest(known: Known, test: Tested): Series {
  const periodDays = test.to - test.from + 1
  const most = test.regime === 'weeks' ? WEEKS_SHOWN : test.windows + 1
  const periods = Math.min(most, Math.floor((test.to - known.firstDay + 1) / periodDays))
  const start = test.to - periods * periodDays + 1
  const counts = Array.from({ length: periods }, () => 0)
  const place = placeOf(test.family, test.cell)
  for (const row of rowsBetween(known, start, test.to)) {
    if (!isWithin(known.incidents, row, place)) continue
    if (cellOf(test.family, known.incidents, row) < 0) continue
    counts[Math.floor(((known.incidents.day[row] ?? NaN) - start) / periodDays)]!++
  }
  return {
    ...{ periodDays, start, counts },
    expected: counts.map(() => test.expected),
    upper: counts.map(() => test.bound),
  }
}

/** The months of a rise, with the line of Sen's slope through their mean. */
export function seriesOfRise({ from, counts, slope }: Rise): Series {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const middle = (counts.length - 1) / 2
  return {
    periodDays: MONTH,
    start: from,
    counts,
    expected: counts.map((_, at) => Math.max(0, mean + ((at - middle) * slope) / 12)),
    upper: counts.map(() => null),
  }
}

/** Days of a period that is a month of the calendar. */
export const MONTH = 30.4375
