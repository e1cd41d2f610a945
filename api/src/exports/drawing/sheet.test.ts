import { row, table as small, value } from '@fengsui/charts/testing'
import { expect, test } from 'vitest'
import type { Table } from '../../query/table.js'
import type { Edition, Paper } from '../paper.js'
import { csvText } from './csv.js'
import { pictureOf } from './picture.js'
import { sheetOf } from './sheet.js'
import { spokenIn } from './spoken.js'
import { wrapped } from './wrapped.js'

const entry = (label: string, unit: 'cases' | 'percent') => ({
  label,
  unit,
  additive: unit === 'cases',
  better: 'neither',
  formula: `${label}的公式`,
  basis: '通知',
})
const edition: Edition = {
  format: 'csv',
  title: '图',
  locale: 'zh',
  office: { name: '安委办', demo: true, mapNote: '示意图' },
  catalogue: {
    measures: { received: entry('接报量', 'cases'), onTimeRate: entry('按期办结率', 'percent') },
    dimensions: { industry1: '行业', region1: '区域', department: '单位' },
    members: {},
    grounds: {},
  },
  mark: { who: '业务人员', at: '2026-11-25 09:30', number: 'ABCD-1234' },
  annotations: [],
  list: null,
  papers: [],
}
const spoken = spokenIn(edition)
const answer = (more: object): Table =>
  ({
    ...small(more),
    id: 'x',
    leftOut: 0,
    suppressed: 0,
    asOf: '2026-10-31',
    dataVersion: 'v',
    sources: ['市系统'],
    footnotes: ['接报量＝接报量的公式', '别的说明'],
    ...more,
  }) as unknown as Table
const paper = (table: Table, more: Partial<Paper> = {}): Paper => ({
  table,
  figure: null,
  name: '行业 × 区域',
  title: null,
  sides: ['n', 'change'],
  filters: '',
  clusters: [],
  ...more,
})
const HIDDEN = value(null, { state: 'suppressed', n: 0 })

test('of a table of two dimensions only combinations with a number are listed, the greatest first', () => {
  const table = answer({
    dimensions: ['industry1', 'region1'],
    rows: [
      row(['03', 'A'], ['危化品', '甲镇'], [HIDDEN]),
      row(['03', 'B'], ['危化品', '乙镇'], [value(7)]),
      row(['10', 'B'], ['消防', '乙镇'], [value(9)]),
    ],
    suppressed: 1,
  })
  const { grid, head } = sheetOf(paper(table), edition, spoken)
  expect(grid.rows.map((line) => line.cells)).toEqual([
    ['消防', '乙镇', 9],
    ['危化品', '乙镇', 7],
    ['合计', '', 100],
  ])
  expect(new Map(head).get('说明')).toContain('1 个组合的数已隐去')
})

test('the n of a hidden rate is hidden with it', () => {
  const table = answer({
    measures: ['onTimeRate'],
    dimensions: ['department'],
    rows: [row(['YJ'], ['区应急管理局'], [HIDDEN])],
    total: row([], [], [value(0.9, { n: 30 })]),
  })
  expect(sheetOf(paper(table), edition, spoken).grid.rows.map((line) => line.cells)).toEqual([
    ['区应急管理局', '已隐去', '已隐去'],
    ['合计', 0.9, 30],
  ])
})

test('what the head says is not said again in the notes, and who had it made is there', () => {
  const head = new Map(sheetOf(paper(answer({})), edition, spoken).head)
  expect(head.get('口径')).toBe('接报量：接报量的公式（通知）')
  expect(head.get('说明')).toContain('别的说明')
  expect(head.get('说明')).not.toContain('＝')
  expect(head.get('导出')).toBe('业务人员 2026-11-25 09:30 编号 ABCD-1234')
})

test('CSV keeps negative numbers, neutralises texts and quotes what needs it', () => {
  const table = answer({
    measures: ['received', 'onTimeRate'],
    dimensions: ['region1'],
    rows: [row(['A'], ['＋甲,"镇"'], [value(-3), value(0.651, { n: 9 })])],
    total: row([], [], [value(1), value(0.5, { n: 9 })]),
  })
  const lines = csvText(sheetOf(paper(table, { title: '=1+1' }), edition, spoken), spoken.t).split('\r\n')
  expect(lines[0]).toBe(`\ufeff标题,'=1+1`)
  expect(lines).toContain('区域,接报量,按期办结率（%）,按期办结率 n')
  expect(lines).toContain(`"'＋甲,""镇""",-3,65.1,9`)
})

test('29: a name from the data cannot become a part of the picture', () => {
  const table = answer({ period: { from: '2026-01-01', to: '2026-10-31', label: '"&<b>' } })
  const sheet = sheetOf(paper(table, { title: '<script>x</script>' }), edition, spoken)
  const { svg } = pictureOf(sheet, null, spoken.t)
  expect(svg).toContain('&lt;script&gt;')
  expect(svg).not.toMatch(/<script|<b>/)
})

test('lines are broken by the width of their signs, words stay whole, and nothing is lost', () => {
  expect(wrapped('甲乙丙丁abcdefgh', 4)).toEqual(['甲乙丙丁', 'abcdefg', 'h'])
  expect(wrapped('one two', 3)).toEqual(['one ', 'two'])
  expect(wrapped('甲乙丙丁；戊己', 4), 'no line begins with a sign that closes').toEqual([
    '甲乙丙丁；',
    '戊己',
  ])
})
