import { describe, expect, it } from 'vitest'
import { seeded } from '../random.js'
import { fairGroups, type RankedUnit } from './fair-groups.js'
import { fairRanking } from './fair-ranking.js'

const chance = seeded(2026)

/** How many of n happen, each with probability p. */
const binomial = (n: number, p: number): number =>
  Array.from({ length: n }).reduce((sum: number) => sum + (chance() < p ? 1 : 0), 0)

/** 3 to 240 cases, as a district's departments have: few many, many few. */
const size = (): number => Math.floor(3 * 80 ** chance())

const quarter = (departments: number, p: (i: number) => number): RankedUnit[] =>
  Array.from({ length: departments }, (_, i) => {
    const n = size()
    return { n, events: binomial(n, p(i)) }
  })

const isCalled = (group: string): boolean => group === 'ahead' || group === 'behind'

describe('fairGroups', () => {
  it.each([
    [3, 0.97, 300],
    [10, 0.85, 1000],
    [12, 0.1, 300],
    [30, 0.5, 100],
  ])('calls at most 5 in 100 of %i equal departments different (rate %d)', (departments, rate, quarters) => {
    let called = 0
    for (let i = 0; i < quarters; i++) {
      const { units } = fairGroups(
        quarter(departments, () => rate),
        'higher',
      )
      called += units.filter(({ group }) => isCalled(group)).length
    }
    expect(called / (quarters * departments)).toBeLessThanOrEqual(0.05)
  })

  it('calls at most 5 in 100 equal departments different where their cases differ in difficulty', () => {
    let called = 0
    for (let i = 0; i < 200; i++) {
      const units = Array.from({ length: 12 }, () => {
        const [n, difficulty] = [size(), 0.05 + 0.2 * chance()]
        return { n, events: binomial(n, difficulty), expected: n * difficulty }
      })
      called += fairGroups(units, 'lower').units.filter(({ group }) => isCalled(group)).length
    }
    expect(called / 2400).toBeLessThanOrEqual(0.05)
  })

  it('finds the department that is truly behind, and the one ahead', () => {
    const rates = [0.98, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.55]
    let [ahead, behind, wrong] = [0, 0, 0]
    for (let i = 0; i < 200; i++) {
      const units = rates.map((p) => ({ n: 150, events: binomial(150, p) }))
      const groups = fairGroups(units, 'higher').units.map(({ group }) => group)
      ahead += groups[0] === 'ahead' ? 1 : 0
      behind += groups[9] === 'behind' ? 1 : 0
      wrong += groups[0] === 'behind' || groups[9] === 'ahead' ? 1 : 0
    }
    expect(ahead).toBeGreaterThan(190)
    expect(behind).toBeGreaterThan(198)
    expect(wrong).toBe(0)
  })

  it('turns with the direction that is good', () => {
    const units = [
      { n: 100, events: 5 },
      { n: 100, events: 33 },
      { n: 100, events: 60 },
    ]
    const groupsOf = (better: 'higher' | 'lower'): string[] =>
      fairGroups(units, better).units.map(({ group }) => group)
    expect(groupsOf('higher')).toEqual(['behind', 'withinChance', 'ahead'])
    expect(groupsOf('lower')).toEqual(['ahead', 'withinChance', 'behind'])
  })

  it('judges by what was expected, where that is given', () => {
    const hard = { n: 200, events: 60, expected: 58 }
    const easy = { n: 200, events: 40, expected: 12 }
    const rest = Array.from({ length: 6 }, () => ({ n: 200, events: 20, expected: 20 }))
    const { scale, units } = fairGroups([hard, easy, ...rest], 'lower')
    expect(scale).toBe('observedOverExpected')
    expect(units.map(({ group }) => group)).toEqual([
      'withinChance',
      'behind',
      ...rest.map(() => 'withinChance'),
    ])
  })

  it('draws a small department to the typical one, and a large one hardly', () => {
    const { typical, units } = fairGroups(
      [
        { n: 2, events: 0 },
        { n: 2000, events: 900 },
        { n: 300, events: 270 },
        { n: 300, events: 210 },
        { n: 250, events: 200 },
      ],
      'higher',
    )
    const [small, large] = units
    expect(small?.group).toBe('withinChance')
    expect(small?.estimate).toBeGreaterThan(typical / 2)
    expect(large?.estimate).toBeCloseTo(0.45, 2)
    expect(large?.group).toBe('behind')
  })

  it('says that no difference can be seen where all rates are the same', () => {
    const found = fairGroups(
      [20, 40, 60, 80].map((n) => ({ n, events: n / 4 })),
      'higher',
    )
    expect(found).toMatchObject({ isDetectable: false, pEqual: 1 })
    for (const { estimate } of found.units) expect(estimate).toBeCloseTo(0.25, 4)
  })

  it.each([
    ['nothing happened', 0],
    ['everything did', 1],
  ])('bears that %s', (_, rate) => {
    const found = fairGroups(
      [5, 50, 500].map((n) => ({ n, events: n * rate })),
      'higher',
    )
    expect(found.isDetectable).toBe(false)
    for (const { estimate, group } of found.units) expect([estimate, group]).toEqual([rate, 'withinChance'])
  })

  it('does not call a department without a case anything', () => {
    const { units } = fairRanking(
      [
        { n: 0, events: 0 },
        { n: 90, events: 80 },
        { n: 80, events: 20 },
      ],
      'higher',
    )
    expect(units[0]).toMatchObject({ raw: null, group: 'none', rank: null })
    expect(units[1]?.rank).toMatchObject({ lower: 1, upper: 1 })
    expect(units[2]?.rank).toMatchObject({ lower: 2, upper: 2 })
  })

  it('bears one department, and refuses none', () => {
    expect(fairRanking([{ n: 12, events: 9 }], 'higher').units[0]).toMatchObject({
      group: 'withinChance',
      rank: { lower: 1, upper: 1 },
    })
    expect(() => fairGroups([], 'higher')).toThrow(RangeError)
    expect(() => fairGroups([{ n: 0, events: 0 }], 'higher')).toThrow(RangeError)
    expect(() => fairGroups([{ n: 3, events: 4 }], 'higher')).toThrow(RangeError)
    expect(() =>
      fairGroups(
        [
          { n: 3, events: 1, expected: 1 },
          { n: 3, events: 1 },
        ],
        'higher',
      ),
    ).toThrow(RangeError)
  })
})

