import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { row, t, table, value } from '../../../test/district'
import RateBar from './RateBar.vue'
import { departmentLines, leaguesOf } from './ranking'

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
    unit('tiny', 2, 0, 0),
    unit('slow', 10, 0.9, 0),
    unit('few', 2, 0, 2),
    unit('late', 20, 0.5, 9),
    unit('', 8, 1, 3),
  ],
})

test('the most overdue come first, a rate of few cases ranks nobody, 未知 is last, idle ones are not there', () => {
  expect(departmentLines(answer, t).map((line) => [line.code, line.isSmall])).toEqual([
    ['late', false],
    ['few', true],
    ['slow', false],
    ['good', false],
    ['tiny', true],
    ['', false],
  ])
})

test('bureaus and towns are apart, in the order of the list, and 未知 closes both', () => {
  const members = [
    { code: 'late', kind: '部门' },
    { code: 'few', kind: '乡镇（街道）' },
    { code: 'good', kind: '乡镇（街道）' },
    { code: 'slow', kind: '部门' },
    { code: 'tiny', kind: '部门' },
    { code: 'idle', kind: '园区' },
    { code: '', kind: '' },
  ]
  const lines = departmentLines(answer, t)
  expect(leaguesOf(lines, members).map((one) => [one.kind, one.lines.map((line) => line.code)])).toEqual([
    ['部门', ['late', 'slow', 'tiny', '']],
    ['乡镇（街道）', ['few', 'good', '']],
  ])
  expect(leaguesOf(lines, []).map((one) => one.kind)).toEqual([''])
})

test('a rate is drawn with its interval', () => {
  const [line] = departmentLines(answer, t)
  if (!line) throw new Error('No line')
  const bar = mount(RateBar, { props: { line } })
  expect(bar.find('.interval').attributes('style')).toContain('left: 25.00%; width: 50.00%')
  expect(bar.text()).toBe('50.0%')
})
