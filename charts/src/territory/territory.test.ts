import { describe, expect, it } from 'vitest'
import { DARK, LIGHT } from '../palette.js'
import { prepareTerritory } from '../prepare/territory.js'
import { against, names, row, t, table, value } from '../testing.js'
import { type Boundaries, type Placed, layoutOf, layoutsOf } from './layout.js'
import { type Outline, type Place, fit, pathOf, toPixels } from './plane.js'
import { colourOf, scaleOf } from './scale.js'
import { enclosed, neighbour } from './walk.js'

const region = (code: string, more: Partial<Placed> = {}): Placed => ({
  code,
  name: `${code}镇`,
  tile: null,
  seat: null,
  ...more,
})
const TILED = ['A', 'B', 'C'].map((code, x) => region(code, { tile: { x, y: 0 } }))
const SEATED = ['A', 'B', 'C'].map((code, x) => region(code, { seat: { lon: 107 + x, lat: 29 } }))

/** Two squares beside each other that share a side; the second has the code B. */
const BOUNDARIES: Boundaries = {
  type: 'Topology',
  bbox: [0, 0, 2, 1],
  objects: {
    areas: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', id: 'A', properties: { name: '甲' }, arcs: [[[0, 1]]] },
        { type: 'MultiPolygon', id: 'B', properties: { name: '乙' }, arcs: [[[-1, 2]]] },
      ],
    },
  },
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ],
  ],
}

describe('how regions are laid out', () => {
  it.each<[string, readonly Placed[], boolean, readonly string[]]>([
    ['boundaries first, if there are any', TILED, true, ['polygons', 'tiles']],
    [
      'tiles before points',
      TILED.map((one, at) => ({ ...one, seat: SEATED[at]?.seat ?? null })),
      false,
      ['tiles', 'points'],
    ],
    ['points where there are no tiles', SEATED, false, ['points']],
    ['no points where most have no seat', [region('A'), region('B'), ...SEATED.slice(2)], false, ['list']],
    ['the list where nothing is known', [region('A'), region('B')], false, ['list']],
  ])('%s', (_, regions, hasBoundaries, kinds) => {
    expect(layoutsOf(regions, hasBoundaries)).toEqual(kinds)
  })

  it('draws boundaries under the names of the office, and leaves out areas that it does not have', () => {
    const layout = layoutOf('polygons', [region('B')], BOUNDARIES)
    expect(layout?.outlines.map(({ code, name }) => [code, name])).toEqual([['B', 'B镇']])
    const [x, y] = layout?.outlines[0]?.centre ?? []
    expect(x).toBeCloseTo(1.5, 3)
    expect(y).toBeCloseTo(-0.5, 6)
  })

  it('puts a list into rows', () => {
    const layout = layoutOf(
      'list',
      ['A', 'B', 'C', 'D', 'E'].map((code) => region(code)),
      null,
    )
    expect(layout?.outlines.map(({ centre }) => centre)).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [1, 1],
    ])
  })

  it('fits the map into its picture with north up', () => {
    const layout = layoutOf('polygons', [region('A'), region('B')], BOUNDARIES)
    if (!layout) throw new Error('no layout')
    const to = fit(layout.box, 220, 120, 10)
    const north = toPixels([0, -1], to)
    const south = toPixels([0, 0], to)
    expect(north[1]).toBeCloseTo(10, 0)
    expect(south[1]).toBeCloseTo(110, 0)
    expect(pathOf(layout.outlines[0] ?? { polygons: [] }, to)).toMatch(/^M[\d. L]+Z$/)
  })
})

describe('colours', () => {
  it('have zero in the middle of a change, and both ends as far from it', () => {
    const scale = scaleOf('yearAgo', [-2, 8, null])
    expect(scale).toEqual({ kind: 'diverging', most: 8 })
    for (const palette of [LIGHT, DARK]) {
      const { diverging } = palette
      expect([-8, 0, 8].map((number) => colourOf(palette, scale, number))).toEqual([
        diverging[0],
        diverging[3],
        diverging[6],
      ])
    }
  })

  it('show nothing as the paper, and the most as the darkest', () => {
    const scale = scaleOf('value', [0, 3, 12])
    expect(colourOf(LIGHT, scale, 0)).toBe(LIGHT.panel)
    expect(colourOf(LIGHT, scale, 12)).toBe(LIGHT.ramp.at(-1))
  })
})

describe('a map of an answer', () => {
  const layout = layoutOf('tiles', TILED, null)
  if (!layout) throw new Error('no layout')
  const answer = table({
    dimensions: ['region1'],
    comparedPeriods: [{ kind: 'yearAgo', label: '同比', period: { from: '', to: '', label: '2025年' } }],
    rows: [
      row(['A'], ['A镇'], [value(40, { changes: [against(60, -20)] })]),
      row(['B'], ['B镇'], [value(3, { changes: [against(2, 1)] })]),
    ],
  })
  const setting = { table: answer, names, picked: () => ['A'], t }
  const drawn = (view: 'value' | 'share' | 'yearAgo' | 'previous') =>
    prepareTerritory(setting, layout, { measure: 'received', view, note: '' })

  it('leaves an area without a row blank, and hatches few cases', () => {
    expect(
      drawn('value').marks.map(({ code, drawn: number, few, text }) => [code, number, few, text]),
    ).toEqual([
      ['A', 40, false, '40'],
      ['B', 3, true, '3'],
      ['C', null, false, '无数据'],
    ])
  })

  it('shows shares of all, and changes with the words of the answer', () => {
    expect(drawn('share').marks[0]).toMatchObject({ drawn: 0.4, text: '40.0%' })
    expect(
      drawn('yearAgo')
        .marks.slice(0, 2)
        .map(({ drawn: number, few, text }) => [number, few, text]),
    ).toEqual([
      [-20, false, '-20'],
      [1, true, '+1'],
    ])
    expect(drawn('yearAgo').marks[0]?.change).toBe('减少20件')
    expect(drawn('yearAgo').scale).toEqual({ kind: 'diverging', most: 20 })
  })

  it('is blank where the answer was not compared so', () => {
    expect(drawn('previous').marks.map(({ drawn: number }) => number)).toEqual([null, null, null])
  })

  it('fades what is not picked', () => {
    expect(drawn('value').marks.map(({ faded }) => faded)).toEqual([false, true, true])
  })
})

describe('getting about', () => {
  const at = (code: string, x: number, y: number): Outline => ({
    code,
    name: code,
    polygons: [],
    centre: [x, y],
    box: [x, y, x, y],
  })
  const [a, b, c, d] = [at('A', 0, 0), at('B', 2, 0.3), at('C', 1, 2), at('D', 5, 0)]
  const all = [a, b, c, d]

  it('arrow keys lead to the nearest area that way, and stop at the edge', () => {
    expect(neighbour(all, a, 'right')).toBe(b)
    expect(neighbour(all, b, 'right')).toBe(d)
    expect(neighbour(all, a, 'down')).toBe(c)
    expect(neighbour(all, c, 'up')).toBe(b)
    expect(neighbour(all, a, 'left')).toBeNull()
  })

  it('a line drawn around areas takes those whose centres it encloses', () => {
    const line: Place[] = [
      [-1, -1],
      [3, -1],
      [3, 1],
      [-1, 1],
    ]
    expect(enclosed(all, line)).toEqual(['A', 'B'])
    expect(enclosed(all, line.slice(0, 2))).toEqual([])
  })
})