describe('fairRanking', () => {
  it('holds the true rank in 95 of 100 intervals, where the departments do differ', () => {
    let held = 0
    for (let i = 0; i < 60; i++) {
      const rates = Array.from({ length: 8 }, () => 0.6 + 0.35 * chance())
      const { units } = fairRanking(
        rates.map((p) => ({ n: 60, events: binomial(60, p) })),
        'higher',
      )
      units.forEach(({ rank }, unit) => {
        const truth = 1 + rates.filter((rate) => rate > (rates[unit] ?? NaN)).length
        held += rank && rank.lower <= truth && truth <= rank.upper ? 1 : 0
      })
    }
    expect(held / 480).toBeGreaterThan(0.92)
  })

  it('gives the best rank 1 in either direction, and ranks that add up', () => {
    const units = [
      { n: 200, events: 20 },
      { n: 200, events: 60 },
      { n: 200, events: 62 },
      { n: 200, events: 150 },
    ]
    const up = fairRanking(units, 'higher').units.map(({ rank }) => rank)
    const down = fairRanking(units, 'lower').units.map(({ rank }) => rank)
    expect(up[3]).toMatchObject({ lower: 1, upper: 1 })
    expect(up[1]).toMatchObject({ lower: 2, upper: 3 })
    expect(down[3]).toMatchObject({ lower: 4, upper: 4 })
    expect(up.reduce((sum, rank) => sum + (rank?.expected ?? NaN), 0)).toBeCloseTo(10, 9)
    up.forEach((rank, i) => expect((rank?.expected ?? NaN) + (down[i]?.expected ?? NaN)).toBeCloseTo(5, 9))
  })
})
