import { loadOffice } from '@fengsui/prisma/office/load'
import type { Office } from '@fengsui/prisma/office/office'
import { beforeAll, describe, expect, it } from 'vitest'
import { placeColumns } from '../contract/heads.js'
import { tokeniser } from '../identity/token.js'
import type { CaseFact } from './case-fact.js'
import { type MappedRow, rowMapper } from './row-mapper.js'

const token = tokeniser('a-secret-of-the-tests-0123456789-abc')
const offices: Record<string, Office> = {}
beforeAll(async () => {
  for (const name of ['wulong', 'nyc-council', 'osha']) offices[name] = await loadOffice(name)
})

/** Maps one row that is given as head → cell. */
function map(
  officeId: string,
  sourceId: string,
  cells: Record<string, string>,
  lastDay = '2026-11-23',
): MappedRow {
  const office = offices[officeId]!
  const source = office.sources.find(({ id }) => id === sourceId)!
  const required = source.columns.filter(({ required: needed }) => needed).map(({ heads }) => heads[0]!)
  const heads = [...new Set([...required, ...Object.keys(cells)])]
  const contract = placeColumns(source, heads, 'test')
  return rowMapper(contract, heads, { office, source, lastDay, token })({
    rowNo: 1,
    cells: heads.map((head) => cells[head] ?? ''),
  })
}

const CASE = {
  举报编号: 'CQ1',
  接报时间: '2024-03-01',
  区县: '武隆区',
  '乡镇（街道）': '白马镇',
  举报事项: '0501',
  办理状态: '已办结',
  受理日期: '2024-03-02',
  办结日期: '2024-04-01',
}
const cq = (changes: Record<string, string> = {}, lastDay?: string) =>
  map('wulong', 'cq', { ...CASE, ...changes }, lastDay)
const fact = (row: MappedRow): CaseFact => {
  expect(row.fact, row.detail).not.toBeNull()
  return row.fact!
}

describe('a row becomes a fact', () => {
  it('with codes, days and the day by which it has to be closed', () => {
    const row = cq({ '罚款金额（万元）': '1.5', '奖励金额（元）': '2,000' })
    expect(row.caseId).toBe('cq:CQ1')
    expect(fact(row)).toMatchObject({
      region1: '500156101',
      issue1: '05',
      issue2: '0501',
      state: 'closed',
      receivedOn: '2024-03-01',
      dueOn: '2024-05-01',
      fineAmount: '15000.00',
      rewardAmount: '2000.00',
    })
  })

  it('with the item of the reward standard, however it is typed; a remark in its place is not kept', () => {
    expect(fact(cq({ 奖励标准条目: ' wh03' })).rewardItem).toBe('WH03')
    expect(fact(cq({ 奖励标准条目: '无' })).rewardItem).toBe('')
    const remark = cq({ 奖励标准条目: '发给张三' })
    expect([fact(remark).rewardItem, remark.reasons]).toEqual(['', ['note.codeUnknown']])
  })

  it('by old names, short names and foreign codes of the town', () => {
    expect(fact(cq({ '乡镇（街道）': '土坎镇' })).region1).toBe('500156004')
    expect(fact(cq({ '乡镇（街道）': ' 石桥乡 ' })).region1).toBe('500156202')
    const mem = (cells: Record<string, string>) =>
      fact(
        map('wulong', 'mem', {
          受理编号: 'M1',
          举报时间: '2024-03-01',
          县级代码: '500156',
          状态码: '10',
          ...cells,
        }),
      ).region1
    // The map services' 500156101 is 桐梓镇; the statistics office's is 白马镇.
    expect(mem({ 乡级代码: '500156101' })).toBe('500156109')
    expect(mem({ 乡级名称: '桐梓镇' })).toBe('500156109')
    expect(mem({ 乡级代码: '500156000', 乡级名称: '白马镇' })).toBe('500156101')
  })

  it('finds the town through the village when the town is missing or was split, and is quarantined when it cannot', () => {
    expect(fact(cq({ '乡镇（街道）': '', '村（社区）': '巷口社区' }))).toMatchObject({
      region1: '500156001',
      region2: '500156001006',
    })
    expect(fact(cq({ '乡镇（街道）': '巷口镇', '村（社区）': '巷口社区' })).region1).toBe('500156001')
    expect(cq({ '乡镇（街道）': '巷口镇' })).toMatchObject({ fact: null, reasons: ['code.unknown'] })
  })

  it('never puts a village below a stranger', () => {
    const row = cq({ '乡镇（街道）': '白马镇', '村（社区）': '巷口社区' })
    expect(fact(row)).toMatchObject({ region1: '500156101', region2: '' })
    expect(row.reasons).toContain('note.levelMismatch')
  })

  it('counts an unknown code as unknown, with a note, where the source allows it', () => {
    const row = cq({ 行业领域: '待核' })
    expect(fact(row).industry1).toBe('')
    expect(row).toMatchObject({ reasons: ['note.codeUnknown'], detail: '列「行业领域」的值「待核」' })
  })

  it('keeps an empty borough unknown whatever the board says, and reads two levels out of one cell', () => {
    const nyc = { unique_key: 'N1', opendate: '2025-01-09', borough: '', community_board: '05 Brooklyn' }
    expect(fact(map('nyc-council', 'complaints', nyc))).toMatchObject({
      region1: '',
      region2: '',
      state: 'accepted',
      dueOn: null,
    })
    const osha = {
      'Act ID': 'C1',
      'Receipt Date': '44048',
      'Primary/Site NAICS': '621320 /\n621320',
      RID: '01-111-00',
    }
    expect(fact(map('osha', 'complaints', osha))).toMatchObject({
      industry1: '62',
      industry2: '621',
      receivedOn: '2020-08-05',
    })
  })
})

