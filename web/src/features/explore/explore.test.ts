import { expect, test } from 'vitest'
import { catalogue, row, t, table, value } from '../../../test/district'
import { FIRST_EXPLORATION, type Exploration } from '../../composables/exploration'
import type { Table } from '../../graphql/answer'
import { pickOf } from './pick'
import { explorationRequest } from './request'
import { chartShown, isPossible, type ChartKind } from './shape'
import { leftToTable, modelOf } from './views'

const by = (more: Partial<Exploration>): Exploration => ({ ...FIRST_EXPLORATION, ...more })
const ask = (more: Partial<Exploration>) => explorationRequest(by(more), catalogue)
const exploring = (more: Partial<Exploration> = {}) => ({ catalogue, t, screen: by(more) })

test.each<[number, boolean, boolean, ChartKind]>([
  [0, true, true, 'line'],
  [1, true, false, 'line'],
  [1, false, true, 'bar'],
  [2, false, true, 'matrix'],
  [0, false, true, 'table'],
  [2, true, true, 'table'],
])('%i dimensions, over time: %s, additive: %s are drawn as %s', (dimensions, timed, additive, kind) => {
  expect(chartShown('auto', { dimensions, timed, additive, proportion: false })).toBe(kind)
})

test('what cannot be added is not stacked, whatever is chosen', () => {
  const rate = { dimensions: 2, timed: false, additive: false, proportion: true }
  expect(isPossible('stacked', rate)).toBe(false)
  expect(chartShown('stacked', rate)).toBe('matrix')
  expect(chartShown('stacked', { ...rate, additive: true })).toBe('stacked')
})

test('a funnel plot is of a part of a whole by one dimension', () => {
  const rate = { dimensions: 1, timed: false, additive: false, proportion: true }
  expect(isPossible('funnel', rate)).toBe(true)
  expect(isPossible('funnel', { ...rate, proportion: false })).toBe(false)
  expect(isPossible('funnel', { ...rate, dimensions: 2 })).toBe(false)
  expect(isPossible('funnel', { ...rate, timed: true })).toBe(false)
  expect(chartShown('auto', rate)).toBe('bar')
})

test('over time as many members are asked as lines stay apart, with the rest as 其他', () => {
  expect(ask({ dimensions: ['channel'] })).toMatchObject({ top: 5, others: true, grain: 'month' })
  expect(ask({ dimensions: ['channel'], top: 'all' })).toMatchObject({ top: null, others: false })
  expect(ask({ dimensions: ['channel'], grain: null })).toMatchObject({ top: null, others: false })
  expect(ask({ dimensions: ['channel'], grain: null, top: 10, others: false })).toMatchObject({
    top: 10,
    others: false,
  })
})

test('rows begin with the largest, with the least of what had better be more, or as the user says', () => {
  const order = (more: Partial<Exploration>) => ask({ dimensions: ['department'], ...more }).orderBy
  expect(order({})).toEqual({ measure: 'received', direction: 'desc' })
  expect(order({ measures: ['onTimeRate'] })).toEqual({ measure: 'onTimeRate', direction: 'asc' })
  const said = { measure: 'closed', direction: 'asc' } as const
  expect(order({ measures: ['received', 'closed'], order: said })).toEqual(said)
  expect(ask({ order: said, measures: ['closed'] }).orderBy, 'there is nothing to order').toBeNull()
})

const CHANNELS = table({
  dimensions: ['channel'],
  rows: [row(['tel'], ['电话'], [value(60)]), row([''], ['未知'], [value(10)])],
  others: [row([], ['其他'], [value(30)])],
})

const modelFor = (answer: Table, more: Partial<Exploration> = {}) => {
  const model = modelOf(answer, exploring(more))
  if (!model) throw new Error('Nothing is drawn')
  return model
}

test('a click on a bar filters by its member, also by 未知, and 其他 is nobody', () => {
  const model = modelFor(CHANNELS)
  const click = (index: number) =>
    pickOf({ index, series: 0, name: '', seriesType: 'bar' }, model, CHANNELS, FIRST_EXPLORATION)
  expect(click(0)).toEqual({ filters: [{ dimension: 'channel', codes: ['tel'] }] })
  expect(click(1)).toEqual({ filters: [{ dimension: 'channel', codes: [''] }] })
  expect(click(2)).toEqual({})
})

test('a click on a bucket makes it the period', () => {
  const answer = table({
    buckets: [{ key: '2026-09-01', to: '2026-09-30', label: '9月', partial: false }],
    rows: [row([], [], [value(1)], '2026-09-01')],
  })
  expect(
    pickOf(
      { index: 0, series: 0, name: '', seriesType: 'line' },
      modelFor(answer),
      answer,
      FIRST_EXPLORATION,
    ),
  ).toEqual({ period: { from: '2026-09-01', to: '2026-09-30' } })
})

test('the picture says which measures only the table has', () => {
  const answer = table({ ...CHANNELS, measures: ['received', 'onTimeRate'] })
  expect(leftToTable(answer, modelFor(answer), exploring())).toBe('按期办结率只列在表中')
  expect(leftToTable(CHANNELS, modelFor(CHANNELS), exploring())).toBe('')
})

test('the answer is drawn by its own shape while the next question is on its way', () => {
  expect(modelFor(CHANNELS, { dimensions: ['region1', 'industry1'], chart: 'matrix' }).kind).toBe('bars')
})
