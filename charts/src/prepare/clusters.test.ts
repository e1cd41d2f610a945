import { init } from 'echarts'
import { describe, expect, it } from 'vitest'
import type { Cluster } from '../answer.js'
import { territoryOption } from '../options/territory.js'
import { LIGHT } from '../palette.js'
import { sentenceOf } from '../telling.js'
import { names, row, t, table, value } from '../testing.js'
import type { LayoutKind } from '../territory/layout.js'
import { prepareMap } from './map.js'

const cluster = (more: Partial<Cluster> = {}): Cluster => ({
  ...{ id: 'c1', title: '甲镇一带举报聚集', level: 'alert', levelLabel: '提醒' },
  ...{ from: '2026-10-12', to: '2026-10-25', regions: ['B', 'A'], observed: 17, expected: 5.24 },
  ...{ ratio: 3.24, lower: 1.6, upper: 5.9, p: 0.002, chance: '仅凭偶然，全区约6年才会出现一次。' },
  ...more,
})
const answer = table({
  dimensions: ['region1'],
  rows: ['A', 'B'].map((code) => row([code], [code], [value(9)])),
})
const seats = names.members('region1').map((member, at) => ({ ...member, seat: { lon: 107 + at, lat: 29 } }))
const BOUNDARIES = {
  type: 'Topology' as const,
  bbox: [107, 28, 109, 29] as [number, number, number, number],
  arcs: [
    [
      [107, 28],
      [108, 28],
      [108, 29],
      [107, 29],
      [107, 28],
    ],
    [
      [108, 28],
      [109, 28],
      [109, 29],
      [108, 29],
      [108, 28],
    ],
  ],
  objects: {
    areas: {
      type: 'GeometryCollection' as const,
      geometries: ['A', 'B'].map((id, arc) => ({
        ...{ type: 'MultiPolygon' as const, id, arcs: [[[arc]]], properties: { name: id } },
      })),
    },
  },
}
const setting = (clusters: readonly Cluster[]) => ({
  ...{ table: answer, names: { ...names, members: () => seats }, t, clusters, picked: () => [] },
  ground: () => ({ boundaries: BOUNDARIES, reviewNumber: '', schematic: '示意图' }),
})
const drawn = (clusters: readonly Cluster[], layout: LayoutKind) =>
  prepareMap(setting(clusters), 'received', 'value', layout)

function svgOf(clusters: readonly Cluster[], layout: LayoutKind, height = 300): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 400, height })
  chart.setOption({ ...territoryOption(drawn(clusters, layout), LIGHT), tooltip: undefined })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

describe('clusters on a map', () => {
  it('are numbered in their order, those of the period alone, with all that is said of each', () => {
    const before = cluster({ id: 'c0', from: '2025-10-01', to: '2025-12-31' })
    const elsewhere = cluster({ id: 'c3', regions: ['X'] })
    const { clusters } = drawn([before, cluster(), cluster({ id: 'c2', level: 'watch' }), elsewhere], 'tiles')
    expect(clusters.map(({ id, number, isAlert, places }) => [id, number, isAlert, places])).toEqual([
      ['c1', 1, true, [1, 0]],
      ['c2', 2, false, [1, 0]],
    ])
    expect(clusters[0]?.text).toBe(
      '聚集1 甲镇一带举报聚集（2026-10-12 — 2026-10-25）：实收 17 件，应有 5.2 件左右，是其 3.2 倍（95%区间 1.6–5.9），p = 0.002；仅凭偶然，全区约6年才会出现一次',
    )
  })

  it('are said by the areas in them and by the sentence, and by no others', () => {
    const { marks } = drawn([cluster({ regions: ['B'] })], 'tiles')
    expect(marks.map(({ lines }) => lines.some((line) => line.includes('聚集1')))).toEqual([false, true])
    const titled = {
      figure: { kind: 'map', measure: 'received', view: 'value', layout: null } as const,
      name: '区域',
    }
    expect(sentenceOf(titled, setting([cluster()]))).toContain('图上圈出 1 处时空聚集：聚集1')
    expect(sentenceOf(titled, setting([]))).not.toContain('聚集')
  })

  it('keep to themselves what is hidden', () => {
    const [only] = drawn([cluster({ observed: null, expected: null, ratio: null })], 'tiles').clusters
    expect(only?.text).toBe('聚集1 甲镇一带举报聚集（2026-10-12 — 2026-10-25）：已隐去')
  })

  it.each(['tiles', 'points', 'polygons'] as const)('are ringed and numbered on a map of %s', (layout) => {
    const [without, alert, watch] = [[], [cluster()], [cluster({ level: 'watch' })]].map((clusters) =>
      svgOf(clusters, layout),
    )
    expect(without).not.toContain(LIGHT.alarm)
    expect(alert?.split(`stroke="${LIGHT.alarm}"`).length).toBe(3)
    expect(alert).toMatch(/<text[^>]*>1<\/text>/)
    expect(watch).toContain('stroke-dasharray="6,4"')
  })

  it('leave out of small areas what would run over them: the number first, then the name', () => {
    const told = [300, 40, 16].map((height) =>
      [...svgOf([], 'tiles', height).matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text),
    )
    expect(told).toEqual([['甲镇', '9', '乙镇', '9'], ['甲镇', '乙镇'], []])
  })
})
