import { expect, test } from 'vitest'
import { against, names, row, t, table, value } from '../testing.js'
import type { Table } from '../answer.js'
import { prepareBars } from './bars.js'
import { prepareMap } from './map.js'
import type { Setting } from './mark.js'
import { prepareMatrix } from './matrix.js'
import type { Boundaries } from '../territory/layout.js'
import { offTheMap } from './territory.js'
import { prepareTrend } from './trend.js'

const setting = (answer: Table, picked: string[] = []): Setting => ({
  table: answer,
  names,
  picked: () => picked,
  t,
})

const TOWNS = table({
  dimensions: ['region1'],
  rows: [
    row([''], ['未知'], [value(50)]),
    row(['A'], ['甲镇'], [value(7)]),
    row(['C'], ['丙镇'], [value(null, { state: 'suppressed' })]),
  ],
})

test('bars are ranked, 未知 comes last, and what has no value is a gap', () => {
  const { marks } = prepareBars(setting(TOWNS), 'received')
  expect(marks.map((mark) => [mark.label, mark.value, mark.text])).toEqual([
    ['甲镇', 7, '7'],
    ['丙镇', null, '已隐去'],
    ['未知', 50, '50'],
  ])
})

test('where more is better the least comes first', () => {
  const answer = table({
    measures: ['onTimeRate'],
    dimensions: ['department'],
    rows: [
      row(['XF'], ['区消防救援局'], [value(0.9, { n: 10 })]),
      row(['YJ'], ['区应急管理局'], [value(0.5, { n: 10 })]),
    ],
  })
  expect(prepareBars(setting(answer), 'onTimeRate').marks.map((mark) => mark.code)).toEqual(['YJ', 'XF'])
})

test('what is not picked is faded, and nothing is while nothing is picked', () => {
  expect(prepareBars(setting(TOWNS, ['A']), 'received').marks.map((mark) => mark.faded)).toEqual([
    false,
    true,
    true,
  ])
  expect(prepareBars(setting(TOWNS), 'received').marks.some((mark) => mark.faded)).toBe(false)
})

const SCHEMATIC = { boundaries: null, reviewNumber: '', schematic: '示意图' }

test('a town without a row is no zero on the map: the answer says nothing of it', () => {
  const ground = () => SCHEMATIC
  const counts = prepareMap({ ...setting(TOWNS), ground }, 'received', 'value', null)
  expect(counts.marks.map((mark) => [mark.code, mark.value])).toEqual([
    ['A', 7],
    ['B', null],
  ])
  expect([counts.layout.kind, counts.note]).toEqual(['tiles', '示意图'])
  const rates = table({ measures: ['onTimeRate'], dimensions: ['region1'], rows: [] })
  expect(prepareMap(setting(rates), 'onTimeRate', 'value', null).marks.map((mark) => mark.state)).toEqual([
    'noData',
    'noData',
  ])
})

test('what has no place on the map is listed beside it', () => {
  const { layout } = prepareMap(setting(TOWNS), 'received', 'value', null)
  const elsewhere = offTheMap(setting(TOWNS), 'received', layout)
  expect(elsewhere.map((mark) => mark.label)).toEqual(['未知', '丙镇'])
})

test('a map is drawn by the boundaries of the office with their review number, unless tiles are wanted', () => {
  const areas = ['A', 'B'].map((code, at) => ({
    type: 'Polygon' as const,
    id: code,
    properties: { name: code },
    arcs: [[at]],
  }))
  const square = (x: number) => [
    [x, 29],
    [x + 1, 29],
    [x + 1, 30],
    [x, 30],
    [x, 29],
  ]
  const boundaries = {
    type: 'Topology',
    bbox: [107, 29, 109, 30],
    arcs: [square(107), square(108)],
    objects: {
      areas: {
        type: 'GeometryCollection',
        geometries: areas.map((each) => ({ ...each, type: 'MultiPolygon', arcs: [each.arcs] })),
      },
    },
  } as unknown as Boundaries
  const ground = () => ({ boundaries, reviewNumber: '渝S(2024)001号', schematic: '示意图' })
  const own = prepareMap({ ...setting(TOWNS), ground }, 'received', 'share', null)
  expect([own.layout.kind, own.note, own.unit, own.marks.map(({ code }) => code)]).toEqual([
    'polygons',
    '渝S(2024)001号',
    'percent',
    ['A', 'B'],
  ])
  const tiles = prepareMap({ ...setting(TOWNS), ground }, 'received', 'value', 'tiles')
  expect([tiles.layout.kind, tiles.note]).toEqual(['tiles', '示意图'])
})

