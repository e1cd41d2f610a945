import { describe, expect, it } from 'vitest'
import type { Filter } from './query.js'
import { type CountedRow, expected, factsFrom, lists, planned, queryWith } from './testing.js'
import { guardsOf, withheldBy } from './withheld.js'

const cell = (codes: readonly string[], received_n: number): CountedRow => ({
  level: codes.length > 0 ? 'rows' : 'total',
  codes,
  numbers: { received_n },
})

/** Is the number of reports under these filters withheld, where the table without them holds these rows? */
function isWithheld(filters: readonly Filter[], rows: readonly CountedRow[]): boolean {
  const [guard] = guardsOf(queryWith({ filters, leaving: true }))
  if (!guard) throw new Error('no guard')
  return expected(withheldBy(guard, planned(guard.query), factsFrom(rows), lists))('received', 0)
}

const industry = (...codes: string[]): Filter => ({ dimension: 'industry1', in: codes })
const region = (...codes: string[]): Filter => ({ dimension: 'region1', in: codes })

describe('a total under a filter', () => {
  // 矿山 is small, 消防 is hidden with it.
  const rows = [cell(['mine'], 2), cell(['fire'], 9), cell(['gas'], 30), cell([], 41)]

  it.each([
    ['the small member', ['mine'], true],
    ['the member that protects it', ['fire'], true],
    ['it and one that is shown', ['fire', 'gas'], true],
    ['all that is hidden: the total less the rest', ['mine', 'fire'], false],
    ['a member that is shown', ['gas'], false],
  ])('of %s', (_, codes, withheld) => expect(isWithheld([industry(...codes)], rows)).toBe(withheld))

  it('of two dimensions is a cell of their table', () => {
    const pair = (industry: string, region: string, n: number) => cell([industry, region], n)
    const table = [
      pair('mine', 'N', 1),
      pair('mine', 'S', 50),
      pair('fire', 'N', 50),
      pair('fire', 'S', 60),
      pair('gas', 'N', 70),
      pair('gas', 'S', 80),
      cell([], 311),
    ]
    expect(isWithheld([industry('mine'), region('N')], table)).toBe(true)
    expect(isWithheld([industry('fire'), region('S')], table)).toBe(true)
    expect(isWithheld([industry('gas'), region('S')], table)).toBe(false)
  })
})

describe('guardsOf', () => {
  const guards = (...filters: Filter[]) =>
    guardsOf(queryWith({ filters, dimensions: ['channel'], grain: 'month', top: 3 })).map(({ query }) => [
      query.dimensions,
      query.filters.map(({ dimension }) => dimension),
      [query.grain, query.top],
    ])

  it('looks at one table over two dimensions, and at single ones under the other filters else', () => {
    expect(guards(industry('mine'), region('N'))).toEqual([[['industry1', 'region1'], [], [null, null]]])
    expect(guards(region('N'), { dimension: 'region2', in: ['N1'] })).toEqual([
      [['region1'], ['region2'], [null, null]],
      [['region2'], ['region1'], [null, null]],
    ])
    expect(guards()).toEqual([])
  })
})
