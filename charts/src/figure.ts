import { prepareAnsweredBars, prepareBars } from './prepare/bars.js'
import { prepareCalendar } from './prepare/calendar.js'
import { prepareColumns } from './prepare/columns.js'
import { prepareFunnel } from './prepare/funnel.js'
import { prepareLines } from './prepare/lines.js'
import { prepareMap } from './prepare/map.js'
import type { Setting } from './prepare/mark.js'
import { prepareMatrix } from './prepare/matrix.js'
import { prepareMultiples } from './prepare/multiples.js'
import { prepareSlope } from './prepare/slope.js'
import { prepareStages } from './prepare/stages.js'
import { prepareTrend } from './prepare/trend.js'
import type { Row, Table } from './answer.js'
import type { ChartModel } from './model.js'
import type { LayoutKind } from './territory/layout.js'
import type { View } from './territory/scale.js'

/**
 * How an answer is to be drawn, as plain data: it stands in addresses, in saved baskets and in orders of files, and
 * means the same picture everywhere.
 */
export type Figure =
  /** Measures over time, all of the answer where none are named, and the first one's line of the year before. */
  | {
      readonly kind: 'trend'
      readonly measures: readonly string[] | null
      readonly chosen: { readonly from: string; readonly to: string } | null
    }
  /** One measure over time, a line for each member. */
  | { readonly kind: 'lines'; readonly measure: string }
  /** Bars in the order of the answer. */
  | { readonly kind: 'bars'; readonly measure: string; readonly most: number }
  /** Bars that are ranked here: the most first, or the least of what had better be more. */
  | {
      readonly kind: 'ranked'
      readonly measure: string
      readonly most: number
      /** Leaves out members of which there is no case. */
      readonly onlyWithCases: boolean
    }
  | { readonly kind: 'columns'; readonly measure: string }
  | { readonly kind: 'matrix'; readonly measure: string }
  /** One measure day by day. */
  | { readonly kind: 'calendar'; readonly measure: string }
  /** One measure over time, a little picture for each of the first members. */
  | { readonly kind: 'multiples'; readonly measure: string; readonly most: number }
  /** One measure of each member, from the first compared period to this one. */
  | { readonly kind: 'slope'; readonly measure: string; readonly most: number }
  /** A rate of each member against the number of its cases. */
  | { readonly kind: 'funnel'; readonly measure: string }
  /** All measures of the total, each as a part of the first. */
  | { readonly kind: 'stages' }
  /** A map of regions; `layout` null: the best that can be drawn of them. */
  | {
      readonly kind: 'map'
      readonly measure: string
      readonly view: View
      readonly layout: LayoutKind | null
      /** With the clusters in space and time of its period, where whoever draws knows them. */
      readonly clusters?: boolean | undefined
    }

export type FigureKind = Figure['kind']

/** The rows that a picture is of, all of which it shows if there is room. */
export function rowsOf(figure: Figure, table: Table): readonly Row[] {
  if (figure.kind !== 'ranked' || !figure.onlyWithCases) return table.rows
  const at = table.measures.indexOf(figure.measure)
  return table.rows.filter((row) => (row.values[at]?.n ?? 0) > 0)
}

/** What is drawn of an answer. */
export function modelOf(figure: Figure, setting: Setting): ChartModel {
  const { table } = setting
  switch (figure.kind) {
    case 'trend':
      return prepareTrend(setting, figure.measures ?? table.measures, figure.chosen)
    case 'lines':
      return prepareLines(setting, figure.measure)
    case 'bars':
      return prepareAnsweredBars(setting, figure.measure, figure.most)
    case 'ranked':
      return prepareBars(
        { ...setting, table: { ...table, rows: rowsOf(figure, table) } },
        figure.measure,
        figure.most,
      )
    case 'columns':
      return prepareColumns(setting, figure.measure)
    case 'matrix':
      return prepareMatrix(setting, figure.measure)
    case 'calendar':
      return prepareCalendar(setting, figure.measure)
    case 'multiples':
      return prepareMultiples(setting, figure.measure, figure.most)
    case 'slope':
      return prepareSlope(setting, figure.measure, figure.most)
    case 'funnel':
      return prepareFunnel(setting, figure.measure)
    case 'stages':
      return prepareStages(setting)
    case 'map':
      return prepareMap(setting, figure.measure, figure.view, figure.layout)
  }
}
