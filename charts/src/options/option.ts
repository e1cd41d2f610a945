import type { EChartsOption } from 'echarts'
import type { Palette } from '../palette.js'
import type { ChartModel } from '../model.js'
import { barsOption } from './bars.js'
import { calendarOption } from './calendar.js'
import { columnsOption } from './columns.js'
import { matrixOption } from './matrix.js'
import { multiplesOption } from './multiples.js'
import { slopeOption } from './slope.js'
import { stagesOption } from './stages.js'
import { territoryOption } from './territory.js'
import { tileShapes, tilesOption } from './tiles.js'
import { trendOption } from './trend.js'
import { stopsOf, type Stop } from '../walking.js'

/** What Drawn.vue needs: the option, the shapes of its map if it is one, and the points of its picture. */
export interface Drawing {
  readonly option: EChartsOption
  readonly map: { readonly name: string; readonly shapes: ReturnType<typeof tileShapes> } | null
  /** Where one can stop on a walk by keyboard. */
  readonly stops: readonly Stop[]
}

export const drawingOf = (model: ChartModel, palette: Palette): Drawing => ({
  ...pictureOf(model, palette),
  stops: stopsOf(model),
})

function pictureOf(model: ChartModel, palette: Palette): Omit<Drawing, 'stops'> {
  switch (model.kind) {
    case 'bars':
      return { option: barsOption(model, palette), map: null }
    case 'matrix':
      return { option: matrixOption(model, palette), map: null }
    case 'columns':
      return { option: columnsOption(model, palette), map: null }
    case 'calendar':
      return { option: calendarOption(model, palette), map: null }
    case 'multiples':
      return { option: multiplesOption(model, palette), map: null }
    case 'slope':
      return { option: slopeOption(model, palette), map: null }
    case 'stages':
      return { option: stagesOption(model, palette), map: null }
    case 'territory':
      return { option: territoryOption(model, palette), map: null }
    case 'trend':
      return { option: trendOption(model, palette), map: null }
    case 'tiles':
      // A grid of no tiles has no extent, which ECharts cannot fit into a picture.
      if (model.marks.length === 0) return { option: { animation: false }, map: null }
      return {
        option: tilesOption(model, palette),
        map: { name: model.map, shapes: tileShapes(model) },
      }
  }
}
