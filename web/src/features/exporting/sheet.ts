import type { Speaking } from '../../catalogue/speaking'
import type { ChartModel } from '@fengsui/charts/model'
import { codesOf, type Question } from '../../composables/question'
import type { Table } from '../../graphql/answer'
import type { Unit } from '../../graphql/generated/graphql'
import type { Side } from '../panels/fields'
import { gridOf, USUAL_SIDES, type Grid } from '../panels/grid'

/** A question, and what is needed to put its answer into words. */
export interface Asked extends Speaking {
  readonly screen: Question
}

/** What leaves the screen: the numbers, and everything that must stand beside them. */
export interface Sheet {
  readonly title: string
  /** Label and text: 期间, 数据截至, 口径, 来源, 筛选, 说明. */
  readonly head: readonly (readonly [string, string])[]
  readonly grid: Grid
  /** Texts in the language of the sheet: its name, the units after a column's head, `name: text`. */
  readonly words: {
    readonly sheet: string
    readonly units: Readonly<Partial<Record<Unit | 'points', string>>>
    readonly pair: (name: string, text: string) => string
  }
}

/**
 * @param table an answer that was asked with `leaving`, so that small cells are suppressed in it.
 * @param mapNote what must stand on a map: its review number, or that it is 示意图.
 */
export function sheetOf(
  table: Table,
  title: string,
  asked: Asked,
  kind: ChartModel['kind'] | null,
  sides: readonly Side[] = USUAL_SIDES,
  mapNote: string = asked.catalogue.office.mapNote,
): Sheet {
  const { catalogue, t } = asked
  const { office } = catalogue
  const listed = listedRows(table)
  const unlisted = table.rows.length - listed.length
  const notes = [
    ...(office.demo ? [t('shell.demo')] : []),
    ...(kind === 'tiles' || kind === 'territory' ? [mapNote, t('export.hatch')] : []),
    ...(kind === 'matrix' && table.suppressed > 0 ? [t('export.dots')] : []),
    ...(table.suppressed > 0 ? [t('export.suppressed', { count: table.suppressed })] : []),
    ...(unlisted > 0 ? [t('export.unlisted', { count: unlisted })] : []),
    ...(table.leftOut > 0 ? [t('chart.leftOut', { count: table.leftOut })] : []),
    ...table.footnotes,
  ]
  const formulas = table.measures.map((id) => {
    const entry = catalogue.measure(id)
    return t('list.pair', {
      name: entry.label,
      text: t('list.aside', { text: entry.formula, aside: entry.basis }),
    })
  })
  const head: (readonly [string, string])[] = [
    [t('export.title'), title],
    [t('export.office'), office.name],
    [t('export.period'), dated(table.period, t)],
    ...table.comparedPeriods.map((one) => [one.label, dated(one.period, t)] as const),
    [t('export.asOf'), table.asOf ?? '—'],
    [t('export.formula'), formulas.join(t('list.parts'))],
    [t('export.cases'), String(table.cases)],
    [t('export.source'), table.sources.join(t('list.names')) || '—'],
    [t('export.filters'), filterText(asked) || t('export.noFilters')],
    [t('export.notes'), notes.join(t('list.parts')) || '—'],
  ]
  const words = {
    sheet: t('export.sheet'),
    units: {
      percent: t('export.percent'),
      days: t('export.days'),
      yuan: t('export.yuan'),
      per10k: t('export.per10k'),
      per100: t('export.per100'),
    },
    pair: (name: string, text: string) => t('list.pair', { name, text }),
  }
  return { title, head, grid: gridOf({ ...table, rows: listed }, asked, sides), words }
}

const dated = (period: Table['period'], t: Asked['t']) =>
  t('list.aside', { text: period.label, aside: `${period.from} — ${period.to}` })

/**
 * The rows that are written. In a table of two dimensions most combinations may be hidden altogether: they would bury
 * the numbers, so they are counted in the notes instead. The greatest come first there.
 */
function listedRows(table: Table): Table['rows'] {
  if (table.dimensions.length < 2) return table.rows
  return table.rows
    .filter((row) => row.values.some((value) => value.value !== null))
    .sort((a, b) => (b.values[0]?.value ?? 0) - (a.values[0]?.value ?? 0))
}

/** What a printed page is about: period, what it is compared with, filters, as-of day, and that it is a demo. */
export function scopeText(table: Table, asked: Asked): string {
  const { catalogue, t } = asked
  const parts: [string, string][] = [
    [t('export.period'), dated(table.period, t)],
    ...table.comparedPeriods.map((one): [string, string] => [one.label, one.period.label]),
    [t('export.filters'), filterText(asked) || t('export.noFilters')],
    [t('export.asOf'), table.asOf ?? '—'],
    ...(catalogue.office.demo ? [[t('export.notes'), t('shell.demoNote')] as [string, string]] : []),
  ]
  return parts.map(([name, text]) => t('list.pair', { name, text })).join(t('list.parts'))
}

/** The filters of the screen in words. */
function filterText({ catalogue, screen, t }: Asked): string {
  return screen.filters
    .map(({ dimension }) => {
      const names = codesOf(screen, dimension).map((code) =>
        catalogue.nameOf(dimension, code, t('chart.unknown')),
      )
      return t('list.pair', {
        name: catalogue.dimension(dimension)?.label ?? dimension,
        text: names.join(t('list.names')),
      })
    })
    .join(t('list.parts'))
}
