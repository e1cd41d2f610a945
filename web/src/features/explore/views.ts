import { modelOf as drawnAs, type Figure } from '@fengsui/charts/figure'
import { withNotes } from '@fengsui/charts/telling'
import { formatNumber } from '@fengsui/charts/format'
import type { Speaking } from '../../catalogue/speaking'
import type { ChartModel } from '@fengsui/charts/model'
import type { Exploration } from '../../composables/exploration'
import type { Table } from '../../graphql/answer'
import { chartShown, shapeOf } from './shape'

/** Bars that can be read without a magnifying glass. */
const MOST_BARS = 24
const MOST_LINES = 5

export interface Exploring extends Speaking {
  readonly screen: Exploration
}

/** How an answer is drawn: by its own shape, since the question may be one ahead of it. Null: a table only. */
export function figureOf(table: Table, { catalogue, screen }: Exploring): Figure | null {
  const timed = table.buckets.length > 0
  const [lead] = table.measures
  const kind = chartShown(screen.chart, shapeOf(table, timed, catalogue))
  if (!lead || kind === 'table') return null
  switch (kind) {
    case 'line':
      return table.dimensions.length > 0
        ? { kind: 'lines', measure: lead }
        : { kind: 'trend', measures: inOneUnit(table, catalogue), chosen: null }
    case 'bar':
      return timed ? { kind: 'columns', measure: lead } : { kind: 'bars', measure: lead, most: MOST_BARS }
    case 'stacked':
      return { kind: 'columns', measure: lead }
    case 'matrix':
      return { kind: 'matrix', measure: lead }
    case 'funnel':
      return { kind: 'funnel', measure: lead }
  }
}

/** What is drawn of an answer; null: a table only. */
export function modelOf(table: Table, exploring: Exploring): ChartModel | null {
  const { annotations, catalogue, t } = exploring
  const figure = figureOf(table, exploring)
  return figure && drawnAs(figure, { table, names: catalogue, picked: () => [], t, annotations })
}

/** Measures that one axis can carry: those in the unit of the first. */
const inOneUnit = (table: Table, catalogue: Exploring['catalogue']) => {
  const unitOf = (id: Table['measures'][number]) => catalogue.measure(id).unit
  const [lead] = table.measures
  return table.measures.filter((id) => lead && unitOf(id) === unitOf(lead)).slice(0, MOST_LINES)
}

const axesOf = (table: Table, { catalogue, screen, t }: Exploring): string[] => [
  ...(table.buckets.length > 0
    ? [catalogue.grains.find(({ id }) => id === screen.grain)?.label ?? t('grid.bucket')]
    : []),
  ...table.dimensions.map((id) => catalogue.dimension(id)?.label ?? id),
]

/** What is asked, as the heading of its answer. */
export function titleOf(table: Table, exploring: Exploring): string {
  const { catalogue, t } = exploring
  const measures = table.measures.map((id) => catalogue.measure(id).label).join(t('list.names'))
  const axes = axesOf(table, exploring)
  return axes.length > 0 ? t('explore.title', { measures, axes: axes.join(' × ') }) : measures
}

/** One line under the heading: the period, and each one it is compared with. */
export const subtitleOf = (table: Table, { t }: Exploring): string =>
  [
    table.period.label,
    ...table.comparedPeriods.map(({ label, period }) => t('list.pair', { name: label, text: period.label })),
  ].join(' · ')

/** What the picture leaves to the table, '' if it shows everything. */
export function leftToTable(table: Table, model: ChartModel | null, exploring: Exploring): string {
  const { catalogue, t } = exploring
  const drawn =
    model?.kind === 'trend' && table.dimensions.length === 0
      ? inOneUnit(table, catalogue)
      : table.measures.slice(0, 1)
  const others = table.measures.filter((id) => !drawn.includes(id))
  const bars =
    model?.kind === 'bars' ? table.rows.length - model.marks.filter((mark) => !mark.isOthers).length : 0
  return [
    ...(model && others.length > 0
      ? [
          t('explore.inTable', {
            measures: others.map((id) => catalogue.measure(id).label).join(t('list.names')),
          }),
        ]
      : []),
    ...(bars > 0 ? [t('chart.leftOut', { count: bars })] : []),
  ].join(t('list.parts'))
}

/** A sentence for a screen reader. */
export const sentenceOf = (table: Table, exploring: Exploring): string =>
  withNotes(
    exploring.t('chart.sentence', {
      title: titleOf(table, exploring),
      subtitle: subtitleOf(table, exploring),
      rows: table.rows.length,
      n: formatNumber(table.cases, 'cases'),
    }),
    { ...exploring, table },
  )
