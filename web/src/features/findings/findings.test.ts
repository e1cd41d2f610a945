import { expect, test } from 'vitest'
import { against, catalogue, row, t, table, value } from '../../../test/district'
import type { Value } from '../../graphql/answer'
import { textOf } from './citing'
import { findings, risingMost } from './findings'

const COMPARED = [
  {
    kind: 'yearAgo' as const,
    label: '同比',
    period: { from: '2025-01-01', to: '2025-10-31', label: '2025年1月至10月' },
  },
]
const NONE = { total: null, industry: null, issue: null, region: null, department: null }
const industries = (...rows: [string, Value][]) =>
  table({
    dimensions: ['industry1'],
    comparedPeriods: COMPARED,
    rows: rows.map(([name, one]) => row([name === '未知' ? '' : name], [name], [one])),
  })

test('the greatest increase is named, not the greatest number, and never 未知', () => {
  const answer = industries(
    ['消防', value(90, { changes: [against(88, 2)] })],
    ['危化品', value(30, { changes: [against(10, 20)] })],
    ['未知', value(80, { changes: [against(1, 79)] })],
  )
  expect(risingMost(answer)?.labels).toEqual(['危化品'])
})

test('nothing is said to rise when nothing rose, or when it may not be said', () => {
  const hidden: Value['changes'][number] = { ...against(1, 5), state: 'suppressed' }
  const little = industries(['消防', value(2, { changes: [against(0, 2)] })])
  expect(risingMost(little), 'two cases more').toBeNull()
  const rise = value(9, { changes: [against(4, 5)] })
  expect(risingMost(industries(['消防', rise], ['危化品', rise])), 'two share the place').toBeNull()
  expect(risingMost(industries(['消防', value(3, { changes: [against(5, -2)] })]))).toBeNull()
  expect(risingMost(industries(['消防', value(6, { changes: [hidden] })]))).toBeNull()
})

test('sentences carry their numbers and n, and few cases are said to be few', () => {
  const department = table({
    measures: ['received', 'closed', 'onTimeRate', 'overdue', 'medianDays'],
    dimensions: ['department'],
    rows: [
      row(['YJ'], ['区应急管理局'], [value(9), value(8), value(0.5, { n: 4 }), value(4), value(20)]),
      row(['XF'], ['区消防救援局'], [value(9), value(8), value(1, { n: 30 }), value(0), value(20)]),
    ],
    total: row([], [], [value(18), value(16), value(0.94, { n: 34 }), value(4), value(20)]),
  })
  const total = table({
    measures: ['onTimeRate', 'overdue'],
    total: row([], [], [value(0.94, { n: 34 }), value(4)]),
  })
  const list = findings({ ...NONE, total, department }, catalogue, () => [], t)
  expect(list.map(({ pieces }) => textOf(pieces))).toEqual([
    '按期办结率 94.0%（n=34），超期 4 件；超期较多的有区应急管理局 4 件（按期 50.0%，n=4，件数少，仅供参考）。',
  ])
  const asked = list[0]?.pieces.flatMap(({ text, number }) =>
    number ? [[text, number.measure, number.row.keys[0] ?? '']] : [],
  )
  expect(asked, 'each number leads to its own cases').toEqual([
    ['94.0%', 'onTimeRate', ''],
    ['4', 'overdue', ''],
    ['4', 'overdue', 'YJ'],
    ['50.0%', 'onTimeRate', 'YJ'],
  ])
  const other = findings({ ...NONE, total, department }, catalogue, () => ['XF'], t)
  expect(textOf(other[0]?.pieces ?? []), 'a unit that is filtered away is not named').toBe(
    '按期办结率 94.0%（n=34），超期 4 件。',
  )
})

test('without an answer nothing is said', () => {
  expect(findings(NONE, catalogue, () => [], t)).toEqual([])
})

test('numbers are compared in words, with the number before', () => {
  const total = table({
    comparedPeriods: COMPARED,
    measures: ['received', 'closed'],
    total: row([], [], [value(60, { changes: [against(40, 20)] }), value(50)]),
  })
  expect(findings({ ...NONE, total }, catalogue, () => [], t).map(({ pieces }) => textOf(pieces))).toEqual([
    '2026年1月至10月接报 60 件，同比增长50.0%（基期 40 件）；办结 50 件。',
  ])
})

test('what is filtered by a member does not say that another one leads or rises', () => {
  const industry = industries(['危化品', value(30, { changes: [against(10, 20)] })])
  expect(textOf(findings({ ...NONE, industry }, catalogue, () => [], t)[0]?.pieces ?? [])).toBe(
    '行业中上升最多的是“危化品”：30 件，同比增加 20 件（基期 10 件，+200.0%）。',
  )
  expect(findings({ ...NONE, industry }, catalogue, () => ['10'], t)).toEqual([])
})
