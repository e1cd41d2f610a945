import { loadOffice } from '@fengsui/prisma/office/load'
import type { SourceConfig } from '@fengsui/prisma/office/office'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCsv } from './csv.js'
import { LoadRefused } from './load-refused.js'
import { fitsGlob, sourceOf } from './match.js'
import { openTable } from './open-table.js'
import type { SourceRow } from './table.js'

let dir: string
let source: SourceConfig
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fengsui-sources-'))
  source = (await loadOffice('nyc-council')).sources[0]!
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const put = async (name: string, bytes: string | Buffer): Promise<string> => {
  const path = join(dir, name)
  await writeFile(path, bytes)
  return path
}

async function read(path: string, changes: Partial<SourceConfig> = {}) {
  const table = await openTable(path, { ...source, ...changes })
  const rows: (readonly string[])[] = []
  for await (const block of table.rows) rows.push(...block.map(({ cells }) => cells))
  return { heads: table.heads, rows }
}

/** The sentence with which a file is refused, at the door or while it is read. */
async function refusal(path: string, changes: Partial<SourceConfig> = {}): Promise<string> {
  const error: unknown = await read(path, changes).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(LoadRefused)
  return (error as LoadRefused).message
}

const in_ = (encoding: string): Partial<SourceConfig> => ({ csv: { encoding, delimiter: ',' } })
const TEXT = '编号,事由\n1,消防通道堵塞\n2,配电箱外露\n'
const TABLE = {
  heads: ['编号', '事由'],
  rows: [
    ['1', '消防通道堵塞'],
    ['2', '配电箱外露'],
  ],
}

describe('a CSV file', () => {
  it('is read in every encoding, with or without a mark, gzipped or not, whatever its name ends with', async () => {
    expect(await read(await put('a.csv', TEXT))).toEqual(TABLE)
    expect(await read(await put('b.csv', `\ufeff${TEXT}`))).toEqual(TABLE)
    expect(await read(await put('c.csv', iconv.encode(TEXT, 'gb18030')), in_('gb18030'))).toEqual(TABLE)
    expect(await read(await put('d.csv', iconv.encode(TEXT, 'utf-16le', { addBOM: true })))).toEqual(TABLE)
    expect(await read(await put('e.xlsx', gzipSync(TEXT)))).toEqual(TABLE)
    // A mark is believed more than the description.
    expect(await read(await put('f.csv', `\ufeff${TEXT}`), in_('gb18030'))).toEqual(TABLE)
  })

  it('is read right where a character is cut by a chunk', async () => {
    const long = `编号,事由\n${Array.from({ length: 60_000 }, (_, i) => `${i},隐患在第${i}车间`).join('\n')}\n`
    const { rows } = await read(await put('long.csv', iconv.encode(long, 'gb18030')), in_('gb18030'))
    expect(rows).toHaveLength(60_000)
    expect(rows.at(-1)).toEqual(['59999', '隐患在第59999车间'])
  })

  it('leaves blank rows out', async () => {
    expect(await read(await put('g.csv', '编号,事由\n\n1,消防通道堵塞\n,\n2,配电箱外露\n , \n'))).toEqual(
      TABLE,
    )
  })
})

describe('a refused file gets one sentence that says what, where and what to do', () => {
  it.each<[string, () => string | Buffer, RegExp]>([
    ['空.csv', () => '', /「空\.csv」是空的/],
    ['换行.csv', () => '\n\n', /是空的/],
    ['二进制.csv', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0]), /二进制数据，不是 CSV/],
    ['压缩包.csv', () => Buffer.from('PK\x03\x04\x14\0\0\0\0\0readme.txt', 'latin1'), /ZIP 压缩包/],
    ['网页.csv', () => '<!DOCTYPE html><html><body>请登录</body></html>', /网页（HTML）/],
    ['网页.csv.gz', () => gzipSync('<html><body>请登录</body></html>'), /网页（HTML）/],
    ['残缺.csv.gz', () => gzipSync(TEXT.repeat(5000)).subarray(0, 60), /压缩内容已损坏或不完整/],
    ['加密.xlsx', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /打开密码.*取消密码/],
    ['损坏.xlsx', () => Buffer.from('PK\x03\x04[Content_Types].xml garbage', 'latin1'), /已损坏，无法打开/],
    ['引号.csv', () => 'a,b\n1,2\n"3,4\n5,6\n', /第 3 行附近的引号没有成对/],
    [
      '国标.csv',
      () => Buffer.concat([Buffer.from('a,b\n1,2\n'), iconv.encode('3,消防', 'gb18030')]),
      /第 3 行.*UTF-8.*encoding: gb18030/,
    ],
  ])('%s', async (name, bytes, sentence) => {
    const message = await refusal(await put(name, bytes()))
    expect(message).toMatch(sentence)
    expect(message).toMatch(/^[^\n]*。$/)
  })

  it('names the line of bad bytes deep in a large file', async () => {
    const good = '12,消防通道堵塞的情况\n'.repeat(80_000)
    const bytes = Buffer.concat([
      Buffer.from(`编号,事由\n${good}`),
      iconv.encode('9,消防\n', 'gb18030'),
      Buffer.from(good),
    ])
    expect(await refusal(await put('深.csv', bytes))).toContain('第 80002 行')
  })

  it('on a broken disk is not called damaged', async () => {
    const format = { encoding: 'utf-8', delimiter: ',' }
    await expect(openCsv(dir, 'x.csv', format, false, () => undefined)).rejects.toThrow(
      /读到一半出错（EISDIR）/,
    )
    await expect(openCsv(dir, 'x.csv', format, true, () => undefined)).rejects.toThrow(
      /读到一半出错（EISDIR）/,
    )
  })

  it('that does not exist, or is a directory', async () => {
    expect(await refusal(join(dir, '没有.csv'))).toContain('「没有.csv」不存在')
    expect(await refusal(dir)).toContain('不是文件')
  })
})

