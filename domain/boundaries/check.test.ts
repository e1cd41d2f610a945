import type { MultiPolygon } from 'geojson'
import { feature } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import { type Outcome, checkMap, levelOfFile } from './check.js'
import type { Level } from './regions.js'
import { type Ring, signedArea } from './shape.js'
import type { AreaTopology } from './simplify.js'
import { area, file, levelOf, square } from './testing.js'

function check(json: unknown, level: Level, budget?: number): Outcome {
  const run = checkMap(json, level, budget)
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}
const AB = levelOf({ code: 'A' }, { code: 'B' })
const ab = file(area('A', square(0, 0)), area('B', square(1, 0)))

/** The sentences with which a file is refused. */
function refusal(json: unknown, level = AB): string {
  const outcome = check(json, level)
  return 'problems' in outcome ? outcome.problems.map(({ zh }) => zh).join('\n') : 'taken'
}
function taken(json: unknown, level = AB, budget?: number) {
  const outcome = check(json, level, budget)
  if ('problems' in outcome) throw new Error(outcome.problems.map(({ zh }) => zh).join('\n'))
  const topology = JSON.parse(outcome.map.json) as AreaTopology
  return { ...outcome.map, topology, shapes: feature(topology, topology.objects.areas).features }
}

describe('a map of the office', () => {
  it('has an area for every region, under the office’s code and name', () => {
    const { areas, shapes } = taken(ab)
    expect(areas).toBe(2)
    expect(shapes.map(({ id, properties }) => [id, properties.name])).toEqual([
      ['A', 'A镇'],
      ['B', 'B镇'],
    ])
  })

  it('finds a region by its name where no code stands', () => {
    const named = { ...area('B', square(1, 0)), properties: { name: 'B镇' } }
    expect(taken(file(area('A', square(0, 0)), named)).areas).toBe(2)
  })

  it.each([
    ['no collection', { type: 'Feature' }, /FeatureCollection/],
    ['nothing in it', file(), /没有任何区域/],
    [
      'a stranger',
      file(area('A', square(0, 0)), area('B', square(1, 0)), area('X', square(2, 0))),
      /“X镇”（代码X）不在/,
    ],
    [
      'a region twice',
      file(area('A', square(0, 0)), area('A', square(1, 0)), area('B', square(3, 0))),
      /“A镇”出现两次/,
    ],
    ['a region left out', file(area('A', square(0, 0))), /缺少以下乡镇的边界：B镇（B）/],
    ['another coordinate system', { ...ab, crs: { properties: { name: 'EPSG:3857' } } }, /“EPSG:3857”/],
    [
      'projected coordinates',
      file(area('A', square(400_000, 3_000_000)), area('B', square(1, 0))),
      /投影坐标/,
    ],
    ['swapped coordinates', file(area('A', square(29, 107)), area('B', square(1, 0))), /经度与纬度可能写反/],
    [
      'a point',
      file(area('A', square(0, 0)), {
        type: 'Feature',
        properties: { name: 'B镇' },
        geometry: { type: 'Point' },
      }),
      /“B镇”不是面/,
    ],
    ['no number', file(area('A', square(0, 0)), area('B', [[0, NaN]])), /不是数字/],
    [
      'an open ring',
      file(area('A', square(0, 0)), area('B', square(1, 0).slice(0, 4))),
      /“B镇”的边界没有闭合/,
    ],
    [
      'a ring of two positions',
      file(
        area('A', square(0, 0)),
        area('B', [
          [0, 0],
          [1, 1],
          [0, 0],
        ]),
      ),
      /“B镇”的边界少于三个/,
    ],
    [
      'a crossing',
      file(
        area('A', square(0, 0)),
        area('B', [
          [1, 0],
          [2, 1],
          [2, 0],
          [1, 1],
          [1, 0],
        ]),
      ),
      /“B镇”的边界在经度1.50000、纬度0.50000处自相交/,
    ],
  ])('is refused with %s', (_, json, sentence) => {
    expect(refusal(json)).toMatch(sentence)
  })

  it('is refused where code and name are those of two regions, as in the lists of other systems', () => {
    const foreign = { ...area('B', square(1, 0)), properties: { code: 'B', name: 'A镇' } }
    expect(refusal(file(area('A', square(0, 0)), foreign))).toMatch(
      /“A镇”的代码与名称（B、A镇）指向不同的区域：“B镇”、“A镇”/,
    )
  })

  it('tells everything that is wrong at once, and of very much the first twenty', () => {
    const strangers = Array.from({ length: 30 }, (_, at) => area(`X${at}`, square(at, 0)))
    const sentences = refusal(file(...strangers)).split('\n')
    expect(sentences).toHaveLength(21)
    expect(sentences.at(-1)).toMatch(/另有10处/)
  })

  it('may come town by town on the second level, and then with all villages of the town', () => {
    const level = levelOf(
      { code: 'A1', parent: 'A' },
      { code: 'A2', parent: 'A' },
      { code: 'B1', parent: 'B' },
    )
    expect(taken(file(area('A1', square(0, 0)), area('A2', square(1, 0))), level).areas).toBe(2)
    expect(refusal(file(area('A1', square(0, 0)), area('B1', square(1, 0))), level)).toMatch(/A2镇/)
  })

  it('turns rings to the order of RFC 7946 and says of how many areas', () => {
    const hole = square(0.25, 0.25, 0.5)
    const { turned, shapes } = taken(
      file(area('A', square(0, 0).toReversed(), hole), area('B', square(1, 0))),
    )
    expect(turned).toBe(1)
    const rings = shapes.flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
    )
    expect(
      rings.map((polygon) => polygon.map((ring) => Math.sign(signedArea(ring as unknown as Ring)))),
    ).toEqual([[1, -1], [1]])
  })

  it('is refused where most seats lie elsewhere: another place, or other coordinates than it says', () => {
    const seats = (x: number) => levelOf({ code: 'A', seat: [x, 0.5] }, { code: 'B', seat: [x + 1, 0.5] })
    expect(taken(ab, seats(0.5)).areas).toBe(2)
    expect(refusal(ab, seats(40))).toMatch(/2个已知驻地中有2个（如“A镇”）/)
  })
})