describe('a row that breaks its contract, or cannot be true, is quarantined with reason, column and value', () => {
  it.each<[string, Record<string, string>, string, RegExp]>([
    ['no number', { 举报编号: '' }, 'value.missing', /列「举报编号」为空/],
    ['unreadable date', { 接报时间: '去年年底' }, 'date.unreadable', /列「接报时间」的值「去年年底」/],
    ['future date', { 办结日期: '2027-01-01' }, 'date.future', /办结日期 2027-01-01 晚于 2026-11-23/],
    ['a year long ago', { 接报时间: '1924-03-01' }, 'date.implausible', /接报日期 1924-03-01/],
    [
      'closed before accepted',
      { 办结日期: '2024-03-01' },
      'date.order',
      /办结日期 2024-03-01 早于受理日期 2024-03-02/,
    ],
    ['accepted before received', { 受理日期: '2024-02-01' }, 'date.order', /早于接报日期/],
    ['another district', { 区县: '彭水县' }, 'code.unknown', /列「区县」的值「彭水县」/],
    ['unreadable amount', { '罚款金额（万元）': '若干' }, 'amount.unreadable', /「若干」/],
    ['fine in yuan in a column of 万元', { '罚款金额（万元）': '30000' }, 'amount.implausible', /300000000/],
    ['test record', { 举报内容: '测试数据，请忽略' }, 'row.test', /测试/],
    ['unreadable yes or no', { 是否删除: '可能' }, 'value.boolean', /「可能」/],
  ])('%s', (_name, changes, reason, detail) => {
    const row = cq(changes)
    expect(row.fact).toBeNull()
    expect(row.reasons).toEqual([reason])
    expect(row.detail).toMatch(detail)
  })

  it('days after the as-of day of the file cannot have happened', () => {
    expect(cq({}, '2024-03-20').reasons).toEqual(['date.future'])
  })

  it('a row with a cell too many or too few keeps nothing, because nobody knows which cell is a name', () => {
    const office = offices['wulong']!
    const source = office.sources.find(({ id }) => id === 'cq')!
    const heads = Object.keys(CASE)
    const read = rowMapper(placeColumns(source, heads, 'x'), heads, {
      office,
      source,
      lastDay: '2026-11-23',
      token,
    })
    const row = read({ rowNo: 7, cells: ['CQ1', '某甲', '13900001234'] })
    expect(row).toMatchObject({ fact: null, reasons: ['row.cellCount'], rowNo: 7 })
    expect(JSON.stringify(row)).not.toMatch(/某甲|13900001234/)
    expect(read({ rowNo: 8, cells: [...Object.values(CASE), '', ' '] }).fact).not.toBeNull()
  })
})

