import { expect, test } from 'vitest'
import { catalogue, t } from '../../../test/district'
import { withPicked } from '../../composables/question'
import { EMPTY_SCREEN, type Screen } from '../../composables/screen'
import type { MetricsRequest } from '../../graphql/generated/graphql'
import { trendPeriod } from '../boards/asking'
import { inLines, requestsOf, type Panel } from '../boards/board'
import { overviewBoard } from './overview-board'

const ground = () => ({ boundaries: null, reviewNumber: '', schematic: '示意图' })
const requests = (screen: Screen): Readonly<Record<string, MetricsRequest>> =>
  requestsOf(overviewBoard({ screen, catalogue, t, ground }))
const requestOf = (part: string, screen: Screen) => requests(screen)[part]

const filtered = withPicked(withPicked(EMPTY_SCREEN, 'region1', 'A'), 'industry1', '03')

test('a chart leaves out its own filter and keeps the others', () => {
  expect(requestOf('region', filtered)?.filters).toEqual([{ dimension: 'industry1', in: ['03'] }])
  expect(requestOf('industry', filtered)?.filters).toEqual([{ dimension: 'region1', in: ['A'] }])
  expect(requestOf('matrix', filtered)?.filters).toEqual([])
  expect(requestOf('total', filtered)?.filters).toHaveLength(2)
  expect(requestOf('whole', filtered)?.filters).toBeUndefined()
})

test('the panels of a line fill it, also where one of them is not there', () => {
  const columns = (list: readonly number[]) =>
    inLines(
      list.map((one, at) => ({
        ...(overviewBoard({ screen: EMPTY_SCREEN, catalogue, t, ground }).panels[0] as Panel),
        id: String(at),
        columns: one,
      })),
    ).map((panel) => panel.columns)
  expect(columns([7, 5, 7, 5, 7])).toEqual([7, 5, 7, 5, 12])
  expect(columns([7, 7, 5, 6, 6])).toEqual([12, 7, 5, 6, 6])
  expect(columns([])).toEqual([])
})

test('dimensions that the office does not have are not asked', () => {
  const asked = requests({ ...EMPTY_SCREEN, drilled: ['region'] })
  expect(Object.keys(asked)).toEqual([
    'total',
    'trend',
    'region',
    'department',
    'industry',
    'matrix',
    'channel',
  ])
  expect(asked.region?.dimensions).toEqual(['region1'])
})

test.each<[string, Screen['period'], string, unknown]>([
  ['the default', null, 'month', { preset: 'last13Months' }],
  ['a month of the last year', { from: '2026-03-01', to: '2026-03-31' }, 'month', { preset: 'last13Months' }],
  [
    'a month long ago',
    { from: '2022-03-01', to: '2022-03-31' },
    'day',
    { from: '2022-03-01', to: '2022-03-31' },
  ],
  ['everything', { preset: 'all' }, 'quarter', { preset: 'all' }],
])('the trend of %s has fitting buckets', (_, period, grain, expected) => {
  expect(trendPeriod({ ...EMPTY_SCREEN, period }, catalogue)).toEqual({ period: expected, grain })
})

test('without a comparison nothing is compared, and all time has nothing to be compared with', () => {
  expect(requestOf('total', { ...EMPTY_SCREEN, comparisons: [] })?.comparisons).toEqual([])
  expect(requestOf('total', { ...EMPTY_SCREEN, period: { preset: 'all' } })?.comparisons).toEqual([])
  expect(requestOf('total', EMPTY_SCREEN)?.comparisons).toEqual(['yearAgo', 'previous'])
})

test('a picture with room for one comparison follows the choice', () => {
  expect(requestOf('trend', EMPTY_SCREEN)?.comparisons).toEqual(['yearAgo'])
  expect(requestOf('trend', { ...EMPTY_SCREEN, comparisons: ['previous'] })?.comparisons).toEqual([
    'previous',
  ])
})