describe('a workbook', () => {
  const workbook = async (
    name: string,
    fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  ): Promise<string> => {
    const book = new ExcelJS.Workbook()
    fill(book.addWorksheet('台账'), book)
    const path = join(dir, name)
    await book.xlsx.writeFile(path)
    return path
  }

  it('gives merged heads, dates, serials, rich text and the results of formulas as text', async () => {
    const path = await workbook('合并.xlsx', (sheet) => {
      sheet.addRow(['举报台账'])
      sheet.mergeCells('A1:F1')
      sheet.addRow(['编号', '办理', '', '说明', '合计', '序'])
      sheet.mergeCells('B2:C2')
      sheet.addRow(['', '收到', '办结', '', '', ''])
      for (const column of ['A', 'D', 'E', 'F']) sheet.mergeCells(`${column}2:${column}3`)
      sheet.addRow([
        'T1',
        new Date(Date.UTC(2024, 8, 5)),
        new Date(Date.UTC(2024, 8, 6, 15, 20)),
        { richText: [{ text: '配电箱' }, { text: '外露' }] },
        { formula: 'F4*2', result: 8 },
        45540,
      ])
      sheet.addRow([])
      sheet.addRow(['T2', '2024年9月7日', null, { error: '#N/A' }, null, 3])
    })
    expect(await read(path, { xlsx: { sheet: null, headerRow: 3 } })).toEqual({
      heads: ['编号', '收到', '办结', '说明', '合计', '序'],
      rows: [
        ['T1', '2024-09-05', '2024-09-06T15:20:00', '配电箱外露', '8', '45540'],
        ['T2', '2024年9月7日', '', '', '', '3'],
      ],
    })
  })

  it('with a stray cell in its last corner is read, and rows keep the numbers they have in Excel', async () => {
    const path = await workbook('角落.xlsx', (sheet) => {
      sheet.addRow(['编号', '事由'])
      sheet.getCell('A5').value = 'T1'
      sheet.getCell('XFD1048576').value = 'x'
    })
    const table = await openTable(path, source)
    const rows: SourceRow[] = []
    for await (const block of table.rows) rows.push(...block)
    expect(rows.map(({ rowNo, cells }) => [rowNo, cells.length])).toEqual([
      [5, 2],
      [1_048_576, 16_384],
    ])
  })

  it('that would unpack to more than memory holds is refused before it is unpacked', async () => {
    const path = await workbook('炸弹.xlsx', (sheet) => sheet.addRow(['编号']))
    const bytes = await readFile(path)
    // The first entry of the directory says it is 600 MB.
    bytes.writeUInt32LE(600 * 1024 * 1024, bytes.indexOf(Buffer.from('PK\u0001\u0002')) + 24)
    expect(await refusal(await put('炸弹.xlsx', bytes))).toMatch(/解压后超过 512 MB/)
  })

  it('is refused without the sheet, or without heads in the header row', async () => {
    const path = await workbook('缺表.xlsx', (sheet) => sheet.addRow(['编号']))
    expect(await refusal(path, { xlsx: { sheet: '明细', headerRow: 1 } })).toMatch(
      /没有工作表「明细」，只有 「台账」/,
    )
    expect(await refusal(path, { xlsx: { sheet: null, headerRow: 9 } })).toMatch(/第 9 行没有表头/)
    expect(await refusal(await workbook('空表.xlsx', () => undefined))).toMatch(/工作表「台账」是空的/)
  })
})

describe('the source of a file', () => {
  it('is the one whose globs fit its name, or the one that is named', async () => {
    const office = await loadOffice('wulong')
    expect(sourceOf(office, '/x/市系统_2024.xlsx').id).toBe('cq')
    expect(sourceOf(office, '/x/别的名字.csv', 'mem').id).toBe('mem')
    expect(() => sourceOf(office, '/x/别的名字.csv')).toThrow(/不属于单位.*任何来源.*--source/)
    expect(() => sourceOf(office, '/x/a.csv', 'nothing')).toThrow(/没有来源「nothing」/)
  })

  it('compares names in one Unicode form, and takes dots for dots', () => {
    expect(fitsGlob('Cafe\u0301.CSV', 'caf\u00e9.csv')).toBe(true)
    expect(fitsGlob('aXcsv', 'a.csv')).toBe(false)
  })
})
