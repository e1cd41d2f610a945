import { describe, expect, it } from 'vitest'
import { isRejection } from './rejection.js'
import { parseRequest } from './request.js'

const good = { measures: ['received'], period: { preset: 'lastMonth' } }

describe('parseRequest', () => {
  it('fills in what is not said', () => {
    expect(parseRequest(good)).toEqual({
      measures: ['received'],
      dimensions: [],
      grain: null,
      period: { preset: 'lastMonth' },
      filters: [],
      comparisons: [],
      orderBy: null,
      top: null,
      others: false,
      reach: 'own',
      leaving: false,
    })
  })

  it('takes two days for a period', () => {
    const period = { preset: null, from: '2024-02-29', to: '2024-02-29' }
    expect(parseRequest({ ...good, period })).toMatchObject({
      period: { from: '2024-02-29', to: '2024-02-29' },
    })
  })

  it.each([
    ['no measure', { measures: [] }, 'emptyMeasures', 'measures'],
    [
      'four dimensions',
      { dimensions: ['region1', 'channel', 'issue1', 'source'] },
      'tooManyDimensions',
      'dimensions',
    ],
    ['a measure twice', { measures: ['received', 'received'] }, 'duplicateItem', 'measures'],
    ['a comparison twice', { comparisons: ['yearAgo', 'yearAgo'] }, 'duplicateItem', 'comparisons'],
    [
      'a filter twice',
      {
        filters: [
          { dimension: 'channel', in: ['web'] },
          { dimension: 'channel', in: ['phone'] },
        ],
      },
      'duplicateItem',
      'filters',
    ],
    [
      'a filter without codes',
      { filters: [{ dimension: 'channel', in: [] }] },
      'unknownMember',
      'filters.0.in',
    ],
    ['no period', { period: {} }, 'badPeriod', 'period'],
    ['half a period', { period: { from: '2026-01-01' } }, 'badPeriod', 'period'],
    ['a preset and a day', { period: { preset: 'all', from: '2026-01-01' } }, 'badPeriod', 'period'],
    ['a period backwards', { period: { from: '2026-02-01', to: '2026-01-01' } }, 'badPeriod', 'period.to'],
    ['a day that is none', { period: { from: '2026-02-30', to: '2026-03-01' } }, 'badPeriod', 'period.from'],
    ['an unknown grain', { grain: 'decade' }, 'badGrain', 'grain'],
    ['a top of nothing', { dimensions: ['channel'], top: 0 }, 'badTop', 'top'],
    ['a top without a dimension', { top: 3 }, 'badTop', 'top'],
    [
      'an order by a measure not asked for',
      { dimensions: ['channel'], orderBy: { measure: 'closed' } },
      'badTop',
      'orderBy',
    ],
    ['others of all', { dimensions: ['channel'], others: true }, 'badTop', 'others'],
  ])('refuses %s', (_, change, code, field) => {
    const refused = parseRequest({ ...good, ...change })
    expect(refused).toMatchObject({ rejected: true, code, field })
    expect(isRejection(refused) && /[\u4e00-\u9fff]/.test(refused.message.zh)).toBe(true)
  })

  it.each([
    [{ measures: ['profit'] }, '指标无效，请重新选择。'],
    [{ filters: [{ dimension: 'x', in: ['1'] }] }, '筛选条件无效，请重新选择。'],
    [{ sql: '1' }, '请求无效，请刷新页面后重试。'],
    [{ measures: ['received', 'received'] }, '“接报量”重复了，请只选一次。'],
    [{ comparisons: ['yearAgo', 'yearAgo'] }, '“同比”重复了，请只选一次。'],
  ])('names what is wrong in %j as people call it', (change, zh) => {
    expect(parseRequest({ ...good, ...change })).toMatchObject({ message: { zh } })
  })

  it.each([null, 'x', 3, [], {}, { measures: 'received' }, { ...good, sql: '1' }])(
    'refuses nonsense: %j',
    (input) => {
      expect(isRejection(parseRequest(input))).toBe(true)
    },
  )
})
