import { expect, test } from 'vitest'
import { names, row, t, table, value } from '../testing.js'
import { prepareFunnel } from './funnel.js'

const unit = (code: string, rate: number | null, n: number) => row([code], [code], [value(rate, { n })])

const funnel = (target: number | null, units: ReturnType<typeof unit>[]) =>
  prepareFunnel(
    {
      table: table({
        measures: ['onTimeRate'],
        dimensions: ['department'],
        rows: units,
        total: row([], [], [value(target)]),
      }),
      names,
      picked: () => [],
      t,
    },
    'onTimeRate',
  )

test('the same rate is chance for a unit with few cases and none for one with many', () => {
  const { marks } = funnel(0.8, [unit('few', 0.6, 5), unit('some', 0.6, 30), unit('many', 0.6, 300)])
  expect(marks.map(({ code, side, far }) => [code, side, far])).toEqual([
    ['few', 'within', false],
    ['some', 'below', false],
    ['many', 'below', true],
  ])
})

test('a handful of cases is never outside on the side where all had better be', () => {
  const few = [1, 2, 3, 4].map((n) => unit(String(n), 1, n))
  expect(funnel(0.888, few).marks.map(({ side }) => side)).toEqual(['within', 'within', 'within', 'within'])
})

test('a point says in words on which side it lies, and how far chance would go', () => {
  const [far, near] = funnel(0.5, [unit('a', 0.9, 100), unit('b', 0.5, 100)]).marks
  expect(far?.lines.slice(-2)).toEqual(['同样件数下，偶然波动的95%范围 40.0%–60.0%', '高于偶然波动的范围'])
  expect(near?.lines.at(-1)).toBe('在偶然波动的范围内')
})

test('the funnel is wider the fewer the cases, and the outer limits hold the inner ones', () => {
  const { limits } = funnel(0.7, [unit('a', 0.7, 200)])
  expect(limits[0]?.n).toBe(1)
  expect(limits.at(-1)?.n).toBe(210)
  for (const { warning, alarm } of limits) {
    expect(alarm.lower).toBeLessThanOrEqual(warning.lower)
    expect(alarm.upper).toBeGreaterThanOrEqual(warning.upper)
  }
  const widths = limits.map(({ alarm }) => alarm.upper - alarm.lower)
  expect(widths.at(-1)).toBeLessThan((widths[5] ?? 0) / 2)
})

test.each([null, 0, 1])('around %s there is no funnel, and nobody is outside', (target) => {
  const { limits, marks } = funnel(target, [unit('a', 0.4, 50)])
  expect(limits).toEqual([])
  expect(marks.map(({ side }) => side)).toEqual(['within'])
})

test('a unit whose rate may not be said has no point', () => {
  expect(funnel(0.7, [unit('a', null, 2), unit('b', 0.5, 9)]).marks.map(({ code }) => code)).toEqual(['b'])
})