describe('simplifying', () => {
  /** A square of whose sides the right one, or the left, is a jagged line. */
  const jagged = (from: number, side: 'left' | 'right') => {
    const line = Array.from({ length: 400 }, (_, at): [number, number] => [
      1 + (at % 2) * 0.001 * (at % 7),
      at / 399,
    ])
    const corners: [number, number][] =
      side === 'right'
        ? [
            [from, 1],
            [from, 0],
          ]
        : [
            [from, 1],
            [from, 0],
          ]
    const ring = [...line, ...corners, line[0] ?? [0, 0]]
    return side === 'right' ? ring : ring.toReversed()
  }
  const border = file(area('A', jagged(0, 'right')), area('B', jagged(2, 'left')))

  it('keeps to the bytes it is given, and the border of two areas one border', () => {
    const small = taken(border, AB, 1500)
    expect(small.bytes).toBeLessThanOrEqual(1500)
    expect(small.after).toBeLessThan(small.before)
    const [a, b] = small.shapes.map(
      ({ geometry }) => new Set((geometry as MultiPolygon).coordinates.flat(2).map(String)),
    )
    const outer = (place: string) => /^[02],/.test(place)
    expect([...(a ?? [])].filter((place) => !outer(place)).sort()).toEqual(
      [...(b ?? [])].filter((place) => !outer(place)).sort(),
    )
  })

  it('leaves everything in where there is room', () => {
    const { before, after } = taken(border)
    expect(after).toBe(before)
  })

  it('refuses a file that does not fit without losing an area', () => {
    const outcome = check(border, AB, 100)
    expect('problems' in outcome && outcome.problems[0]?.zh).toMatch(/简化后仍超过/)
  })
})

it('of the level above the file itself says which regions there are', () => {
  const outcome = check(ab, levelOfFile(ab, { zh: '区县', en: 'districts' }))
  expect('map' in outcome && outcome.map.areas).toBe(2)
})