test('cells of the matrix stand where their row and column stand', () => {
  const answer = table({
    dimensions: ['industry1', 'region1'],
    rows: [
      row(['03', 'A'], ['危化品', '甲镇'], [value(2)]),
      row(['10', 'B'], ['消防', '乙镇'], [value(9)]),
      row(['10', 'A'], ['消防', '甲镇'], [value(1)]),
    ],
  })
  const { cells, columns, rows, max } = prepareMatrix(setting(answer), 'received')
  expect([columns.map((one) => one.code), rows.map((one) => one.code), max]).toEqual([
    ['10', '03'],
    ['B', 'A'],
    9,
  ])
  for (const cell of cells) {
    expect([columns[cell.column]?.code, rows[cell.row]?.code]).toEqual([cell.code, cell.rowCode])
  }
})

const MONTHS = table({
  buckets: ['2026-08', '2026-09', '2026-10'].map((month) => ({
    key: `${month}-01`,
    to: `${month}-30`,
    label: month,
    partial: month === '2026-10',
  })),
  rows: [row([], [], [value(4)], '2026-08-01'), row([], [], [value(6)], '2026-10-01')],
})

test('a month without a row is zero for a count and a gap for a rate', () => {
  const counts = prepareTrend(setting(MONTHS), ['received'], null)
  expect(counts.series[0]?.values).toEqual([4, 0, 6])
  expect(counts.buckets.map((bucket) => bucket.partial)).toEqual([false, false, true])
  const rates = prepareTrend(setting({ ...MONTHS, measures: ['onTimeRate'] }), ['onTimeRate'], null)
  expect(rates.series[0]?.values).toEqual([4, null, 6])
})

test('the tooltip of a month names the same month of the year before', () => {
  const answer = table({
    ...MONTHS,
    comparedPeriods: [
      {
        kind: 'yearAgo',
        label: '同比',
        period: { from: '2025-08-01', to: '2025-10-31', label: '2025年8月至10月' },
      },
    ],
    rows: [row([], [], [value(4, { changes: [against(3, 1)] })], '2026-08-01')],
  })
  expect(prepareTrend(setting(answer), ['received'], null).buckets[0]?.lines[2]).toBe(
    '同比 增加1件（2025-08：3）',
  )
})

test('the dashed line is what was asked to compare with, and is called so', () => {
  const answer = table({
    ...MONTHS,
    comparedPeriods: [
      {
        kind: 'previous',
        label: '环比',
        period: { from: '2026-05-01', to: '2026-07-31', label: '2026年5月至7月' },
      },
    ],
    rows: [row([], [], [value(4, { changes: [against(3, 1)] })], '2026-08-01')],
  })
  const { series, buckets } = prepareTrend(setting(answer), ['received'], null)
  expect(series.map(({ name, dashed, values }) => [name, dashed, values[0]])).toEqual([
    ['接报量', false, 4],
    ['接报量（环比基期）', true, 3],
  ])
  expect(buckets[0]?.lines[2]).toBe('环比 增加1件（对应的上期时段：3）')
})

test('the chosen period is highlighted only if it is a part of what is drawn', () => {
  const chosen = (from: string, to: string) =>
    prepareTrend(setting(MONTHS), ['received'], { from, to }).highlight
  expect(chosen('2026-09-01', '2026-09-30')).toEqual(['2026-09-01', '2026-09-01'])
  expect(chosen('2026-01-01', '2026-12-31')).toBeNull()
})
