import type { CustomSeriesOption } from 'echarts'
import type { ClusterMark, TerritoryModel } from '../model.js'
import { FONT, inkOn, type Palette } from '../palette.js'
import { type Fit, type Outline, toPixels } from '../territory/plane.js'
import type { Laying } from './lay.js'

/** The sign with the number of a cluster, in pixels. */
const SIGN = 9
const LINE = { width: 2.6, halo: 5.5, ring: 5 } as const

/** Where the sign of a cluster stands: in the corner of its middle area, over a name, beside a point. */
function signPlace(
  { polygons, centre, box }: Outline,
  kind: TerritoryModel['layout']['kind'],
  to: Fit,
  radius: number,
) {
  if (polygons.length === 0) {
    const [x, y] = toPixels(centre, to)
    return [x + radius, y - radius] as const
  }
  if (kind === 'polygons') {
    const [x, y] = toPixels(centre, to)
    return [x, y - 26] as const
  }
  const [x, y] = toPixels([box[0], box[1]], to)
  return [x + SIGN + 1, y + SIGN + 1] as const
}

/** Line and colour of a cluster: 提醒 solid, 关注 dashed. */
export const clusterLook = ({ isAlert }: Pick<ClusterMark, 'isAlert'>, palette: Palette) => ({
  colour: isAlert ? palette.alarm : palette.text,
  dash: isAlert ? [] : [6, 4],
})

/** The shapes of a cluster in the order in which they are drawn: rings with a halo, and the sign with its number. */
export function clusterShapes(
  cluster: ClusterMark,
  { clusters, layout }: TerritoryModel,
  palette: Palette,
  { to, radius }: Laying,
) {
  const { colour, dash } = clusterLook(cluster, palette)
  const areas = cluster.places.flatMap((place) => layout.outlines[place] ?? [])
  const rings = areas.flatMap((outline) => ringsOf(outline, to, radius))
  const stroke = (style: ClusterLine) =>
    rings.map((ring) => ({ ...ring, style: { fill: 'none', lineJoin: 'round' as const, ...style } }))
  const [middle] = areas
  const [x, y] = middle ? signPlace(middle, layout.kind, to, radius) : [0, 0]
  const before = clusters.filter(
    ({ number, places }) => number < cluster.number && places[0] === cluster.places[0],
  ).length
  const at = { x: x + before * 2 * SIGN, y }
  return {
    lines: [
      ...stroke({ stroke: palette.panel, lineWidth: LINE.halo, opacity: 0.85 }),
      ...stroke({ stroke: colour, lineWidth: LINE.width, lineDash: dash }),
    ],
    sign: {
      type: 'circle' as const,
      shape: { cx: at.x, cy: at.y, r: SIGN },
      style: { fill: colour, stroke: palette.panel, lineWidth: 1.5 },
    },
    number: {
      type: 'text' as const,
      style: {
        ...at,
        text: String(cluster.number),
        fill: inkOn(colour),
        font: `bold 11px ${FONT}`,
        align: 'center' as const,
        verticalAlign: 'middle' as const,
      },
    },
  }
}

interface ClusterLine {
  readonly stroke: string
  readonly lineWidth: number
  readonly opacity?: number
  readonly lineDash?: number[]
}

/** The clusters of a map as they lie over each other: those of later numbers under those of earlier ones. */
export const inLayers = (clusters: readonly ClusterMark[]): readonly ClusterMark[] => clusters.toReversed()

/**
 * Rings around the areas of clusters, over the map: the colours below say the measure, the rings what stands together.
 *
 * @param lay how the map lies on a picture of some size.
 */
export function clusterSeries(
  model: TerritoryModel,
  palette: Palette,
  lay: (width: number, height: number) => Laying,
): CustomSeriesOption[] {
  const layers = inLayers(model.clusters)
  if (layers.length === 0) return []
  return [
    {
      type: 'custom',
      coordinateSystem: 'none',
      silent: true,
      z: 4,
      tooltip: { show: false },
      data: layers.map((_, at) => layers.length - 1 - at),
      renderItem: (params, api) => {
        const cluster = layers[params.dataIndex]
        if (!cluster) return null
        const laid = lay(api.getWidth(), api.getHeight())
        const { lines, sign, number } = clusterShapes(cluster, model, palette, laid)
        return { type: 'group', children: [...lines, sign, number] }
      },
    },
  ]
}

type Ring =
  | { readonly type: 'circle'; readonly shape: { cx: number; cy: number; r: number } }
  | { readonly type: 'polygon'; readonly shape: { points: number[][] } }

function ringsOf({ polygons, centre }: Outline, to: Fit, radius: number): Ring[] {
  if (polygons.length === 0) {
    const [cx, cy] = toPixels(centre, to)
    return [{ type: 'circle', shape: { cx, cy, r: radius + LINE.ring } }]
  }
  return polygons.map(([shell = []]) => ({
    type: 'polygon',
    shape: { points: shell.map((place) => [...toPixels(place, to)]) },
  }))
}
