import excel from 'exceljs'
import { expect, test } from 'vitest'
import { catalogue, row, t, table, value } from '../../../test/district'
import { EMPTY_SCREEN } from '../../composables/screen'
import { csvText } from './csv'
import { fileName, neutral } from './neutral'
import { pictureOf, wrapped } from './picture'
import { LIGHT } from '@fengsui/charts/palette'
import { sheetOf, type Sheet } from './sheet'
import { xlsxBytes } from './xlsx'

const line = (cells: (string | number)[]): Sheet['grid']['rows'][number] => ({
  place: 'member',
  row: row([], [], []),
  cells,
  texts: [],
  origins: [],
})

const SHEET: Sheet = {
  title: '=HYPERLINK("http://x")',
  head: [
    ['标题', '=HYPERLINK("http://x")'],
    ['期间', '2026年1月'],
  ],
  grid: {
    columns: [
      { id: 'region1', label: '@区域', unit: null },
      { id: 'received', label: '接报量', unit: 'cases' },
      { id: 'onTimeRate', label: '按期办结率', unit: 'percent' },
    ],
    rows: [line(['＋甲,"镇"', -3, 0.651]), line(['乙镇', '已隐去', '样本不足'])],
  },
  words: { sheet: '数据', units: { percent: '（%）' }, pair: (name, text) => `${name}：${text}` },
}

test.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx', '＝1', '＋1', '－1', '＠a', '  =1'])(
  'a text that begins like %j is neutralised',
  (text) => expect(neutral(text)).toBe(`'${text}`),
)

test.each(['凤山街道', '1-2', 'a=b', ''])('%j stays as it is', (text) => expect(neutral(text)).toBe(text))

test('CSV keeps negative numbers, neutralises texts and quotes what needs it', () => {
  expect(csvText(SHEET).split('\r\n')).toEqual([
    `\ufeff标题,"'=HYPERLINK(""http://x"")"`,
    '期间,2026年1月',
    '',
    `'@区域,接报量,按期办结率（%）`,
    `"'＋甲,""镇""",-3,65.1`,
    '乙镇,已隐去,样本不足',
    '',
  ])
})

test('a workbook opens again with numbers as numbers', async () => {
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(await xlsxBytes(SHEET))
  const page = workbook.worksheets[0]
  expect(page?.getCell('B1').value).toBe(`'=HYPERLINK("http://x")`)
  expect(page?.getCell('A5').value).toBe(`'＋甲,"镇"`)
  expect(page?.getCell('B5').value).toBe(-3)
  expect(page?.getCell('C5').value).toBe(0.651)
  expect(page?.getCell('C5').numFmt).toBe('0.0%')
  expect(page?.getCell('B6').value).toBe('已隐去')
})

test.each([
  ['区域：甲/乙', '2026年1月', '区域：甲_乙_2026年1月.csv'],
  ['a\u202ecod.exe\r\n', '..', 'acod.exe.csv'],
  ['"*?', '', 'fengsui.csv'],
])('the file of %j is called safely', (title, period, name) => {
  expect(fileName(title, period, 'csv')).toBe(name)
})

test('a file name has at most 80 signs', () => {
  expect(fileName('长'.repeat(300), '2026年', 'png')).toBe(`${'长'.repeat(80)}.png`)
})

test('lines are broken by the width of their signs, and nothing is lost', () => {
  const lines = wrapped('甲乙丙丁abcdefgh', 4)
  expect(lines.join('')).toBe('甲乙丙丁abcdefgh')
  expect(lines[0]).toBe('甲乙丙丁')
})

test('a name from the data cannot become a part of the picture', () => {
  const sheet = {
    ...SHEET,
    title: '<script>x</script>',
    head: [['标题', ''] as const, ['期间', '"&<b>'] as const],
  }
  const { svg } = pictureOf(sheet, '<i>', '<svg/>', { width: 600, height: 100 }, LIGHT, '演示数据')
  expect(svg).not.toContain('<script>')
  expect(svg).not.toContain('<b>')
  expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull()
})

const HIDDEN = value(null, { state: 'suppressed', n: 0 })
const situation = { catalogue, screen: EMPTY_SCREEN, t }

test('of a table of two dimensions only combinations with a number are listed, the greatest first', () => {
  const answer = table({
    dimensions: ['industry1', 'region1'],
    rows: [
      row(['03', 'A'], ['危化品', '甲镇'], [HIDDEN]),
      row(['03', 'B'], ['危化品', '乙镇'], [value(7)]),
      row(['10', 'B'], ['消防', '乙镇'], [value(9)]),
    ],
    suppressed: 1,
  })
  const { grid, head } = sheetOf(answer, '行业 × 区域', situation, 'matrix')
  expect(grid.rows.map((line) => line.cells)).toEqual([
    ['消防', '乙镇', 9],
    ['危化品', '乙镇', 7],
    ['合计', '', 100],
  ])
  expect(head.at(-1)?.[1]).toContain('1 个组合的数已隐去')
})

test('the n of a hidden rate is hidden with it', () => {
  const answer = table({
    measures: ['onTimeRate'],
    dimensions: ['department'],
    rows: [row(['YJ'], ['区应急管理局'], [HIDDEN])],
    total: row([], [], [value(0.9, { n: 30 })]),
  })
  const { grid } = sheetOf(answer, '承办单位', situation, 'bars')
  expect(grid.rows.map((line) => line.cells)).toEqual([
    ['区应急管理局', '已隐去', '已隐去'],
    ['合计', 0.9, 30],
  ])
})
