import type { ClusterMark, TerritoryModel } from '@fengsui/charts/model'
import { clusterLook } from '@fengsui/charts/options/clusters'
import { tileName } from '@fengsui/charts/options/tile-name'
import { LIGHT, inkOn } from '@fengsui/charts/palette'
import { type Fit, type Outline, type Place, boxOf, fit, toPixels } from '@fengsui/charts/territory/plane'
import { colourOf } from '@fengsui/charts/territory/scale'
import { SLIDE, type Frame, type Slide, hex } from './pptx-slide.js'

type Mark = TerritoryModel['marks'][number]

/** The library draws it; its types do not know it. */
const OUTLINE = 'custGeom' as string as Parameters<Slide['addShape']>[0]
const ELLIPSE = 'ellipse' as string as Parameters<Slide['addShape']>[0]
/** Inches. */
const SIGN = 0.2
const POINT = { radius: 0.11, margin: 0.6 } as const
const LABEL = { width: 1, height: 0.42, character: 0.13 } as const

/** A map of shapes that can be edited: an outline for each area, its name and number where there is room for them. */
export function addTerritory(
  slide: Slide,
  { layout, marks, scale, labelled, clusters }: TerritoryModel,
  frame: Frame,
): void {
  const inner = fit(layout.box, frame.w, frame.h, layout.kind === 'points' ? POINT.margin : 0)
  const to = { ...inner, dx: inner.dx + frame.x, dy: inner.dy + frame.y }
  marks.forEach((mark, at) => {
    const outline = layout.outlines[at]
    if (!outline) return
    const area = mark.drawn === null ? LIGHT.empty : colourOf(LIGHT, scale, mark.drawn)
    addArea(slide, outline, to, mark, area)
    if (labelled) addLabel(slide, outline, to, mark, area)
  })
  for (const cluster of clusters.toReversed()) addCluster(slide, cluster, layout.outlines, to)
}

function addArea(slide: Slide, { polygons, centre }: Outline, to: Fit, mark: Mark, area: string): void {
  const style = {
    fill: { color: hex(area) },
    line: {
      color: hex(mark.drawn === null ? LIGHT.muted : LIGHT.line),
      width: 0.75,
      dashType: mark.drawn === null ? ('dash' as const) : ('solid' as const),
    },
    altText: `${mark.label} ${mark.text}`,
  }
  if (polygons.length === 0) {
    const [x, y] = toPixels(centre, to)
    const { radius } = POINT
    slide.addShape('ellipse', { ...style, x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius })
  }
  for (const rings of polygons) {
    const placed = rings.map((ring) => ring.map((place) => toPixels(place, to)))
    const [left, top, right, bottom] = boxOf(placed.flat())
    const points = placed.flatMap((ring) => pathOf(ring, left, top))
    slide.addShape(OUTLINE, { ...style, x: left, y: top, w: right - left, h: bottom - top, points })
  }
}

/** A ring around each area of a cluster, and its number at the one in the middle. */
function addCluster(slide: Slide, cluster: ClusterMark, outlines: readonly Outline[], to: Fit): void {
  const { colour, dash } = clusterLook(cluster, LIGHT)
  const line = {
    color: hex(colour),
    width: 2.25,
    dashType: dash.length > 0 ? ('dash' as const) : ('solid' as const),
  }
  const areas = cluster.places.flatMap((place) => outlines[place] ?? [])
  for (const { polygons, centre } of areas) {
    if (polygons.length === 0) {
      const [x, y] = toPixels(centre, to)
      const radius = 1.5 * POINT.radius
      slide.addShape('ellipse', { line, x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius })
    }
    for (const [shell = []] of polygons) {
      const ring = shell.map((place) => toPixels(place, to))
      const [left, top, right, bottom] = boxOf(ring)
      const points = pathOf(ring, left, top)
      slide.addShape(OUTLINE, { line, x: left, y: top, w: right - left, h: bottom - top, points })
    }
  }
  const [middle] = areas
  if (!middle) return
  const [x, y] = toPixels([middle.box[0], middle.box[1]], to)
  slide.addText(String(cluster.number), {
    ...{ shape: ELLIPSE, x: x - SIGN / 2, y: y - SIGN / 2, w: SIGN, h: SIGN, margin: 0 },
    ...{ align: 'center', valign: 'middle', fontSize: 9, bold: true, fontFace: SLIDE.font },
    ...{ color: hex(inkOn(colour)), fill: { color: hex(colour) } },
  })
}

/** One closed line, in inches from the corner of its shape. */
function pathOf(ring: readonly Place[], left: number, top: number) {
  const line = ring.map(([x, y], at) => ({ x: x - left, y: y - top, ...(at === 0 && { moveTo: true }) }))
  return [...line, { close: true as const }]
}

/** Few cases are marked, as they are hatched elsewhere. */
function addLabel(slide: Slide, { box, centre, polygons }: Outline, to: Fit, mark: Mark, area: string): void {
  const isPoint = polygons.length === 0
  const name = tileName(mark.label)
  const room = (box[2] - box[0]) * to.scale
  const needed = Math.max(...name.split('\n').map((line) => line.length * LABEL.character))
  if (!isPoint && room < needed) return
  const [x, y] = toPixels(centre, to)
  const number = mark.few ? `${mark.text} ▨` : mark.text
  slide.addText(
    [
      { text: name, options: { fontSize: 9, breakLine: true } },
      { text: number, options: { fontSize: 10, bold: mark.drawn !== null } },
    ],
    {
      x: x - LABEL.width / 2,
      y: isPoint ? y + POINT.radius : y - LABEL.height / 2,
      w: LABEL.width,
      h: LABEL.height,
      margin: 0,
      align: 'center',
      valign: 'middle',
      color: hex(isPoint || mark.drawn === null ? LIGHT.text : inkOn(area)),
      fontFace: SLIDE.font,
    },
  )
}
