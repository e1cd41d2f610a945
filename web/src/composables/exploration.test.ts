import { expect, test } from 'vitest'
import { catalogue } from '../../test/district'
import {
  explorationAddress,
  FIRST_EXPLORATION,
  parseExploration,
  unsaidMeasures,
  type Exploration,
} from './exploration'

const read = (address: Record<string, string | string[]>) => parseExploration(address, catalogue)

const EXPLORATIONS: [string, Exploration][] = [
  ['the first one', FIRST_EXPLORATION],
  [
    'everything at once',
    {
      period: { from: '2026-01-01', to: '2026-03-31' },
      filters: [{ dimension: 'channel', codes: ['', 'a~b:c'] }],
      measures: ['onTimeRate', 'received'],
      dimensions: ['region1', 'industry1'],
      grain: 'quarter',
      comparisons: ['previous', 'springFestival'],
      order: { measure: 'received', direction: 'asc' },
      top: 10,
      others: false,
      chart: 'stacked',
      columns: ['rank', 'interval'],
      notes: false,
    },
  ],
  [
    'nothing where nothing may be',
    { ...FIRST_EXPLORATION, grain: null, comparisons: [], columns: [], top: 'all' },
  ],
]

test.each(EXPLORATIONS)('%s is read back from its address as it was', (_, exploration) => {
  expect(read(explorationAddress(exploration))).toEqual(exploration)
})

test('the first one needs no address', () => {
  expect(explorationAddress(FIRST_EXPLORATION)).toEqual({})
})

test.each([
  [{ measures: 'nonsense~acceptedPer10k' }],
  [{ by: 'moon', chart: 'pie', grain: 'month' }],
  [{ top: '0', order: 'closed:desc' }],
  [{ top: '2.5', order: 'received:sideways' }],
])('what is not understood or not to be had in %j is left out', (address) => {
  expect(read(address)).toEqual(FIRST_EXPLORATION)
})

test('measures that the sources cannot say are counted, so that one is told', () => {
  expect(unsaidMeasures({ measures: 'received~acceptedPer10k~magic~magic' }, catalogue)).toBe(2)
  expect(unsaidMeasures({}, catalogue)).toBe(0)
})

test('a third dimension and a repeated one are left out', () => {
  expect(read({ by: 'region1~region1~industry1~channel' }).dimensions).toEqual(['region1', 'industry1'])
})
