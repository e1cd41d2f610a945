import { expect, test } from 'vitest'
import { catalogue } from '../../test/district'
import { withAlso, withFilter, withPicked } from './question'
import { EMPTY_SCREEN, parseScreen, screenAddress, type Screen } from './screen'

const SCREENS: [string, Screen][] = [
  ['the empty screen', EMPTY_SCREEN],
  [
    'everything at once',
    {
      period: { from: '2026-01-01', to: '2026-03-31' },
      filters: [
        { dimension: 'industry1', codes: ['03', ''] },
        { dimension: 'channel', codes: ['a~b', 'c:d', '100% & more'] },
      ],
      comparisons: [],
      drilled: ['region', 'issue'],
      tables: ['trend', 'region'],
      verified: 'accepted',
      map: {
        measure: 'closed',
        view: 'yearAgo',
        month: '2026-03-01',
        beside: { from: '2025-01-01', to: '2025-03-31' },
        layout: 'points',
        clusters: true,
      },
      notes: false,
      clock: 'reply',
      list: 'soon',
    },
  ],
  ['unknown only', { ...EMPTY_SCREEN, filters: [{ dimension: 'region1', codes: [''] }] }],
  ['a second map', { ...EMPTY_SCREEN, map: { ...EMPTY_SCREEN.map, beside: 'yearAgo' } }],
  ['one comparison alone', { ...EMPTY_SCREEN, comparisons: ['previous'] }],
  ['a preset', { ...EMPTY_SCREEN, period: { preset: 'lastQuarter' } }],
]

test.each(SCREENS)('%s is read back from its address as it was', (_, screen) => {
  expect(parseScreen(screenAddress(screen), catalogue)).toEqual(screen)
})

test('the empty screen needs no address', () => {
  expect(screenAddress(EMPTY_SCREEN)).toEqual({})
})

test.each([
  [{ period: 'yesterday' }],
  [{ period: '2026-03-01_2026-01-01' }],
  [{ filter: ['nonsense', 'nowhere:1', 'region1:%E0%A4%A'] }],
  [{ drill: 'moon', compare: null }],
  [{ measure: 'magic', view: 'x-ray', month: '2026-3', beside: 'never', layout: 'globe' }],
  [{ compare: 'tomorrow' }],
])('what is not understood in %j is left out', (address) => {
  expect(parseScreen(address, catalogue)).toEqual(EMPTY_SCREEN)
})

test('a second filter of one dimension in an address is left out', () => {
  expect(parseScreen({ filter: ['region1:1', 'region1:2'] }, catalogue).filters).toEqual([
    { dimension: 'region1', codes: ['1'] },
  ])
})

test('marks are picked together, one after the other, and taken out again', () => {
  const one = withPicked(withPicked(EMPTY_SCREEN, 'region1', 'A'), 'channel', 'tel')
  const both = withAlso(one, 'region1', 'B')
  expect(both.filters).toEqual([
    { dimension: 'region1', codes: ['A', 'B'] },
    { dimension: 'channel', codes: ['tel'] },
  ])
  expect(withAlso(both, 'region1', 'A').filters[0]).toEqual({ dimension: 'region1', codes: ['B'] })
  expect(withAlso(withAlso(both, 'region1', 'A'), 'region1', 'B').filters).toHaveLength(1)
  expect(withAlso(EMPTY_SCREEN, 'region1', 'A')).toEqual(withPicked(EMPTY_SCREEN, 'region1', 'A'))
})

test('picking a mark twice takes the filter away, and a new filter comes last', () => {
  const one = withPicked(EMPTY_SCREEN, 'region1', 'A')
  const two = withPicked(one, 'channel', 'tel')
  expect(two.filters.map((filter) => filter.dimension)).toEqual(['region1', 'channel'])
  expect(withPicked(two, 'region1', 'B').filters.map((filter) => filter.dimension)).toEqual([
    'channel',
    'region1',
  ])
  expect(withPicked(one, 'region1', 'A')).toEqual(EMPTY_SCREEN)
  expect(withFilter(two, 'region1', []).filters).toHaveLength(1)
})
