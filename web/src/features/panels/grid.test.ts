import { expect, test } from 'vitest'
import { against, catalogue, row, t, table, value } from '../../../test/district'
import { gridOf } from '@fengsui/charts/grid'

const ANSWER = table({
  measures: ['received', 'onTimeRate'],
  dimensions: ['region1'],
  comparedPeriods: [
    {
      kind: 'yearAgo',
      label: '同比',
      period: { from: '2025-01-01', to: '2025-10-31', label: '2025年1月至10月' },
    },
  ],
  rows: [
    row(
      ['A'],
      ['甲镇'],
      [
        value(7, { share: 0.07, rank: 1, lower: 2.81, upper: 14.42, changes: [against(5, 2)] }),
        value(0.5, { n: 10, lower: 0.2366, upper: 0.7634, changes: [against(0.4, 0.1)] }),
      ],
    ),
  ],
  others: [row([], ['其他'], [value(93), value(0.9, { n: 90 })])],
  total: row([], [], [value(100), value(0.86, { n: 100 })]),
})
const speaking = { catalogue, t }

test('beside a count stand its share and place, beside a rate its n and interval', () => {
  const { columns, rows } = gridOf(ANSWER, speaking, ['n', 'share', 'rank', 'interval', 'cumulative'])
  expect(columns.map(({ label }) => label)).toEqual([
    '乡镇',
    '接报量',
    '接报量占比',
    '接报量位次',
    '接报量95%区间',
    '按期办结率',
    '按期办结率 n',
    '按期办结率位次',
    '按期办结率95%区间',
  ])
  expect(rows[0]?.texts).toEqual(['甲镇', '7', '7.0%', '1', '2.8–14.4', '50.0%', '10', '—', '23.7%–76.3%'])
})

test('members, 其他 and the total are told apart, and each has its name', () => {
  expect(gridOf(ANSWER, speaking).rows.map(({ place, texts }) => [place, texts[0]])).toEqual([
    ['member', '甲镇'],
    ['others', '其他'],
    ['total', '合计'],
  ])
})

test('a number and the one it is compared with can be asked about, what is derived cannot', () => {
  const { columns, rows } = gridOf(ANSWER, speaking, ['base', 'change'])
  const asked = columns.map(({ id }, at) => [id, rows[0]?.origins[at] ?? null])
  expect(asked.slice(0, 4)).toEqual([
    ['region1', null],
    ['received', { measure: 'received', comparison: null }],
    ['received.yearAgo.base', { measure: 'received', comparison: 'yearAgo' }],
    ['received.yearAgo', null],
  ])
})

test('an answer without dimension and time is its total alone', () => {
  const alone = table({ rows: [row([], [], [value(100)])] })
  expect(gridOf(alone, speaking).rows.map(({ place, texts }) => [place, texts])).toEqual([['total', ['100']]])
})