describe('what is odd but falsifies no figure is loaded with a note', () => {
  it.each<[Record<string, string>, string]>([
    [{ 回复日期: '2024-03-20' }, 'note.replyBeforeClosing'],
    [{ 转办日期: '2024-02-28' }, 'note.assignedBeforeReceipt'],
    [{ 转办日期: '2024-03-05', 退回日期: '2024-03-04' }, 'note.returnedBeforeAssignment'],
    [{ 退回日期: '2024-02-28' }, 'note.returnedBeforeAssignment'],
    [{ 奖励决定日期: '2024-04-10', 奖励发放日期: '2024-04-08' }, 'note.paidBeforeDecision'],
    [{ 延期批准日期: '2024-05-06', 延期天数: '30' }, 'note.extensionLate'],
    [{ 延期批准日期: '2024-04-20', 延期天数: '60' }, 'note.extensionCapped'],
    [{ 更新时间: '1899-12-31' }, 'note.updateDay'],
    [{ 更新时间: '2062-01-01' }, 'note.updateDay'],
    [{ 更新时间: '昨天' }, 'note.updateDay'],
    [{ 办结日期: '' }, 'note.closingDayMissing'],
  ])('%o', (changes, note) => {
    const row = cq(changes)
    expect(row.reasons).toEqual([note])
    fact(row)
  })
})

it('an impossible update day orders nothing and moves no as-of day, and the row is the same when the day has come', () => {
  const row = cq({ 更新时间: '2026-12-31' })
  expect(row).toMatchObject({ stateDay: '2024-04-01', versionDay: '2024-04-01' })
  expect(row.rank).toBe(cq().rank)
  const later = cq({ 更新时间: '2026-12-31' }, '2027-01-02')
  expect(later).toMatchObject({ stateDay: '2026-12-31', contentHash: row.contentHash })
})

it('a source that dates its updates is numbered by days even when one of its files lacks the column', () => {
  expect(cq().versionDay).toBe('2024-04-01')
})

it('the day of its assignment and of its return come along, and count for how far the row reaches', () => {
  const row = cq({ 办结日期: '', 办理状态: '已受理', 转办日期: '2024-03-04', 退回日期: '2024-03-06' })
  expect(fact(row)).toMatchObject({ assignedOn: '2024-03-04', returnedOn: '2024-03-06' })
  expect(row.stateDay).toBe('2024-03-06')
  const mem = { 受理编号: 'M1', 举报时间: '2024-03-01', 县级代码: '500156', 状态码: '30', 乡级名称: '白马镇' }
  expect(fact(map('wulong', 'mem', { ...mem, 转办时间: '2024/3/4', 退回时间: '2024/3/6' }))).toMatchObject({
    assignedOn: '2024-03-04',
    returnedOn: '2024-03-06',
  })
  const ledger = { 台账编号: 'T1', 收到日期: '2024-03-01', 乡镇: '白马', 事项: '0501', 办理情况: '已受理' }
  expect(fact(map('wulong', 'ledger', { ...ledger, 交办: '45355', 退回: '45357' }))).toMatchObject({
    assignedOn: '2024-03-04',
    returnedOn: '2024-03-06',
  })
})

