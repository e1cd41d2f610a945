import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFECTS_OF } from './dirt.js'
import { writeDemo, type DemoFile, type DemoOptions } from './write.js'

let dir = ''
let office: Office
let files: DemoFile[] = []

const write = (folder: string, options: Partial<DemoOptions> = {}) =>
  writeDemo({ dir: path.join(dir, folder), size: 'demo', office, ...options })

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'demo-'))
  office = await loadOffice('wulong')
  files = await write('first')
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const fileOf = (source: string): DemoFile => {
  const file = files.find((each) => each.source === source)
  if (file === undefined) throw new Error(`no file of ${source}`)
  return file
}

async function sheetOf(file: string): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

async function valuesOf(file: string): Promise<unknown[]> {
  const values: unknown[] = []
  ;(await sheetOf(file)).eachRow((row) => values.push(row.values))
  return values
}

describe('the exports of the synthetic district', () => {
  it('come from three systems, each with the file names of its contract', () => {
    expect(files.map((file) => path.basename(file.path))).toEqual([
      '市系统_2021-11-01_2026-10-31.xlsx',
      '部系统_2021-11-01_2026-10-31.csv',
      '乡镇台账_2021-11-01_2026-10-31.xlsx',
    ])
    expect(files.every((file) => file.asOf === '2026-10-31')).toBe(true)
  })

  it('hold about 400 cases a year', () => {
    const rows = files.reduce((sum, file) => sum + file.rows, 0)
    expect(rows).toBeGreaterThan(1900)
    expect(rows).toBeLessThan(2300)
  })

  it('have the heads of the municipal contract in the third row, under merged groups', async () => {
    const sheet = await sheetOf(fileOf('cq').path)
    const config = office.sources.find((source) => source.id === 'cq')
    const heads = config?.columns.map((column) => column.heads[0])
    expect((sheet.getRow(config?.xlsx.headerRow ?? 0).values as unknown[]).slice(1)).toEqual(heads)
    expect(sheet.getCell('A1').isMerged && sheet.getCell('C2').isMerged).toBe(true)
    expect(sheet.rowCount - 3).toBe(fileOf('cq').rows)
  })

  it('carry days of the ledgers as bare Excel serials, and short names', async () => {
    const sheet = await sheetOf(fileOf('ledger').path)
    const heads = sheet.getRow(2).values as string[]
    const received = heads.indexOf('收到日期')
    const days = sheet.getColumn(received).values.slice(3)
    expect(days.filter((day) => typeof day === 'number').length).toBeGreaterThan(days.length * 0.9)
    expect(sheet.getColumn(heads.indexOf('乡镇')).values).toContain('凤山')
  })

  it('are GB18030 from the ministry, with the codes of map services for towns', async () => {
    const bytes = await readFile(fileOf('mem').path)
    expect(bytes.toString('utf8')).not.toContain('受理编号')
    const lines = iconv.decode(bytes, 'gb18030').trim().split('\r\n')
    expect(lines[0]).toContain('受理编号,转办市级编号,举报时间')
    expect(lines.length - 1).toBe(fileOf('mem').rows)
    expect(lines.some((line) => line.includes(',500156107,白马镇,'))).toBe(true)
    expect(lines.some((line) => /,CQ\d+,/u.test(line))).toBe(true)
  })

  it('have every kind of dirt that their source can have, and say how much of each', () => {
    for (const source of ['cq', 'mem', 'ledger'] as const) {
      const counted = Object.keys(fileOf(source).defects).sort()
      expect(counted).toEqual([...new Set(DEFECTS_OF[source])].sort())
    }
    expect(fileOf('cq').expected.duplicates).toBe(fileOf('cq').defects.repeatedNumber)
    const { splitTownOnly = 0, unreadableDate = 0, missingNumber = 0, testRow = 0 } = fileOf('cq').defects
    expect(splitTownOnly + unreadableDate + missingNumber + testRow).toBeLessThanOrEqual(
      fileOf('cq').expected.quarantined,
    )
  })

  it('are the same for the same seed and others for another', async () => {
    const again = await write('again')
    expect(again.map(({ path: _path, ...rest }) => rest)).toEqual(
      files.map(({ path: _path, ...rest }) => rest),
    )
    expect(await readFile(again[1]?.path ?? '')).toEqual(await readFile(fileOf('mem').path))
    expect(await valuesOf(again[0]?.path ?? '')).toEqual(await valuesOf(fileOf('cq').path))
    const other = await write('other', { seed: 7 })
    expect(await readFile(other[1]?.path ?? '')).not.toEqual(await readFile(fileOf('mem').path))
  })
})

describe('a sized run', () => {
  it('writes its number of rows as one CSV of the municipal contract, the same bytes each time', async () => {
    const [first] = await write('sized', { size: '10k' })
    const [second] = await write('sized-again', { size: '10k' })
    const bytes = await readFile(first?.path ?? '')
    expect(bytes.equals(await readFile(second?.path ?? ''))).toBe(true)
    const lines = bytes.toString('utf8').trim().split('\r\n')
    expect(lines[0]?.startsWith('举报编号,上级编号,接报时间')).toBe(true)
    expect(lines.length - 1).toBe(first?.rows)
    expect(first?.rows).toBeGreaterThan(9_500)
    expect(first?.rows).toBeLessThan(10_500)
  })
})
