import { expect, test } from 'vitest'
import { names, row, t, table, value } from '../testing.js'
import type { Row, Table } from '../answer.js'
import { prepareAnsweredBars } from './bars.js'
import { prepareColumns } from './columns.js'
import { prepareLines } from './lines.js'
import type { Setting } from './mark.js'

const setting = (answer: Table): Setting => ({
  table: answer,
  names,
  picked: () => [],
  t,
})

const BUCKETS = ['2026-08', '2026-09'].map((month) => ({
  key: `${month}-01`,
  to: `${month}-30`,
  label: month,
  partial: false,
}))
const at = (code: string, month: string, number: number | null): Row =>
  row([code], [code], [value(number)], `${month}-01`)
const MEMBERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

test('a line for each of the first members and a last one for 其他; a month without a row is zero of a count', () => {
  const answer = table({
    dimensions: ['channel'],
    buckets: BUCKETS,
    rows: [at('a', '2026-08', 4), at('a', '2026-09', 5), at('b', '2026-09', 2)],
    others: [row([], ['其他'], [value(9)], '2026-08-01')],
  })
  const { series, buckets } = prepareLines(setting(answer), 'received')
  expect(series.map(({ name, colour, values }) => [name, colour, values])).toEqual([
    ['a', 0, [4, 5]],
    ['b', 1, [0, 2]],
    ['其他', 5, [9, 0]],
  ])
  expect(buckets[1]?.lines).toEqual(['2026-09', 'a：5', 'b：2', '其他：期内无举报'])
  const rates = prepareLines(setting({ ...answer, measures: ['onTimeRate'] }), 'onTimeRate')
  expect(rates.series[1]?.values, 'a rate has a gap').toEqual([null, 2])
})

test('members beyond the colours stand together, and nothing of the whole is lost', () => {
  const answer = table({
    dimensions: ['channel'],
    buckets: BUCKETS,
    rows: MEMBERS.map((code, nth) => at(code, '2026-08', nth + 1)),
  })
  const { categories, series } = prepareColumns(setting(answer), 'received')
  expect(categories.map(({ key }) => key)).toEqual(['2026-08-01', '2026-09-01'])
  expect(series.map(({ name, values }) => [name, values[0]])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['d', 4],
    ['e', 5],
    ['其余', 13],
  ])
})

test('two dimensions stack the second over the first', () => {
  const cell = (one: string, two: string, number: number | null) =>
    row([one, two], [one, two], [value(number, number === null ? { state: 'suppressed' } : {})])
  const answer = table({
    dimensions: ['industry1', 'region1'],
    rows: [cell('x', 'A', 3), cell('x', 'B', 1), cell('y', 'A', 2), cell('y', 'B', null)],
  })
  const { categories, series } = prepareColumns(setting(answer), 'received')
  expect(categories.map(({ key }) => key)).toEqual(['x', 'y'])
  expect(series.map(({ name, values }) => [name, values])).toEqual([
    ['A', [3, 2]],
    ['B', [1, null]],
  ])
})

test('bars keep the order of the answer, 其他 comes last, and a count has no whisker', () => {
  const answer = table({
    measures: ['received', 'onTimeRate'],
    dimensions: ['channel'],
    rows: [
      row(['b'], ['b'], [value(2, { lower: 0.2, upper: 7.2 }), value(0.5, { lower: 0.2, upper: 0.8 })]),
      row(['a'], ['a'], [value(9), value(1)]),
    ],
    others: [row([], ['其他'], [value(5), value(0.7)])],
  })
  const counts = prepareAnsweredBars(setting(answer), 'received', 12)
  expect(counts.marks.map(({ label, lower, isOthers }) => [label, lower, isOthers])).toEqual([
    ['b', null, false],
    ['a', null, false],
    ['其他', null, true],
  ])
  expect(prepareAnsweredBars(setting(answer), 'onTimeRate', 1).marks.map(({ lower }) => lower)).toEqual([
    0.2,
    null,
  ])
})
