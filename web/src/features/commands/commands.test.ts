import { expect, test } from 'vitest'
import { catalogue, t } from '../../../test/district'
import { commandsOf, type Command } from './command'
import { find } from './find'

const VIEWS = [{ name: '渠道季度', address: 'by=channel' }]
const ALL = commandsOf({ catalogue, t }, VIEWS)
const labels = (typed: string) => find(ALL, typed).map(({ label, group }) => [label, group])

test('a place is found by its signs, by its pinyin and by the initials of it', () => {
  for (const typed of ['甲镇', '甲', 'jiazhen', 'jz', 'JZ '])
    expect(labels(typed)[0], typed).toEqual(['甲镇', '乡镇'])
})

test('pages come before actions, periods, views and members', () => {
  const groups = [...new Set(ALL.map(({ group }) => group))]
  expect(groups).toEqual(['页面', '操作', '期间', '已存视图', '乡镇', '行业', '单位'])
})

test('what begins with what was typed comes before what only holds it or sounds like it', () => {
  const command = (label: string): Command => ({ id: label, label, group: '', act: { kind: 'help' } })
  const found = find(['建筑施工', '大建筑', '简报', '消防'].map(command), 'j')
  expect(found.map(({ label }) => label)).toEqual(['简报', '建筑施工', '大建筑'])
  expect(find(['大建筑', '建筑施工'].map(command), '建筑').map(({ label }) => label)).toEqual([
    '建筑施工',
    '大建筑',
  ])
})

test('nothing that is for others is offered, and nothing is found where nothing is', () => {
  const assessor = { ...catalogue.viewer, may: { ...catalogue.viewer.may, listCases: false, export: false } }
  const ids = commandsOf({ catalogue: { ...catalogue, viewer: assessor }, t }, []).map(({ id }) => id)
  expect(ids).not.toContain('page-cases')
  expect(ids).not.toContain('action-basket')
  expect(find(ALL, '没有这样的东西')).toEqual([])
})

test('unknown members are no place to go', () => {
  expect(ALL.some(({ label }) => label === '未知')).toBe(false)
})
