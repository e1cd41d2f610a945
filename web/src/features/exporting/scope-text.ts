import type { Speaking } from '../../catalogue/speaking'
import { codesOf, type Question } from '../../composables/question'
import type { Table } from '../../graphql/answer'

/** A question, and what is needed to put its answer into words. */
interface Asked extends Speaking {
  readonly screen: Question
}

/** What a printed page is about: period, what it is compared with, filters, as-of day, and that it is a demo. */
export function scopeText(table: Table, asked: Asked): string {
  const { catalogue, t } = asked
  const { period } = table
  const parts: [string, string][] = [
    [t('export.period'), t('list.aside', { text: period.label, aside: `${period.from} — ${period.to}` })],
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
