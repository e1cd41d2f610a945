import { init } from 'echarts'
import { expect, test } from 'vitest'
import { gridOf } from '../grid.js'
import { modelOf, type Figure } from '../figure.js'
import { drawingOf } from '../options/option.js'
import { LIGHT } from '../palette.js'
import { sentenceOf, titleOf } from '../telling.js'
import { names, row, t, table, value } from '../testing.js'
import type { Row } from '../answer.js'

const nowcast = { expected: 20.5, lower: 13, upper: 31 }
const days = ['2026-09-25', '2026-09-26', '2026-09-27']
const buckets = days.map((key) => ({ key, to: key, label: key.slice(5), partial: false }))
const of = (member: string[], last: Row['values'][number]): Row[] =>
  days.map((key, at) => row(member, member, [at === 2 ? last : value(20 + at)], key))
const alone = table({ buckets, rows: of([], value(10, { nowcast })) })
const split = table({
  ...{ buckets, dimensions: ['region1'] },
  rows: [...of(['A'], value(10, { nowcast })), ...of(['B'], value(5))],
})
const setting = (of = alone) => ({ table: of, names, picked: () => [], t })
const TREND: Figure = { kind: 'trend', measures: null, chosen: null }

const svgOf = (figure: Figure, of = alone): string => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 500, height: 300 })
  chart.setOption({ ...drawingOf(modelOf(figure, setting(of)), LIGHT).option, tooltip: undefined })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

test('a line keeps what is counted, and beside it says what its last points grow to', () => {
  const model = modelOf(TREND, setting())
  if (model.kind !== 'trend') throw new Error(model.kind)
  expect(model.series[0]?.values).toEqual([20, 21, 10])
  expect(model.series[0]?.filling?.points).toEqual([null, null, nowcast])
  expect(model.buckets[2]?.lines.join()).toContain('已收 10；预计 21（13–31）')
  expect(model.buckets[1]?.lines.join()).not.toContain('预计')
  expect(svgOf(TREND)).toContain('预计（补录后，95%区间）')
})

test('lines of members, columns, calendar and little pictures say it too, each of its own number', () => {
  const lines = modelOf({ kind: 'lines', measure: 'received' }, setting(split))
  if (lines.kind !== 'trend') throw new Error(lines.kind)
  expect(lines.series.map(({ filling }) => filling?.points[2] ?? null)).toEqual([nowcast, null])
  const columns = modelOf({ kind: 'columns', measure: 'received' }, setting())
  if (columns.kind !== 'columns') throw new Error(columns.kind)
  expect(columns.filling?.points[2]).toEqual(nowcast)
  expect(columns.series[0]?.values[2]).toBe(10)
  const calendar = modelOf({ kind: 'calendar', measure: 'received' }, setting())
  if (calendar.kind !== 'calendar') throw new Error(calendar.kind)
  expect(calendar.days.map(({ isFilling }) => isFilling)).toEqual([false, false, true])
  expect(calendar.days[2]?.lines.join()).toContain('预计 21（13–31）')
  const multiples = modelOf({ kind: 'multiples', measure: 'received', most: 4 }, setting(split))
  if (multiples.kind !== 'multiples') throw new Error(multiples.kind)
  expect(multiples.panes.map(({ lines: own }) => own[2]?.join().includes('预计'))).toEqual([true, false])
})

test('the heading, the sentence and the table say both numbers, and the counted one stays as it is', () => {
  const titled = { figure: TREND, name: '趋势' }
  expect(titleOf(titled, setting())).toContain('仍在补录，预计 21（13–31）')
  expect(sentenceOf(titled, setting())).toContain('09-27仍在补录：已收 10 件，预计 21（13–31）。')
  const grid = gridOf(alone, { catalogue: names, t })
  expect(grid.columns.map(({ label }) => label)).toEqual([
    '时间',
    '接报量',
    '接报量预计（补录后）',
    '接报量预计下限（95%）',
    '接报量预计上限（95%）',
  ])
  expect(grid.rows.map(({ cells }) => cells.slice(1))).toEqual([
    [20, '', '', ''],
    [21, '', '', ''],
    [10, 21, 13, 31],
    [100, '', '', ''],
  ])
})

test('where all is whole nothing of it is said', () => {
  const whole = table({ buckets, rows: of([], value(10)) })
  expect(gridOf(whole, { catalogue: names, t }).columns).toHaveLength(2)
  expect(svgOf(TREND, whole)).not.toContain('预计')
})
