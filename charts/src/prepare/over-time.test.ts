import { expect, test } from 'vitest'
import { pickedAt } from '../picking.js'
import { against, names, row, t, table, value } from '../testing.js'
import type { Table } from '../answer.js'
import { prepareCalendar } from './calendar.js'
import type { Setting } from './mark.js'
import { prepareMultiples } from './multiples.js'
import { prepareSlope } from './slope.js'
import { prepareStages } from './stages.js'

const setting = (answer: Table): Setting => ({ table: answer, names, picked: () => [], t })
const bucket = (key: string, partial = false) => ({ key, to: key, label: key, partial })
const clicked = { index: 0, series: 0, name: '', seriesType: 'custom' }

test('a calendar begins its weeks on Monday, and a month is named over the week of its first day', () => {
  // 2026-02-27 is a Friday, 2026-03-01 a Sunday, 2026-03-02 a Monday.
  const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']
  const model = prepareCalendar(
    setting(
      table({ buckets: days.map((day) => bucket(day)), rows: [row([], [], [value(3)], '2026-03-02')] }),
    ),
    'received',
  )
  expect(model.days.map(({ week, weekday, value: n }) => [week, weekday, n])).toEqual([
    [0, 4, 0],
    [0, 5, 0],
    [0, 6, 0],
    [1, 0, 3],
  ])
  expect(model.weeks).toEqual(['3月', ''])
  expect(pickedAt(model, { ...clicked, index: 3 })).toEqual({
    kind: 'days',
    from: '2026-03-02',
    to: '2026-03-02',
  })
})

test('small multiples share one scale and say the last whole bucket', () => {
  const model = prepareMultiples(
    setting(
      table({
        dimensions: ['region1'],
        buckets: [bucket('2026-08-01'), bucket('2026-09-01'), bucket('2026-10-01', true)],
        rows: [
          row(['A'], ['甲镇'], [value(9)], '2026-08-01'),
          row(['A'], ['甲镇'], [value(2)], '2026-09-01'),
          row(['B'], ['乙镇'], [value(1)], '2026-10-01'),
        ],
      }),
    ),
    'received',
    8,
  )
  expect(model.panes.map(({ label, text, values }) => [label, text, values])).toEqual([
    ['甲镇', '2', [9, 2, 0]],
    ['乙镇', '0', [0, 0, 1]],
  ])
  expect(model.max).toBe(9)
  expect(pickedAt(model, { ...clicked, series: 1 })).toEqual({ kind: 'member', code: 'B' })
})

test('a slope has the members of either period, and no beginning where the number before is hidden', () => {
  const answer = table({
    dimensions: ['region1'],
    comparedPeriods: [
      { kind: 'yearAgo', label: '同比', period: { from: '2025-01-01', to: '2025-10-31', label: '去年' } },
    ],
    rows: [
      row(['A'], ['甲镇'], [value(2, { changes: [against(12, -10)] })]),
      row(['B'], ['乙镇'], [value(7, { changes: [{ ...against(3, 4), value: null }] })]),
    ],
  })
  const { ends, marks } = prepareSlope(setting(answer), 'received', 1)
  expect(ends).toEqual(['去年', '2026年1月至10月'])
  expect(marks.map(({ label, before, value: now }) => [label, before, now])).toEqual([['甲镇', 12, 2]])
  expect(prepareSlope(setting(answer), 'received', 5).marks[1]).toMatchObject({
    before: null,
    beforeText: '—',
  })
})

test('stages are parts of the first; none is made up where the first is empty', () => {
  const answer = (first: number) =>
    table({ measures: ['received', 'accepted'], total: row([], [], [value(first), value(30)]) })
  expect(prepareStages(setting(answer(40))).stages.map(({ text, share }) => [text, share])).toEqual([
    ['40', ''],
    ['30', '75.0%'],
  ])
  expect(prepareStages(setting(answer(0))).stages[1]?.share).toBe('')
  expect(pickedAt(prepareStages(setting(answer(40))), clicked)).toBeNull()
})
