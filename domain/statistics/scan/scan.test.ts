import { describe, expect, it } from 'vitest'
import { seeded } from '../random.js'
import { permutationScan, spaceTimeScan, spatialScan, type Map, type PlacedCount } from './scan.js'
import { circularZones, distance } from './zones.js'

/** A field of 6 × 6 places. */
const MAP: Map = {
  places: Array.from({ length: 36 }, (_, i) => ({ x: i % 6, y: Math.floor(i / 6) })),
  metric: 'plane',
  fraction: 0.5,
}
const POPULATION = MAP.places.map(() => 100)
const DURATION = { periods: 20, longest: 4, isProspective: true }
const replications = (count = 199) => ({ count, random: seeded(11) })

/** As many cases everywhere and always, and `extra` at one place in the latest two periods. */
function cases(extra: number): PlacedCount[] {
  const even = MAP.places.flatMap((_, place) =>
    Array.from({ length: DURATION.periods }, (__, period) => ({ place, period, count: 1 })),
  )
  return [...even, { place: 14, period: 18, count: extra }, { place: 14, period: 19, count: extra }]
}

describe('the scans', () => {
  it('find the place where there is more, and say how much', () => {
    const counts = MAP.places.map((_, place) => (place === 14 ? 30 : 5))
    const [cluster] = spatialScan(MAP, counts, POPULATION, 'high', replications())
    const expected = (30 + 35 * 5) / 36
    expect(cluster).toMatchObject({ centre: 14, places: [14], observed: 30, p: 1 / 200 })
    expect(cluster?.expected).toBeCloseTo(expected, 12)
    expect(cluster?.relativeRisk).toBeCloseTo(6, 12)
  })

  it('find the place where there is less', () => {
    const counts = MAP.places.map((_, place) => (place === 14 ? 1 : 40))
    const [cluster] = spatialScan(MAP, counts, POPULATION, 'low', replications(99))
    expect(cluster).toMatchObject({ places: [14], observed: 1, p: 0.01 })
  })

  it('find the place and the time, with and without a population', () => {
    const found = [
      permutationScan(MAP, cases(9), DURATION, replications())[0],
      spaceTimeScan(MAP, cases(9), POPULATION, DURATION, replications())[0],
    ]
    for (const cluster of found)
      expect(cluster).toMatchObject({
        places: [14],
        observed: 20,
        window: { start: 18, end: 20 },
        p: 1 / 200,
      })
    // 38 of 738 cases at the place, 90 in the two periods.
    expect(found[0]?.expected).toBeCloseTo((38 * 90) / 738, 12)
    expect(found[1]?.expected).toBeCloseTo((738 / 36) * (2 / 20), 12)
  })

  it('are not misled by a place that always reports more, nor by days on which all do', () => {
    const uneven = MAP.places.flatMap((_, place) =>
      Array.from({ length: 20 }, (__, period) => ({
        place,
        period,
        count: (place === 14 ? 8 : 1) * (period >= 18 ? 3 : 1),
      })),
    )
    expect(permutationScan(MAP, uneven, DURATION, replications())[0]?.p ?? 1).toBeGreaterThan(0.9)
    expect(spaceTimeScan(MAP, uneven, POPULATION, DURATION, replications(99))[0]?.p).toBe(0.01)
  })

  it('call a cluster in about 5 of 100 fields without one', () => {
    const chance = seeded(5)
    let called = 0
    for (let i = 0; i < 100; i++) {
      const found = permutationScan(
        MAP,
        Array.from({ length: 150 }, () => ({
          place: Math.floor(36 * chance()),
          period: Math.floor(20 * chance()),
          count: 1,
        })),
        DURATION,
        { count: 99, random: chance, stopAfter: 10 },
      )
      called += (found[0]?.p ?? 1) <= 0.05 ? 1 : 0
    }
    expect(called).toBeLessThanOrEqual(11)
  })

  it('end early where it is no cluster', () => {
    let drawn = 0
    const chance = seeded(3)
    const counting = (): number => {
      drawn += 1
      return chance()
    }
    const counts = MAP.places.map((_, place) => 5 + (place % 3))
    const all = counts.reduce((sum, count) => sum + count, 0)
    const [cluster] = spatialScan(MAP, counts, POPULATION, 'high', {
      count: 999,
      random: counting,
      stopAfter: 5,
    })
    expect(cluster?.p).toBeGreaterThan(0.2)
    expect(drawn).toBeLessThan(30 * all * 2)
  })

  it('of the best cluster alone say the same p, in every field', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const chance = seeded(seed)
      const placed = Array.from({ length: 120 + seed }, () => ({
        ...{ place: Math.floor(36 * chance()), period: Math.floor(20 * chance()), count: 1 },
      }))
      const of = (bestOnly: boolean) =>
        permutationScan(MAP, placed, DURATION, { count: 99, random: seeded(seed), bestOnly })
      expect(of(true)).toEqual(of(false).slice(0, 1))
    }
  })

  it('give the same result for the same chance, in whatever order the cases come', () => {
    const there = permutationScan(MAP, cases(4), DURATION, replications(49))
    const back = permutationScan(MAP, cases(4).reverse(), DURATION, replications(49))
    expect(permutationScan(MAP, cases(4), DURATION, replications(49))).toEqual(there)
    expect(back[0]).toMatchObject({ places: there[0]?.places, llr: there[0]?.llr, window: there[0]?.window })
  })

  it('find nothing where there is no case, and nothing in one alone', () => {
    expect(permutationScan(MAP, [], DURATION, replications())).toEqual([])
    expect(permutationScan(MAP, [{ place: 1, period: 19, count: 1 }], DURATION, replications())).toEqual([])
  })
})

describe('circularZones', () => {
  it('grow by distance, from the centre, up to half of the weight', () => {
    const places = [0, 1, 3, 7].map((x) => ({ x, y: 0 }))
    const { members, weights } = circularZones(places, 'plane', [10, 20, 30, 40], { fraction: 0.5 })
    expect(members.map((zone) => [...zone])).toEqual([[0, 1], [1, 0], [2, 1], [3]])
    expect([...(weights[1] ?? [])]).toEqual([20, 30])
  })

  it('measure kilometres on the globe', () => {
    expect(distance('greatCircle', { x: 116.4, y: 39.9 }, { x: 121.47, y: 31.23 })).toBeCloseTo(1067, -1)
    expect(distance('greatCircle', { x: 10, y: 20 }, { x: 10, y: 20 })).toBe(0)
  })
})