it('what starts and ends the smaller limits comes along, and a chain that cannot be read is noted', () => {
  const open = { 办结日期: '', 办理状态: '已受理' }
  const chain = '2024-03-04 区应急管理局；2024-03-06 退回；2024-03-07 白马镇人民政府'
  const more = { 签收日期: '2024-03-05', 流转记录: chain, 延期申请日期: '2024-03-20', 是否涉亡: '是' }
  const row = cq({ ...open, ...more })
  expect(fact(row)).toMatchObject({
    signedOn: '2024-03-05',
    transfers: [
      { day: '2024-03-04', unit: 'YJ' },
      { day: '2024-03-06', unit: '' },
      { day: '2024-03-07', unit: 'T500156101' },
    ],
    extensionAskedOn: '2024-03-20',
    fatal: true,
    dueOn: null,
  })
  expect(row.contentHash).not.toBe(
    cq({ ...open, ...more, 流转记录: `${chain}；2024-03-08 退回` }).contentHash,
  )
  const unreadable = cq({ ...open, 流转记录: '2024-03-04 某某局' })
  expect(fact(unreadable).transfers).toEqual([])
  expect(unreadable.reasons).toContain('note.transfersUnreadable')
})

describe('nothing falls due for a case that ended without being closed', () => {
  it.each(['不予受理', '已撤销'])('%s', (state) => {
    expect(fact(cq({ 办理状态: state, 办结日期: '' })).dueOn).toBeNull()
  })

  it('but one that is called closed, or was closed before it was withdrawn, keeps its due day', () => {
    expect(fact(cq({ 办理状态: '已办结', 办结日期: '' })).dueOn).toBe('2024-05-01')
    expect(fact(cq({ 办理状态: '已撤销' })).dueOn).toBe('2024-05-01')
  })
})

describe('identity', () => {
  it('stands in no remark on a loaded row, not even cut in two', () => {
    const row = cq({
      举报人姓名: '例某某',
      联系电话: '13900001234',
      行业领域: '例某某说的厂',
      举报渠道: `${'一'.repeat(22)}例某某`,
    })
    fact(row)
    expect(row.reasons).toContain('note.codeUnknown')
    expect(row.detail).not.toMatch(/例某/)
    expect(Object.keys(row)).not.toContain('identities')
  })

  it('columns are dropped or tokenised, and their values are taken out wherever else they stand', () => {
    const row = cq({
      举报人姓名: '例某某',
      联系电话: '139 0000 1234',
      举报内容: '例某某的电话是13900001234，微信同号',
      被举报单位: '例某某加工点',
    })
    expect(JSON.stringify(row)).not.toMatch(/例某某|13900001234|139 0000 1234/)
    expect(fact(row).reporterToken).toBe(token('１３９００００１２３４'))
    expect(fact(row).reporterToken).toMatch(/^[0-9a-f]{32}$/)
    expect(fact(row).summary).toContain('〔电话〕')
  })

  it('nothing of it stands in the detail of a quarantined row', () => {
    const row = cq({
      举报人姓名: '例某某',
      联系电话: '13900001234',
      区县: '例某某 13900001234',
      办理状态: '联系人例某乙',
    })
    expect(row.fact).toBeNull()
    expect(JSON.stringify(row)).not.toMatch(/例某某|13900001234|例某乙/)
  })

  it('columns that the contract does not know are never kept', () => {
    expect(cq({ 备用电话: '某丙13900005678' }).raw).not.toMatch(/某丙|备用/)
  })
})

describe('the content of a row decides whether it is the same', () => {
  it('whatever its place in the file, and it differs with any fact', () => {
    expect(cq().contentHash).toBe(cq({ 接报时间: '2024年3月1日' }).contentHash)
    expect(cq({ 办结日期: '2024-04-02' }).contentHash).not.toBe(cq().contentHash)
  })
})
