import { describe, expect, it } from 'vitest'
import { type ChangeState, changeOf } from './change.js'

const cases = (value: number) => ({ value, n: value })

describe('changeOf', () => {
  it.each<[number, number, ChangeState, string, string]>([
    [45, 40, 'ok', '+12.5%', '+12.5%'],
    [7, 8, 'ok', '-12.5%', '-12.5%'],
    [1, 16, 'ok', '-93.8%', '-93.8%'],
    [5, 2, 'baseSmall', '增加3件', '3 more'],
    [1, 4, 'baseSmall', '减少3件', '3 fewer'],
    [3, 0, 'baseZero', '—（上期为0）', '— (earlier period: 0)'],
    [9, 9, 'ok', '持平', 'no change'],
    [0, 0, 'ok', '持平', 'no change'],
    [0, 5, 'ok', '-100.0%', '-100.0%'],
  ])('tells %i cases against %i', (current, base, state, zh, en) => {
    expect(changeOf('cases', cases(current), cases(base), 'zh')).toMatchObject({ state, text: zh })
    expect(changeOf('cases', cases(current), cases(base), 'en').text).toBe(en)
  })

  it('gives a percentage only for a base of 5 and more', () => {
    expect(changeOf('cases', cases(10), cases(4), 'zh').ratio).toBeNull()
    expect(changeOf('cases', cases(10), cases(5), 'zh').ratio).toBe(1)
  })

  it('tells shares in points, rounded half up', () => {
    const change = changeOf('percent', { value: 0.6545, n: 100 }, { value: 0.633, n: 90 }, 'zh')
    expect(change).toMatchObject({ state: 'ok', ratio: null, text: '+2.2个百分点' })
    expect(change.difference).toBeCloseTo(0.0215, 10)
  })

  it('marks a share of few cases', () => {
    expect(changeOf('percent', { value: 0.5, n: 10 }, { value: 0.25, n: 4 }, 'zh').state).toBe('baseSmall')
  })

  it('tells days', () => {
    expect(changeOf('days', { value: 27, n: 9 }, { value: 29.5, n: 8 }, 'zh').text).toBe('-2.5天')
    expect(changeOf('days', { value: 27, n: 9 }, { value: 27, n: 8 }, 'en').text).toBe('no change')
  })

  it('says that there is nothing to compare with, or nothing to compare', () => {
    expect(changeOf('cases', cases(3), null, 'zh')).toMatchObject({
      state: 'noBase',
      text: '—（上期无数据）',
    })
    expect(changeOf('days', { value: 3, n: 1 }, { value: null, n: 0 }, 'zh').state).toBe('noBase')
    expect(changeOf('percent', { value: null, n: 0 }, { value: 0.5, n: 8 }, 'zh').text).toBe('—')
  })
})
