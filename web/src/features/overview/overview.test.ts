import { expect, test } from 'vitest'
import { catalogue } from '../../../test/district'
import { withPicked } from '../../composables/question'
import { EMPTY_SCREEN, type Screen } from '../../composables/screen'
import { overviewVariables, requestOf, trendPeriod } from './requests'

const filtered = withPicked(withPicked(EMPTY_SCREEN, 'region1', 'A'), 'industry1', '03')

test('a chart leaves out its own filter and keeps the others', () => {
  expect(requestOf('region', filtered, catalogue).filters).toEqual([{ dimension: 'industry1', in: ['03'] }])
  expect(requestOf('industry', filtered, catalogue).filters).toEqual([{ dimension: 'region1', in: ['A'] }])
  expect(requestOf('matrix', filtered, catalogue).filters).toEqual([])
  expect(requestOf('total', filtered, catalogue).filters).toHaveLength(2)
  expect(requestOf('whole', filtered, catalogue).filters).toBeUndefined()
})

test('dimensions that the office does not have are not asked', () => {
  const variables = overviewVariables({ ...EMPTY_SCREEN, drilled: ['region'] }, catalogue)
  expect(variables).toMatchObject({ withRegion: true, withIssue: false, withSource: false, withWhole: false })
  expect(variables.region.dimensions).toEqual(['region1'])
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
  expect(requestOf('total', { ...EMPTY_SCREEN, comparing: false }, catalogue).comparisons).toEqual([])
  expect(requestOf('total', { ...EMPTY_SCREEN, period: { preset: 'all' } }, catalogue).comparisons).toEqual(
    [],
  )
  expect(requestOf('total', EMPTY_SCREEN, catalogue).comparisons).toEqual(['yearAgo', 'previous'])
})
