import { describe, expect, it } from 'vitest'
import { addDays } from '../time/day.js'
import {
  type FirstKnown,
  type Load,
  arrivalNote,
  fillingUp,
  isFilling,
  isFillingSeries,
  knownOf,
  watchOf,
} from './arrivals.js'

const FIRST = '2026-06-01'
const AS_OF = '2026-08-29'
const DAYS = 89

/** A load of everything, then one a day: of ten reports of a day six come with its own load, three a day later, one three days later. */
function daily(until: number, source = 'cq'): { loads: Load[]; cases: FirstKnown[] } {
  const loads = Array.from({ length: until + 1 }, (_, at) => ({
    ...{ batch: at + 1, source, asOf: addDays(FIRST, at) },
  }))
  const cases = loads.slice(1).flatMap(({ asOf }, at) =>
    [
      { late: 0, count: 6 },
      { late: 1, count: 3 },
      { late: 3, count: 1 },
    ].flatMap(({ late, count }) =>
      at + 1 + late <= until ? [{ received: asOf, batch: at + 2 + late, source, count }] : [],
    ),
  )
  return { loads, cases: [{ received: '2026-05-20', batch: 1, source, count: 500 }, ...cases] }
}

describe('watchOf', () => {
  it('finds how late reports become known, whatever the first load brought', () => {
    const { loads, cases } = daily(DAYS)
    const watch = watchOf(loads, cases, AS_OF)
    if (watch.kind !== 'watched') throw new Error(watch.kind)
    ;[0.6, 0.9, 0.9, 1].forEach((part, days) => expect(watch.known[days]).toBeCloseTo(part, 3))
    expect(watch.days).toBe(DAYS)
    expect(arrivalNote(watch).zh).toContain('接报后3天内录入95%')
  })

  it('says why it cannot: one load of everything, too short a time, too few, or a source that came later', () => {
    const { loads, cases } = daily(DAYS)
    const [first] = loads
    expect(watchOf(first ? [first] : [], cases, AS_OF).kind).toBe('oneLoad')
    const short = daily(20)
    expect(watchOf(short.loads, short.cases, addDays(FIRST, 20)).kind).toBe('tooShort')
    const few = cases.filter((_, at) => at % 6 === 1)
    expect(
      watchOf(
        loads,
        few.map((each) => ({ ...each, count: 1 })),
        AS_OF,
      ).kind,
    ).toBe('tooFew')
    const other = { received: addDays(AS_OF, -5), batch: DAYS + 2, source: 'mem', count: 60 }
    const more = [...loads, { batch: DAYS + 2, source: 'mem', asOf: AS_OF }]
    expect(watchOf(more, [...cases, other], AS_OF).kind).toBe('tooShort')
  })
})

describe('what is known of some days', () => {
  const known = [0.5, 0.8, 1]

  it('is the mean of its days up to the last of the data', () => {
    expect(knownOf(known, AS_OF, AS_OF, AS_OF)).toBe(0.5)
    expect(knownOf(known, '2026-08-24', '2026-08-30', AS_OF)).toBeCloseTo((4 + 0.8 + 0.5) / 6, 12)
    expect(knownOf(known, '2026-08-01', '2026-08-07', AS_OF)).toBe(1)
    expect(knownOf(known, '2026-09-01', '2026-09-07', AS_OF)).toBe(1)
  })

  it('tells what a count grows to, and nothing of what is whole or hardly begun', () => {
    expect(fillingUp(10, 0.5)).toMatchObject({ arrived: 10, expected: 20.5 })
    expect(fillingUp(10, 1)).toBeNull()
    expect(fillingUp(0, 0.99)).toBeNull()
    expect(fillingUp(3, 0.05)).toBeNull()
  })
})

it('is a matter of reports by date of receipt, day by day or week by week, by what is known at once', () => {
  expect(isFilling('received')).toBe(true)
  expect(isFilling('accepted')).toBe(false)
  expect(isFillingSeries('day', ['region1', 'channel'])).toBe(true)
  expect(isFillingSeries('week', ['state'])).toBe(false)
  expect(isFillingSeries('month', [])).toBe(false)
})
