import { describe, expect, it } from 'vitest'
import { MemberLists } from './member-lists.js'
import { testOffice } from '../query/test-office.js'

const lists = new MemberLists(testOffice)

describe('MemberLists', () => {
  it('splits a hierarchy into the dimensions of its levels', () => {
    expect(lists.of('region1').map(({ code }) => code)).toEqual(['N', 'S', 'OLD'])
    expect(lists.of('region2').map(({ code, parent }) => [code, parent])).toEqual([
      ['N1', 'N'],
      ['N2', 'N'],
      ['S1', 'S'],
    ])
  })

  it('leaves out members that do not exist in a period', () => {
    const codes = (from: string, to: string) => lists.validIn('region1', { from, to }).map(({ code }) => code)
    expect(codes('2021-01-01', '2021-12-31')).toEqual(['N', 'S'])
    expect(codes('2020-12-31', '2021-12-31')).toEqual(['N', 'S', 'OLD'])
  })

  it('names members and dimensions in the office’s words, and an unlisted code by itself', () => {
    expect(lists.label('region1', 'N', 'zh')).toBe('北镇')
    expect(lists.label('region1', '', 'en')).toBe('Unknown')
    expect(lists.label('region1', 'X9', 'zh')).toBe('X9')
    expect(lists.dimensionLabel('region1').zh).toBe('乡镇')
    expect(lists.dimensionLabel('channel').zh).toBe('举报渠道')
  })

  it('knows which members of the other level cases of a member can have', () => {
    expect([...(lists.related('region1', ['N'], 'region2') ?? [])]).toEqual(['N1', 'N2'])
    expect([...(lists.related('region2', ['S1'], 'region1') ?? [])]).toEqual(['S'])
    expect(lists.related('channel', ['web'], 'region1')).toBeNull()
  })
})
