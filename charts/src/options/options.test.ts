import { expect, test } from 'vitest'
import { inkOn } from '../palette.js'
import { tooltipHtml, cut } from './frame.js'
import { broken } from './matrix.js'
import { apart } from './slope.js'
import { tileName } from './tile-name.js'

test('a name in a tooltip is text whatever it holds', () => {
  expect(tooltipHtml(['<img src=x onerror=alert(1)>', 'a & "b"'])).toBe(
    '<b>&lt;img src=x onerror=alert(1)&gt;</b><br>a &amp; &quot;b&quot;',
  )
})

test.each([
  ['凤山街道', '凤山'],
  ['文复苗族土家族乡', '文复'],
  ['白马镇', '白马'],
  ['第1大区（波士顿）', '第1大区'],
  ['布鲁克林', '布鲁克林'],
  ['Huolu Town', 'Huolu'],
  ['Staten Island', 'Staten\nIsland'],
])('%s stands in its tile as %j', (label, name) => expect(tileName(label)).toBe(name))

test('long names are cut with a sign that says so', () => {
  expect(cut('应急管理部安全生产举报系统', 6)).toBe('应急管理部…')
  expect(cut('消防', 6)).toBe('消防')
  expect(broken('公路水运铁路民航')).toBe('公路水运\n铁路民航')
  expect(broken('危险化学品', 2)).toBe('危险\n化学\n品')
  expect(broken('非法违法生产经营建设')).toBe('非法违法\n生产经…')
})

test('letters are dark on light and light on dark', () => {
  expect(inkOn('#ffffff')).toBe('#101719')
  expect(inkOn('#0d4a5a')).toBe('#ffffff')
})

test('texts that would lie over each other are moved apart, within the picture', () => {
  const placed = apart([{ y: 100 }, { y: 10 }, { y: 98 }, { y: 99 }]).map(({ y }) => y)
  expect(placed[0]).toBe(10)
  for (let at = 1; at < placed.length; at += 1)
    expect((placed[at] ?? 0) - (placed[at - 1] ?? 0)).toBeGreaterThanOrEqual(14)
  expect(Math.max(...placed)).toBeLessThanOrEqual(107)
})
