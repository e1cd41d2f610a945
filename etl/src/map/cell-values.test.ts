import { describe, expect, it } from 'vitest'
import { parseBoolean, parseCount, parseMoney } from './amounts.js'
import { parseDay } from './days.js'

const ZONE = 'Asia/Shanghai'

describe('parseDay', () => {
  it.each([
    ['2024-09-05', '2024-09-05'],
    ['2024-9-5', '2024-09-05'],
    ['2024/9/5', '2024-09-05'],
    ['2024.9.5', '2024-09-05'],
    ['2024年9月5日', '2024-09-05'],
    ['２０２４年９月５日', '2024-09-05'],
    ['2024 年 9 月 5 日', '2024-09-05'],
    ['20240905', '2024-09-05'],
    ['20240905153000', '2024-09-05'],
    ['2024-09-05 15:30', '2024-09-05'],
    ['2024-09-05 15:30:59.123', '2024-09-05'],
    ['2024/9/5 3:20:00 PM', '2024-09-05'],
    ['2024/9/5 下午 3:20', '2024-09-05'],
    ['2024年9月5日15时30分', '2024-09-05'],
    ['2024-09-05T15:30:00', '2024-09-05'],
    ['45540', '2024-09-05'],
    ['45540.9999', '2024-09-05'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s as %s', (text, day) => expect(parseDay(text, ZONE)).toBe(day))

  it('puts an instant with its zone on the day of the office', () => {
    expect(parseDay('2024-09-05T20:00:00Z', ZONE)).toBe('2024-09-06')
    expect(parseDay('2024-09-05T20:00:00Z', 'America/New_York')).toBe('2024-09-05')
    expect(parseDay('2024-09-05T00:30:00+08:00', ZONE)).toBe('2024-09-05')
  })

  it.each([
    '2023-02-29',
    '2024-13-45',
    '2024-00-10',
    '9/5/2024',
    '待定',
    '去年年底',
    '2024',
    '12',
    '99999',
    '2024-09-05 abc',
    '9月5日',
  ])('does not guess at %s', (text) => expect(parseDay(text, ZONE)).toBeNull())
})

describe('amounts', () => {
  it.each([
    ['12000', 1, '12000.00'],
    ['1.2', 10_000, '12000.00'],
    ['1,234,567.895', 1, '1234567.90'],
    ['￥1，200元', 1, '1200.00'],
    ['3万元', 1, '30000.00'],
    ['3万元', 10_000, '30000.00'],
    ['5000元', 10_000, '5000.00'],
    ['１２．５', 1, '12.50'],
    ['0', 1, '0.00'],
    ['1.005', 1, '1.01'],
  ])('reads %s (one unit = %d yuan) as %s', (text, factor, yuan) =>
    expect(parseMoney(text, factor)).toEqual({ value: yuan }),
  )

  it.each(['若干', '1,23', '1.2.3', '元', '万', '--5'])('does not guess at %s', (text) =>
    expect(parseMoney(text, 1)).toEqual({ fault: 'amount.unreadable' }),
  )

  it('refuses negative amounts and counts, and counts that are no whole numbers', () => {
    expect(parseMoney('-5', 1)).toEqual({ fault: 'amount.negative' })
    expect(parseCount('-1')).toEqual({ fault: 'amount.negative' })
    expect(parseCount('1.5')).toEqual({ fault: 'amount.unreadable' })
    expect(parseCount('30天')).toEqual({ value: 30 })
  })

  it('reads yes and no in both languages and nothing else', () => {
    for (const word of ['是', 'Y', 'true', '1', '１']) expect(parseBoolean(word)).toEqual({ value: true })
    for (const word of ['否', 'no', 'FALSE', '0']) expect(parseBoolean(word)).toEqual({ value: false })
    expect(parseBoolean('可能')).toEqual({ fault: 'value.boolean' })
  })
})
