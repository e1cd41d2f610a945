import type { Table } from '../../graphql/answer'
import { codesOf } from '../../composables/screen'
import type { Situation } from '../overview/views'
import { gridOf, type Grid } from '../panels/grid'

/** What leaves the screen: the numbers, and everything that must stand beside them. */
export interface Sheet {
  readonly title: string
  /** Label and text: 期间, 数据截至, 口径, 来源, 筛选, 说明. */
  readonly head: readonly (readonly [string, string])[]
  readonly grid: Grid
}

/** @param table an answer that was asked with `leaving`, so that small cells are suppressed in it. */
export function sheetOf(table: Table, title: string, situation: Situation, isMap: boolean): Sheet {
  const { catalogue, t } = situation
  const { office } = catalogue
  const notes = [
    ...(office.demo ? [t('shell.demo')] : []),
    ...(isMap ? [office.mapNote, t('export.hatch')] : []),
    ...(table.suppressed > 0 ? [t('export.suppressed', { count: table.suppressed })] : []),
    ...(table.leftOut > 0 ? [t('chart.leftOut', { count: table.leftOut })] : []),
    ...table.footnotes,
  ]
  const formulas = table.measures.map((id) => {
    const entry = catalogue.measure(id)
    return `${entry.label}：${entry.formula}（${entry.basis}）`
  })
  const head: (readonly [string, string])[] = [
    [t('export.title'), title],
    [t('export.office'), office.name],
    [t('export.period'), `${table.period.label}（${table.period.from} — ${table.period.to}）`],
    ...table.comparedPeriods.map(
      (one) => [one.label, `${one.period.label}（${one.period.from} — ${one.period.to}）`] as const,
    ),
    [t('export.asOf'), table.asOf ?? '—'],
    [t('export.formula'), formulas.join('；')],
    [t('export.cases'), String(table.cases)],
    [t('export.source'), table.sources.join('、') || '—'],
    [t('export.filters'), filterText(situation) || t('export.noFilters')],
    [t('export.notes'), notes.join('；') || '—'],
  ]
  return { title, head, grid: gridOf(table, situation) }
}

/** The filters of the screen in words. */
export function filterText({ catalogue, screen, t }: Situation): string {
  return screen.filters
    .map(({ dimension }) => {
      const names = codesOf(screen, dimension).map((code) =>
        catalogue.nameOf(dimension, code, t('chart.unknown')),
      )
      return `${catalogue.dimension(dimension)?.label ?? dimension}：${names.join('、')}`
    })
    .join('；')
}
