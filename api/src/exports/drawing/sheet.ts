import type { Names } from '@fengsui/charts/answer'
import { modelOf } from '@fengsui/charts/figure'
import { formatNumber, type Translate } from '@fengsui/charts/format'
import { gridOf, type Grid } from '@fengsui/charts/grid'
import type { ChartModel } from '@fengsui/charts/model'
import type { Setting } from '@fengsui/charts/prepare/mark'
import { subtitleOf, titleOf } from '@fengsui/charts/telling'
import type { LabelledPeriod, Table } from '../../query/table.js'
import type { Edition, Paper } from '../paper.js'
import type { Spoken } from './spoken.js'

/** A paper with everything put into words: what each kind of file lays out in its own way. */
export interface Sheet {
  readonly title: string
  readonly subtitle: string
  /** Label and text: 期间, 数据截至, 口径, 来源, n, 筛选, 说明, 导出. */
  readonly head: readonly (readonly [string, string])[]
  /** 演示数据, '' where the data is real. */
  readonly badge: string
  readonly model: ChartModel | null
  readonly grid: Grid
}

/** Puts an answer into words. It was asked as leaving the office, so that small cells are hidden in it. */
export function sheetOf(paper: Paper, edition: Edition, { names, t }: Spoken): Sheet {
  const { figure, table, name } = paper
  const { annotations, catalogue, office } = edition
  const ground = (dimension: string) =>
    catalogue.grounds[dimension] ?? { boundaries: null, reviewNumber: '', schematic: office.mapNote }
  const { clusters } = paper
  const setting: Setting = { table, names, t, annotations, clusters, ground, picked: () => [] }
  const model = figure && modelOf(figure, setting)
  const listed = listedRows(table)
  return {
    title: paper.title ?? (figure ? titleOf({ figure, name }, setting) : name),
    subtitle: figure ? subtitleOf({ figure, name }, setting) : axesOf(table, names, t),
    head: headOf(paper, edition, model, { names, t }),
    badge: edition.office.demo ? t('export.demo') : '',
    model,
    grid: gridOf({ ...table, rows: listed }, { catalogue: names, t, annotations }, paper.sides),
  }
}

function axesOf(table: Table, names: Names, t: Translate): string {
  const measures = table.measures.map((id) => names.measure(id).label).join(t('list.names'))
  const axes = table.dimensions.map((id) => names.dimension(id)?.label ?? id).join(' × ')
  return [axes, measures, table.period.label].filter(Boolean).join(' · ')
}

function headOf(
  { table, filters }: Paper,
  { catalogue, mark, office }: Edition,
  model: ChartModel | null,
  { t }: Spoken,
): Sheet['head'] {
  const formulas = table.measures.flatMap((id) => {
    const entry = catalogue.measures[id]
    if (!entry) return []
    const { label, formula, basis } = entry
    return t('list.pair', { name: label, text: t('list.aside', { text: formula, aside: basis }) })
  })
  const happened =
    model && 'notes' in model
      ? model.notes.filter(({ kind }) => kind !== 'holiday').map(({ words }) => words)
      : []
  const clusters = model?.kind === 'territory' ? model.clusters.map(({ text }) => text) : []
  const notes = notesOf(table, catalogue, office, model, t)
  return [
    [t('export.office'), office.name],
    [t('export.period'), dated(table.period, t)],
    ...table.comparedPeriods.map((one) => [one.label, dated(one.period, t)] as const),
    [t('export.asOf'), table.asOf],
    [t('export.formula'), formulas.join(t('list.parts'))],
    [t('export.cases'), t('export.n', { n: formatNumber(table.cases, 'cases') })],
    [t('export.source'), table.sources.join(t('list.names')) || '—'],
    [t('export.filters'), filters || t('export.noFilters')],
    ...(happened.length > 0 ? [[t('export.happened'), happened.join(t('list.parts'))] as const] : []),
    ...(clusters.length > 0 ? [[t('chart.clusters'), clusters.join(t('list.parts'))] as const] : []),
    [t('export.notes'), notes.join(t('list.parts')) || '—'],
    [t('export.made'), t('export.mark', { ...mark })],
  ]
}

function notesOf(
  table: Table,
  catalogue: Edition['catalogue'],
  office: Edition['office'],
  model: ChartModel | null,
  t: Translate,
): string[] {
  const unlisted = table.rows.length - listedRows(table).length
  /** What the head says in lines of its own. */
  const said = new Set([
    ...Object.values(catalogue.measures).map(({ label, formula }) =>
      t('export.equation', { label, formula }),
    ),
    ...table.comparedPeriods.map(({ label, period }) =>
      t('export.against', { comparison: label, period: period.label }),
    ),
  ])
  return [
    ...(office.demo ? [t('export.demoNote')] : []),
    ...(model?.kind === 'territory' ? [model.note, t('export.hatch')] : []),
    ...(model?.kind === 'matrix' && table.suppressed > 0 ? [t('export.dots')] : []),
    ...(table.suppressed > 0 ? [t('export.suppressed', { count: table.suppressed })] : []),
    ...(unlisted > 0 ? [t('export.unlisted', { count: unlisted })] : []),
    ...(table.leftOut > 0 ? [t('chart.leftOut', { count: table.leftOut })] : []),
    ...table.footnotes.filter((note) => !said.has(note)),
  ]
}

const dated = (period: LabelledPeriod, t: Translate): string =>
  t('list.aside', { text: period.label, aside: `${period.from} — ${period.to}` })

/**
 * The rows that are written. In a table of two dimensions most combinations may be hidden altogether: they would bury
 * the numbers, so they are counted in the notes instead. The greatest come first there.
 */
function listedRows(table: Table): Table['rows'] {
  if (table.dimensions.length < 2) return table.rows
  return table.rows
    .filter((row) => row.values.some((value) => value.value !== null))
    .toSorted((a, b) => (b.values[0]?.value ?? 0) - (a.values[0]?.value ?? 0))
}
