import { expect, test } from 'vitest'
import { disposition, fileName } from './file-name.js'
import { neutral, sheetNames } from './neutral.js'

test.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx', '＝1', '＋1', '－1', '＠a', '  =1'])(
  'a text that begins like %j is neutralised',
  (text) => expect(neutral(text)).toBe(`'${text}`),
)

test.each(['凤山街道', '1-2', 'a=b', ''])('%j stays as it is', (text) => expect(neutral(text)).toBe(text))

test('a NUL cannot hide how a text begins', () => expect(neutral('\0=1')).toBe("'=1"))

test('names of sheets are what Excel takes, short, no formulas, and each is there once', () => {
  const names = sheetNames(['=1+1', '行业：甲/乙', '行业：甲/乙', '[*]', 'x'.repeat(40), 'X'.repeat(40)])
  expect(names).toEqual(['1+1', '行业 甲 乙', '行业 甲 乙 2', '4', 'x'.repeat(31), `${'X'.repeat(29)} 2`])
})

test.each([
  [['区域：甲/乙', '2026年1月'], '区域：甲_乙_2026年1月.csv'],
  [['a\u202ecod.exe\r\n', '..'], 'acod.exe.csv'],
  [['"*?', ''], 'fengsui.csv'],
  [['长'.repeat(300)], `${'长'.repeat(80)}.csv`],
])('the file of %j is called safely', (parts, name) => {
  expect(fileName(parts, 'csv')).toBe(name)
})

test('30: a download is named in ASCII and as it is, and the header stays one line', () => {
  const header = disposition(`区域'(a)*.csv`)
  expect(header).toBe(
    `attachment; filename="fengsui.csv"; filename*=UTF-8''%E5%8C%BA%E5%9F%9F%27%28a%29%2a.csv`,
  )
})
