import { formatNumber } from '@fengsui/charts/format'
import type { Grid } from '@fengsui/charts/grid'
import type { Table } from '../../query/table.js'
import type { Edition, ListPaper } from '../paper.js'
import type { Sheet } from './sheet.js'
import type { Spoken } from './spoken.js'

/** A list put into words; it was asked as leaving, so that what must not leave is not in it. */
export function listSheetOf(list: ListPaper, edition: Edition, spoken: Spoken): Sheet {
  return list.holds === 'cases' ? caseSheetOf(list, edition, spoken) : standardsSheetOf(list, edition, spoken)
}

function standardsSheetOf(
  { title, columns, rows }: ListPaper,
  { office, mark }: Edition,
  { t }: Spoken,
): Sheet {
  return {
    title,
    subtitle: t('export.standardsSubtitle', { count: rows.length }),
    head: [
      [t('export.office'), office.name],
      [t('export.notes'), t('export.standardsNote')],
      [t('export.made'), t('export.mark', { ...mark })],
    ],
    badge: '',
    model: null,
    grid: { columns, rows: rows.map(rowOf) },
  }
}

function caseSheetOf(list: ListPaper, { office, mark }: Edition, { t }: Spoken): Sheet {
  const { title, columns, rows, asOf, total, filters, withheld } = list
  const notes = [
    ...(office.demo ? [t('export.demoNote')] : []),
    t('export.listNote'),
    ...(rows.length < total ? [t('export.listCut', { shown: rows.length, total })] : []),
    ...(withheld > 0 ? [t('export.listWithheld', { count: withheld })] : []),
  ]
  return {
    title,
    subtitle: t('export.listSubtitle', { asOf, count: formatNumber(total, 'cases') }),
    head: [
      [t('export.office'), office.name],
      [t('export.asOf'), asOf],
      [t('export.cases'), t('export.n', { n: formatNumber(total, 'cases') })],
      [t('export.filters'), filters || t('export.noFilters')],
      [t('export.notes'), notes.join(t('list.parts'))],
      [t('export.made'), t('export.mark', { ...mark })],
    ],
    badge: office.demo ? t('export.demo') : '',
    model: null,
    grid: { columns, rows: rows.map(rowOf) },
  }
}

const rowOf = (cells: ListPaper['rows'][number]): Grid<Table>['rows'][number] => ({
  place: 'member',
  row: NO_ROW,
  cells,
  texts: cells.map(String),
  origins: cells.map(() => null),
})

/** A row of a list stands for no row of an answer. */
const NO_ROW: Table['rows'][number] = { keys: [], labels: [], bucket: null, values: [] }
