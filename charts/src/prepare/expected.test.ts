import { expect, test } from 'vitest'
import { drawingOf } from '../options/option.js'
import { LIGHT } from '../palette.js'
import { prepareExpected, prepareRises } from './expected.js'
import { prepareRankedMatrix } from './ranked-matrix.js'

const t = (key: string, named: object = {}) => [key, ...Object.values(named)].join(' ')
const SERIES = {
  starts: ['2026-08-03', '2026-09-02', '2026-10-02'],
  counts: [0, 1, 4],
  expected: [0.1, 0.1, 0.1],
  upper: [2, 2, 2],
  monthly: false,
}

test('a series is drawn beside what was expected, over the reach of chance', () => {
  const model = prepareExpected(SERIES, t)
  expect(model.series.map(({ values }) => values)).toEqual([SERIES.counts, SERIES.expected])
  expect(model.band?.upper).toEqual(SERIES.upper)
  expect(model.buckets.at(-1)?.lines).toEqual([
    'chart.periodFrom 2026-10-02',
    'chart.observed 4',
    'chart.expected 0.1',
    'chart.upper 2',
  ])
  expect(drawingOf(model, LIGHT).option.series).toHaveLength(3)
})

test('where nothing is expected only the counts are drawn', () => {
  const model = prepareExpected({ ...SERIES, expected: null, upper: [null, null, null] }, t)
  expect(model.series).toHaveLength(1)
  expect(model.band).toBeNull()
  expect(drawingOf(model, LIGHT).option.series).toHaveLength(1)
})

test('rises share one scale, and the strongest pair stands in the corner', () => {
  const rise = { label: 'a', text: '+1', starts: SERIES.starts, counts: [1, 2, 3] }
  expect(prepareRises([rise, { ...rise, counts: [0, 0, 9] }]).max).toBe(9)
  const pair = { row: 'r', rowLabel: 'R', column: 'c', columnLabel: 'C', value: 5, text: '5', lines: [] }
  const { cells, rows } = prepareRankedMatrix([pair, { ...pair, row: 's', value: 9 }])
  expect(cells.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [1, 0],
  ])
  expect(rows.map(({ code }) => code)).toEqual(['r', 's'])
})
