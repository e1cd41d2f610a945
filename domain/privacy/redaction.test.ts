import { describe, expect, it } from 'vitest'
import { redact } from './redaction.js'

describe('redact', () => {
  it.each([
    ['电话13900001234请回复', '电话〔电话〕请回复'],
    ['139 0000 1234', '〔电话〕'],
    ['139-0000-1234', '〔电话〕'],
    ['１３９００００１２３４', '〔电话〕'],
    ['+86 139 0000 1234', '〔电话〕'],
    ['8613900001234', '〔电话〕'],
    ['1 3 9 0 0 0 0 1 2 3 4', '〔电话〕'],
    ['幺三九零零零零一二三四', '〔电话〕'],
    ['023-77720000', '〔电话〕'],
    ['（023）7772 0000', '〔电话〕'],
    ['座机：77720000', '座机：〔电话〕'],
  ])('takes the phone number out of %s', (text, expected) => expect(redact(text)).toBe(expected))

  it.each([
    ['身份证500232199001010017。', '身份证〔身份证号〕。'],
    ['50023219900101001X', '〔身份证号〕'],
    ['500232 19900101 0017', '〔身份证号〕'],
    ['500232900101001', '〔身份证号〕'],
    ['卡号6222 0212 3456 7890 128', '卡号〔账号〕'],
  ])('takes the identity or card number out of %s', (text, expected) => expect(redact(text)).toBe(expected))

  it.each([
    ['我叫某某甲，住在白马镇', '我叫〔姓名〕，住在白马镇'],
    ['联系人：赵测例 微信号 wxtest_01', '联系人：〔姓名〕 微信号 〔微信〕'],
    ['我是王例一，举报', '我是〔姓名〕，举报'],
    ['举报人欧阳例二反映', '举报人〔姓名〕反映'],
    ['VX: canary-99', 'VX: 〔微信〕'],
    ['邮箱 a.b@example.com', '邮箱 〔邮箱〕'],
    ['车牌渝H·A12B3，渝HD12345', '车牌〔车牌〕，〔车牌〕'],
  ])('takes names, chat ids, addresses and plates out of %s', (text, expected) =>
    expect(redact(text)).toBe(expected),
  )

  it.each([
    'Heat/Hot Water',
    '该厂配电箱外露，2024年9月5日已停用，罚款12000元',
    '我是附近居民，消防通道被占用',
    '统一社会信用代码91500232MA5U000000',
    '编号CQ20240000077',
    '',
  ])('leaves %s as it is', (text) => expect(redact(text)).toBe(text))

  it('takes out words of the identity columns wherever they stand', () => {
    expect(redact('例某的邻居例某也知道', ['例某'])).toBe('〔姓名〕的邻居〔姓名〕也知道')
  })
})
