import { expect, test } from 'vitest'
import { against, catalogue, row, t, table, value } from '../../../test/district'
import { referenceOf, type Inspected } from './inspection'
import { checkNumber, tellNumber } from './telling'

const TOWN = row(
  ['A'],
  ['甲镇'],
  [value(0.6, { n: 10, k: 6, lower: 0.31, upper: 0.83, changes: [against(0.5, 0.1)] })],
  '2026-03-01',
)
const ANSWER = table({
  measures: ['onTimeRate'],
  dimensions: ['region1'],
  buckets: [{ key: '2026-03-01', to: '2026-03-31', label: '2026年3月', partial: false }],
  comparedPeriods: [
    {
      kind: 'yearAgo',
      label: '同比',
      period: { from: '2025-01-01', to: '2025-10-31', label: '2025年1月至10月' },
    },
  ],
  rows: [TOWN],
  others: [row([], ['其他'], [value(0.8, { n: 20, k: 16 })], '2026-03-01')],
  total: row([], [], [value(0.7, { n: 30, k: 21 })]),
})
const number = (more: Partial<Inspected> = {}): Inspected => ({
  table: ANSWER,
  row: TOWN,
  place: 'member',
  measure: 'onTimeRate',
  comparison: null,
  ...more,
})
const tell = (more: Partial<Inspected> = {}) => tellNumber(number(more), { catalogue, t })

test('a rate says where it stands, of how many it is and how many of them count', () => {
  expect(tell()).toMatchObject({
    label: '按期办结率',
    text: '60.0%',
    places: ['乡镇：甲镇', '2026年3月'],
    period: '2026年1月至10月',
    n: 10,
    k: 6,
    interval: '31.0%–83.0%',
  })
})

test('the number of a compared period is told with that period, and without what only the present has', () => {
  expect(tell({ comparison: 'yearAgo' })).toMatchObject({
    text: '50.0%',
    period: '2025年1月至10月（同比）',
    k: null,
    interval: '',
  })
})

test('其他 and the total are asked for without keys', () => {
  const [others] = ANSWER.others
  if (!others) throw new Error('No others')
  expect(tell({ row: others, place: 'others' }).places).toEqual(['其他', '2026年3月'])
  expect(referenceOf(number({ row: others, place: 'others' }))).toMatchObject({ keys: [], others: true })
  expect(referenceOf(number({ row: ANSWER.total, place: 'total' }))).toMatchObject({
    keys: [],
    bucket: null,
    others: false,
  })
  expect(referenceOf(number())).toMatchObject({ keys: ['A'], bucket: '2026-03-01', answer: 'answer' })
})

const again = (more: Partial<typeof TOWN>) =>
  checkNumber(number(), { ...ANSWER, rows: [{ ...TOWN, ...more }] }, { catalogue, t })

test('counted again the same number is the same, another value or n is not, and a missing row is neither', () => {
  expect(again({})).toEqual({ isSame: true, text: '60.0%；n=10' })
  expect(again({ values: [value(0.7, { n: 10 })] })?.isSame).toBe(false)
  expect(again({ values: [value(0.6, { n: 11 })] })?.isSame).toBe(false)
  expect(again({ bucket: '2026-04-01' })).toBeNull()
})
