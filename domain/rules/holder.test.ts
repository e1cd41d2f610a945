import { expect, it } from 'vitest'
import { holderAt, holderOn, timesReturned, unitsOf } from './holder.js'

const CHAIN = [
  { day: '2026-03-02', unit: 'YJ' },
  { day: '2026-03-05', unit: '' },
  { day: '2026-03-06', unit: 'JT' },
  { day: '2026-03-06', unit: 'GA' },
  { day: '2026-04-01', unit: 'YJ' },
]

it.each([
  ['2026-03-01', ''],
  ['2026-03-02', 'YJ'],
  ['2026-03-04', 'YJ'],
  ['2026-03-05', ''],
  ['2026-03-06', 'GA'],
  ['2026-03-31', 'GA'],
  ['2026-05-01', 'YJ'],
])('at the end of %s it is held by "%s"', (day, unit) => expect(holderOn(CHAIN, day)).toBe(unit))

it('returns and units are counted, a unit that has it twice once', () => {
  expect(timesReturned(CHAIN)).toBe(1)
  expect(unitsOf(CHAIN)).toEqual(['YJ', 'JT', 'GA'])
})

it('without a chain it is held by whoever has it, since it was assigned', () => {
  const of = { chain: [], assignedOn: '2026-03-02', department: 'YJ' }
  expect(holderAt(of, '2026-03-01')).toBe('')
  expect(holderAt(of, '2026-03-02')).toBe('YJ')
  expect(holderAt({ ...of, assignedOn: null }, '2026-03-01')).toBe('YJ')
  expect(holderAt({ ...of, chain: CHAIN }, '2026-03-06')).toBe('GA')
})
