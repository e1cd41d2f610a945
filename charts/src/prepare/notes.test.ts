import { expect, test } from 'vitest'
import { columnsOption } from '../options/columns.js'
import { trendOption } from '../options/trend.js'
import { LIGHT } from '../palette.js'
import { sentenceOf } from '../telling.js'
import { names, row, t, table, value } from '../testing.js'
import type { Annotation, Table } from '../answer.js'
import { prepareCalendar } from './calendar.js'
import { prepareColumns } from './columns.js'
import { prepareMultiples } from './multiples.js'
import type { Setting } from './mark.js'
import { prepareTrend } from './trend.js'

const LAW: Annotation = {
  kind: 'policy',
  kindLabel: '政策',
  from: '2026-08-15',
  to: '2026-08-15',
  text: '新规施行',
}
const MONTH: Annotation = {
  kind: 'campaign',
  kindLabel: '专项行动',
  from: '2026-07-01',
  to: '2026-09-05',
  text: '百日行动',
}
const OFF: Annotation = {
  kind: 'holiday',
  kindLabel: '放假',
  from: '2026-08-15',
  to: '2026-08-16',
  text: '中秋',
}

const bucket = (key: string, to: string) => ({ key, to, label: key, partial: false })
const setting = (answer: Table, annotations: readonly Annotation[]): Setting => ({
  table: answer,
  names,
  picked: () => [],
  t,
  annotations,
})
const over = (buckets: Table['buckets']) =>
  table({ buckets, rows: buckets.map(({ key }) => row([], [], [value(4)], key)) })
const MONTHS = over([bucket('2026-08-01', '2026-08-31'), bucket('2026-09-01', '2026-09-30')])
const DAYS = over(['2026-08-14', '2026-08-15', '2026-08-16'].map((day) => bucket(day, day)))

test('what happened stands at the buckets that it touches, in their tooltips and in the sentence', () => {
  const now = setting(MONTHS, [LAW, MONTH, { ...LAW, from: '2025-01-01', to: '2025-01-01' }])
  const { notes, buckets } = prepareTrend(now, ['received'], null)
  expect(notes.map(({ kind, first, last }) => [kind, first, last])).toEqual([
    ['policy', 0, 0],
    ['campaign', 0, 1],
  ])
  expect(buckets[0]?.lines.slice(-2)).toEqual([
    '〔政策〕新规施行（2026-08-15）',
    '〔专项行动〕百日行动（2026-07-01 — 2026-09-05）',
  ])
  expect(buckets[1]?.lines.slice(-1)).toEqual(['〔专项行动〕百日行动（2026-07-01 — 2026-09-05）'])
  expect(
    sentenceOf({ figure: { kind: 'trend', measures: null, chosen: null }, name: '走势' }, now),
  ).toContain('标注：〔政策〕新规施行（2026-08-15）；〔专项行动〕百日行动（2026-07-01 — 2026-09-05）。')
})

test('days off are said of days, and not of months, where there are always some', () => {
  const kinds = (answer: Table) =>
    prepareColumns(setting(answer, [OFF]), 'received').notes.map(({ first, last }) => [first, last])
  expect([kinds(DAYS), kinds(MONTHS)]).toEqual([[[1, 2]], []])
})

test('members have no time, and without annotations nothing is drawn over the lines', () => {
  const towns = table({ dimensions: ['region1'], rows: [row(['A'], ['甲镇'], [value(1)])] })
  expect(prepareColumns(setting(towns, [LAW]), 'received').notes).toEqual([])
  const plain = trendOption(prepareTrend(setting(MONTHS, []), ['received'], null), LIGHT)
  expect(plain.series).toHaveLength(1)
})

test('notes are drawn beneath the numbers and take no click and no place in the axis', () => {
  for (const option of [
    trendOption(prepareTrend(setting(DAYS, [LAW, OFF]), ['received'], null), LIGHT),
    columnsOption(prepareColumns(setting(DAYS, [LAW, OFF]), 'received'), LIGHT),
  ]) {
    expect((option.series as object[]).at(-1)).toMatchObject({
      type: 'custom',
      silent: true,
      z: 1,
      tooltip: { show: false },
    })
  }
})

test('on a calendar a day on which something happened has an edge, days off have none', () => {
  const model = prepareCalendar(setting(DAYS, [LAW, OFF, { ...LAW, kind: 'accident' }]), 'received')
  expect(model.days.map(({ noted }) => noted)).toEqual([null, 'accident', null])
  expect(model.days[1]?.lines).toContain('〔政策〕新规施行（2026-08-15）')
  expect(model.days[2]?.lines.at(-1)).toBe('〔放假〕中秋（2026-08-15 — 2026-08-16）')
})

test('in small multiples the points of a bucket say that something happened in it', () => {
  const answer = table({
    dimensions: ['industry1'],
    buckets: MONTHS.buckets,
    rows: MONTHS.buckets.map(({ key }) => row(['10'], ['消防'], [value(4)], key)),
  })
  const { buckets, panes } = prepareMultiples(setting(answer, [LAW]), 'received', 4)
  expect(buckets.map(({ isNoted }) => isNoted)).toEqual([true, false])
  expect(panes[0]?.lines[0]?.at(-1)).toBe('〔政策〕新规施行（2026-08-15）')
  expect(panes[0]?.lines[1]).toHaveLength(2)
})
