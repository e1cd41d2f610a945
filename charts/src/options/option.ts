import type { EChartsOption } from 'echarts'
import type { Palette } from '../palette.js'
import type { ChartModel } from '../model.js'
import { barsOption } from './bars.js'
import { calendarOption } from './calendar.js'
import { columnsOption } from './columns.js'
import { funnelOption } from './funnel.js'
import { matrixOption } from './matrix.js'
import { multiplesOption } from './multiples.js'
import { slopeOption } from './slope.js'
import { stagesOption } from './stages.js'
import { territoryOption } from './territory.js'
import { trendOption } from './trend.js'
import { stopsOf, type Stop } from '../walking.js'

/** Kinds that need parts of ECharts which all others do without: points, titles of panes, labels that make room. */
const RARE: ReadonlySet<ChartModel['kind']> = new Set(['funnel', 'multiples'])

/** A map of more areas than this is painted: as many elements of a page, or of a scene, would make it slow. */
const MOST_ELEMENTS = 200

/** Is a map of so many areas painted? */
export const arePainted = (areas: number): boolean => areas > MOST_ELEMENTS

/** What Drawn.vue needs: the option, and the points of its picture. */
export interface Drawing {
  readonly option: EChartsOption
  /** What is drawn: a point of the picture is one of its marks. */
  readonly model: ChartModel
  /** The colours that it is drawn in. */
  readonly palette: Palette
  /** Is it of a kind that few pages have? */
  readonly rare: boolean
  /** Is it painted (paint.ts), since it has very many marks? */
  readonly painted: boolean
  /** Where one can stop on a walk by keyboard. */
  readonly stops: readonly Stop[]
}

export const drawingOf = (model: ChartModel, palette: Palette): Drawing => ({
  option: optionOf(model, palette),
  model,
  palette,
  rare: RARE.has(model.kind),
  painted: model.kind === 'territory' && arePainted(model.marks.length),
  stops: stopsOf(model),
})

function optionOf(model: ChartModel, palette: Palette): EChartsOption {
  switch (model.kind) {
    case 'bars':
      return barsOption(model, palette)
    case 'matrix':
      return matrixOption(model, palette)
    case 'columns':
      return columnsOption(model, palette)
    case 'calendar':
      return calendarOption(model, palette)
    case 'multiples':
      return multiplesOption(model, palette)
    case 'slope':
      return slopeOption(model, palette)
    case 'funnel':
      return funnelOption(model, palette)
    case 'stages':
      return stagesOption(model, palette)
    case 'territory':
      return territoryOption(model, palette)
    case 'trend':
      return trendOption(model, palette)
  }
}
