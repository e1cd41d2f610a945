import { loadOffice } from '@fengsui/prisma/office/load'
import type { ColumnConfig, SourceConfig } from '@fengsui/prisma/office/office'
import { beforeAll, describe, expect, it } from 'vitest'
import { placeColumns } from './heads.js'
import { REASONS, reasonText } from './reasons.js'

let source: SourceConfig
beforeAll(async () => {
  const cq = (await loadOffice('wulong')).sources.find(({ id }) => id === 'cq')!
  const column = (...heads: string[]): ColumnConfig => ({ ...cq.columns[0]!, heads, required: false })
  const columns = [
    { ...column('举报编号'), required: true },
    column('接报时间', '接报日期'),
    column('罚款金额（万元）'),
  ]
  source = { ...cq, columns, unknownColumns: 'ignore' }
})

const placed = (heads: string[]) => placeColumns(source, heads, '文件.csv').columns.map(({ index }) => index)

describe('placeColumns', () => {
  it('compares heads without white space and line breaks, and full-width as half-width', () => {
    expect(placed([' 罚款金额\n(万元) ', '举报　编号', '接报日期'])).toEqual([1, 2, 0])
  })

  it('marks an optional column that is not there', () => expect(placed(['举报编号'])).toEqual([0, -1, -1]))

  it('refuses a file without a required column, naming it and what there is', () => {
    expect(() => placed(['接报时间', '事由'])).toThrow(
      /「文件\.csv」缺少必需的列「举报编号」；文件中认得的列是：接报时间，另有 1 列不认得。/,
    )
  })

  it('names no cell of a file without a row of heads', () => {
    expect(() => placed(['CQ1', '例某某', '13900001234'])).toThrow(
      /缺少必需的列「举报编号」；文件中没有认得的列，另有 3 列不认得。/,
    )
    expect(() => placed(['例某某', '接报日期'])).not.toThrow(/例某某/)
  })

  it('refuses a head that stands twice', () => {
    expect(() => placed(['举报编号', '接报时间', '举报编号'])).toThrow(/「举报编号」出现了两次/)
  })

  it('ignores unknown columns, or refuses them, as the source says', () => {
    expect(placeColumns(source, ['举报编号', '新列', ''], 'x').unknown).toEqual(['新列'])
    expect(() => placeColumns({ ...source, unknownColumns: 'stop' }, ['举报编号', '新列'], 'x')).toThrow(
      /有 1 个来源.*未约定的列（第 2 列）/,
    )
  })
})

it('every reason has a text in both languages', () => {
  for (const reason of Object.keys(REASONS)) {
    expect(reasonText(reason)).toMatch(/\p{Script=Han}/u)
    expect(reasonText(reason, 'en')).toMatch(/^[A-Z]/)
  }
})
