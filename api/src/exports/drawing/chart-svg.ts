import { drawingOf } from '@fengsui/charts/options/option'
import type { ChartModel, TerritoryModel } from '@fengsui/charts/model'
import { LIGHT } from '@fengsui/charts/palette'
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkAreaComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { emsOf } from './wrapped.js'

use([
  SVGRenderer,
  LineChart,
  BarChart,
  CustomChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  TitleComponent,
  LabelLayout,
])

/** Widths and heights are in pixels of 1/96 inch, so that text of 12 is 8 to 9 points on paper. */
const WIDTH = 620
/** A matrix has as many columns as names fit beside each other. */
const WIDE = 760
const MAP = { least: 300, most: 560 } as const

/** Little pictures beside each other (options/multiples.ts). */
const PANES = 4

interface Size {
  readonly width: number
  readonly height: number
}

/** A chart that is drawn: what is inside an SVG of its size. */
export interface DrawnChart extends Size {
  readonly svg: string
}

/** A line of the legend, and what of it a series takes beside its name. */
const LEGEND = { line: 24, symbol: 52, size: 12 } as const

/** The same picture as on the screen, light, for paper. */
export function drawChart(model: ChartModel): DrawnChart {
  const { option: drawn } = drawingOf(model, LIGHT)
  // Nobody points at paper.
  const option = { ...drawn, tooltip: undefined }
  const { width, height } = sizeOf(model)
  const more = (legendLines(model, width) - 1) * LEGEND.line
  const size = { width, height: height + more }
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption(option)
    if (more > 0) chart.setOption({ grid: { top: topOf(option) + more } })
    return { svg: innerSvg(chart.renderToSVGString()), ...size }
  } finally {
    chart.dispose()
  }
}

/** Where the plot begins, below one line of the legend. */
function topOf({ grid }: Pick<ReturnType<typeof drawingOf>['option'], 'grid'>): number {
  const top = Array.isArray(grid) ? undefined : grid?.top
  return typeof top === 'number' ? top : 0
}

/** How many lines the legend takes: ECharts breaks it and goes on drawing over the plot. */
function legendLines(model: ChartModel, width: number): number {
  if (model.kind !== 'trend' && model.kind !== 'columns') return 1
  let lines = 1
  let used = 0
  for (const { name } of model.series) {
    const wide = emsOf(name) * LEGEND.size + LEGEND.symbol
    if (used > 0 && used + wide > width) {
      lines += 1
      used = 0
    }
    used += wide
  }
  return lines
}

/** Without the element around it: a nested one is clipped, which doubles the work of drawing it in dots. */
const innerSvg = (svg: string): string => svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')

/** A map is as high as its areas are, within what fits a page. */
function mapHeight({ layout: { box } }: TerritoryModel): number {
  const [left, top, right, bottom] = box
  return Math.round(Math.min(MAP.most, Math.max(MAP.least, (WIDTH * (bottom - top)) / (right - left || 1))))
}

/** The height of a picture follows what is in it. */
function sizeOf(model: ChartModel): Size {
  switch (model.kind) {
    case 'bars':
      return { width: WIDTH, height: Math.max(150, model.marks.length * 26 + 20) }
    case 'matrix':
      return { width: WIDE, height: Math.max(240, model.rows.length * 30 + 70) }
    case 'territory':
      return { width: WIDTH, height: mapHeight(model) }
    case 'calendar':
      return { width: WIDE, height: 190 }
    case 'multiples':
      return { width: WIDE, height: Math.max(1, Math.ceil(model.panes.length / PANES)) * 136 }
    case 'slope':
      return { width: WIDTH, height: Math.max(300, model.marks.length * 26 + 60) }
    case 'stages':
      return { width: WIDTH, height: Math.max(150, model.stages.length * 40 + 20) }
    case 'funnel':
    case 'trend':
    case 'columns':
      return { width: WIDTH, height: 320 }
  }
}
