import { expect, test } from 'vitest'
import { pickedAt } from './picking.js'
import { prepareBars } from './prepare/bars.js'
import { prepareMap } from './prepare/map.js'
import type { Setting } from './prepare/mark.js'
import { prepareMatrix } from './prepare/matrix.js'
import { prepareTrend } from './prepare/trend.js'
import { names, row, t, table, value } from './testing.js'
import type { Table } from './answer.js'
import { stepped, stopsOf, type Stop } from './walking.js'

const setting = (answer: Table): Setting => ({ table: answer, names, picked: () => [], t })
const TOWNS = table({
  dimensions: ['region1'],
  rows: [
    row(['A'], ['甲镇'], [value(7)]),
    row(['B'], ['乙镇'], [value(3)]),
    row(['C'], ['丙镇'], [value(1)]),
  ],
})

/** What is said at each step of a walk that begins before the first point. */
function walk(stops: readonly Stop[], keys: readonly string[]): (string | undefined)[] {
  let now: number | null = null
  return keys.map((key) => {
    now = stepped(stops, now, key)
    return stops[now ?? -1]?.lines[0]
  })
}

test('bars are walked from the first to the last, whichever pair of arrows is used, and the ends hold', () => {
  const stops = stopsOf(prepareBars(setting(TOWNS), 'received'))
  expect(
    walk(stops, ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'Home', 'End']),
  ).toEqual(['甲镇', '乙镇', '丙镇', '丙镇', '乙镇', '甲镇', '丙镇'])
  expect(walk(stops, ['ArrowUp'])).toEqual(['丙镇'])
})

test('other keys are not for the picture, and an empty one has no point', () => {
  const stops = stopsOf(prepareBars(setting(TOWNS), 'received'))
  expect([stepped(stops, 0, 'a'), stepped([], null, 'ArrowDown')]).toEqual([null, null])
})

test('in a matrix the arrows stay in the line and leap over places without a case', () => {
  const cell = (one: string, two: string, number: number) => row([one, two], [one, two], [value(number)])
  const answer = table({
    dimensions: ['industry1', 'region1'],
    rows: [cell('x', 'A', 9), cell('y', 'A', 5), cell('z', 'A', 1), cell('x', 'B', 4), cell('z', 'B', 2)],
  })
  const model = prepareMatrix(setting(answer), 'received')
  const stops = stopsOf(model)
  expect(walk(stops, ['Home', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp'])).toEqual([
    'x × A',
    'y × A',
    'x × B',
    'z × B',
    'x × B',
    'x × A',
  ])
  expect(stops.map(({ point }) => pickedAt(model, point)?.kind)).toEqual(Array(5).fill('pair'))
})

test('a tile is picked by its code, a bucket by its days', () => {
  const tiles = prepareMap(setting(TOWNS), 'received', 'value', null)
  expect(stopsOf(tiles).map(({ point }) => pickedAt(tiles, point))).toEqual([
    { kind: 'member', code: 'A' },
    { kind: 'member', code: 'B' },
  ])
  const buckets = [{ key: '2026-08-01', to: '2026-08-31', label: '2026年8月', partial: false }]
  const trend = prepareTrend(setting(table({ buckets, rows: [] })), ['received'], null)
  const [stop] = stopsOf(trend)
  expect(stop && pickedAt(trend, stop.point)).toEqual({ kind: 'days', from: '2026-08-01', to: '2026-08-31' })
  expect(stop?.lines).toEqual(['2026年8月', '期内无举报'])
})
