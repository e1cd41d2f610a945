import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { row, t, table, value } from '../../../test/district'
import RateBar from './RateBar.vue'
import { departmentLines } from './ranking'

const unit = (code: string, n: number, rate: number | null, overdue: number, received = n) =>
  row(
    [code],
    [code],
    [value(received), value(n), value(rate, { n, lower: 0.25, upper: 0.75 }), value(overdue), value(12)],
  )

const answer = table({
  measures: ['received', 'closed', 'onTimeRate', 'overdue', 'medianDays'],
  dimensions: ['department'],
  rows: [
    unit('idle', 0, null, 0),
    unit('good', 30, 1, 0),
    unit('few', 2, 0, 2),
    unit('late', 20, 0.5, 9),
    unit('', 8, 1, 3),
  ],
})

test('the late come first, those with few cases after them, 未知 last, and idle ones not at all', () => {
  expect(departmentLines(answer, t).map((line) => [line.code, line.isSmall])).toEqual([
    ['late', false],
    ['good', false],
    ['few', true],
    ['', false],
  ])
})

test('a rate is drawn with its interval', () => {
  const [line] = departmentLines(answer, t)
  if (!line) throw new Error('No line')
  const bar = mount(RateBar, { props: { line } })
  expect(bar.find('.interval').attributes('style')).toContain('left: 25.00%; width: 50.00%')
  expect(bar.text()).toBe('50.0%')
})
