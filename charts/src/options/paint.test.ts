import { describe, expect, it } from 'vitest'
import type { TerritoryModel } from '../model.js'
import { LIGHT } from '../palette.js'
import { prepareTerritory } from '../prepare/territory.js'
import { finderOf } from '../territory/find.js'
import { layoutOf, type Layout, type LayoutKind } from '../territory/layout.js'
import { fit, type Outline, type Place } from '../territory/plane.js'
import { names, row, t, table, value } from '../testing.js'
import { layingOf, radiusOf } from './lay.js'
import { drawingOf } from './option.js'
import { paintTerritory, type Surface } from './paint.js'

const ACROSS = 60
const AREAS = Array.from({ length: 3000 }, (_, at) => ({
  code: String(at),
  name: `第${at}区`,
  tile: { x: at % ACROSS, y: Math.floor(at / ACROSS) },
  seat: { lon: 107 + (at % ACROSS) * 0.01, lat: 29 + Math.floor(at / ACROSS) * 0.02 },
}))
const laidOut = (kind: LayoutKind, areas = AREAS): Layout => {
  const layout = layoutOf(kind, areas, null)
  if (!layout) throw new Error('no layout')
  return layout
}
/** Numbers from 0 to 9, one area of ten without any, those of the first line picked. */
function modelOf(layout: Layout, picked: readonly string[] = []): TerritoryModel {
  const rows = layout.outlines
    .filter((_, at) => at % 10 !== 7)
    .map(({ code, name }, at) => row([code], [name], [value(at % 10)]))
  const answer = table({ measures: ['received'], dimensions: ['region1'], rows })
  const setting = { table: answer, names, t, picked: () => picked }
  return prepareTerritory(setting, layout, { measure: 'received', view: 'value', note: '示意图' })
}

/** A surface that writes down how its paths were filled and how many corners they have. */
function notebook() {
  let corners = 0
  const fills: { readonly style: unknown; readonly alpha: number; readonly corners: number }[] = []
  let strokes = 0
  const surface: Surface = {
    ...{ fillStyle: '', strokeStyle: '', lineWidth: 1, globalAlpha: 1, lineJoin: '', font: '' },
    ...{ textAlign: '', textBaseline: '' },
    beginPath: () => (corners = 0),
    closePath: () => undefined,
    moveTo: () => (corners += 1),
    lineTo: () => (corners += 1),
    arc: () => (corners += 1),
    fill: () => fills.push({ style: surface.fillStyle, alpha: surface.globalAlpha, corners }),
    stroke: () => (strokes += 1),
    setLineDash: () => undefined,
    fillText: () => undefined,
  }
  return { surface, fills, strokes: () => strokes }
}
function painted(model: TerritoryModel) {
  const { surface, fills, strokes } = notebook()
  paintTerritory(surface, model, LIGHT, layingOf(model)(900, 600), 'hatching')
  return { fills, strokes: strokes() }
}

describe('a map of thousands of areas', () => {
  it('is painted, one of a district is drawn', () => {
    expect(drawingOf(modelOf(laidOut('tiles')), LIGHT).painted).toBe(true)
    expect(drawingOf(modelOf(laidOut('tiles', AREAS.slice(0, 26))), LIGHT).painted).toBe(false)
  })

  it('takes as many paths as there are looks, with every area in one of them', () => {
    const { fills, strokes } = painted(modelOf(laidOut('tiles')))
    expect(strokes).toBeLessThan(20)
    const coloured = fills.filter(({ style }) => style !== 'hatching')
    expect(coloured.reduce((sum, { corners }) => sum + corners, 0)).toBe(AREAS.length * 5)
    // One of ten has no number and is blank.
    expect(coloured.find(({ style }) => style === LIGHT.empty)?.corners).toBe(300 * 5)
  })

  it('hatches small counts, and lets what is not picked step back', () => {
    const { fills } = painted(modelOf(laidOut('tiles'), ['3']))
    const few = fills
      .filter(({ style }) => style === 'hatching')
      .reduce((sum, { corners }) => sum + corners, 0)
    // 1, 2, 3 and 4 of the ten numbers.
    expect(few).toBe(AREAS.length * 0.9 * 0.4 * 5)
    const strong = fills.filter(({ style, alpha }) => style !== 'hatching' && alpha === 1)
    expect(strong.reduce((sum, { corners }) => sum + corners, 0)).toBe(5)
  })

  it('says its lines when it is asked for them', () => {
    expect(modelOf(laidOut('tiles')).marks[3]?.lines[0]).toBe('第3区')
  })
})

describe('what lies under a place', () => {
  it.each<LayoutKind>(['tiles', 'points'])('is the area whose centre it is: %s', (kind) => {
    const layout = laidOut(kind)
    const to = fit(layout.box, 900, 600, 6)
    const find = finderOf(layout, kind === 'points' ? radiusOf({ layout }, to) / to.scale / 8 : 0)
    expect(layout.outlines.map(({ centre }) => find(centre))).toEqual(AREAS.map((_, at) => at))
  })

  it('is nothing in a gap, in a hole, or outside', () => {
    const square = (from: number, to: number): Place[] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ]
    const ring: Outline = {
      ...{ code: 'R', name: 'R', centre: [5, 5] as const, box: [0, 0, 10, 10] as const },
      polygons: [[square(0, 10), square(4, 6)]],
    }
    const within: Outline = { ...ring, code: 'W', box: [4.5, 4.5, 5.5, 5.5], polygons: [[square(4.5, 5.5)]] }
    const find = finderOf({ kind: 'polygons', outlines: [ring, within], box: [0, 0, 10, 10] }, 0)
    expect([find([1, 1]), find([5, 5]), find([4.2, 4.2]), find([11, 5])]).toEqual([0, 1, -1, -1])
  })
})
