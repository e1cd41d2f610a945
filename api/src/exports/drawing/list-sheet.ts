import { formatNumber } from '@fengsui/charts/format'
import type { Grid } from '@fengsui/charts/grid'
import type { Table } from '../../query/table.js'
import type { Edition, ListPaper } from '../paper.js'
import type { Sheet } from './sheet.js'
import type { Spoken } from './spoken.js'

/** A list put into words; it was asked as leaving, so that what must not leave is not in it. */
export function listSheetOf(list: ListPaper, edition: Edition, spoken: Spoken): Sheet {
  return list.holds === 'standards'
    ? standardsSheetOf(list, edition, spoken)
    : caseSheetOf(list, edition, spoken)
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
    grid: { columns, rows: rows.map((cells) => rowOf(cells, columns)) },
  }
}

function caseSheetOf(list: ListPaper, { office, mark }: Edition, { t }: Spoken): Sheet {
  const { title, about, columns, rows, asOf, total, filters, withheld } = list
  const ofCases = [
    t('export.listNote'),
    ...(rows.length < total ? [t('export.listCut', { shown: rows.length, total })] : []),
    ...(withheld > 0 ? [t('export.listWithheld', { count: withheld })] : []),
  ]
  const notes = [...(office.demo ? [t('export.demoNote')] : []), ...(about?.notes ?? ofCases)]
  const counted: Sheet['head'] = [
    [t('export.cases'), t('export.n', { n: formatNumber(total, 'cases') })],
    [t('export.filters'), filters || t('export.noFilters')],
  ]
  return {
    title,
    subtitle: about?.subtitle ?? t('export.listSubtitle', { asOf, count: formatNumber(total, 'cases') }),
    head: [
      [t('export.office'), office.name],
      [t('export.asOf'), asOf],
      ...(about ? [] : counted),
      [t('export.notes'), notes.join(t('list.parts'))],
      [t('export.made'), t('export.mark', { ...mark })],
    ],
    badge: office.demo ? t('export.demo') : '',
    model: null,
    grid: { columns, rows: rows.map((cells) => rowOf(cells, columns)) },
  }
}

const rowOf = (
  cells: ListPaper['rows'][number],
  columns: ListPaper['columns'],
): Grid<Table>['rows'][number] => ({
  place: 'member',
  row: NO_ROW,
  cells,
  texts: cells.map((cell, at) => textOf(cell, columns[at]?.unit ?? null)),
  origins: cells.map(() => null),
})

/** A share is written as a percentage, any other number as it is. */
const textOf = (cell: number | string, unit: ListPaper['columns'][number]['unit']): string =>
  typeof cell === 'number' && unit === 'percent' ? formatNumber(cell, unit) : String(cell)

/** A row of a list stands for no row of an answer. */
const NO_ROW: Table['rows'][number] = { keys: [], labels: [], bucket: null, values: [] }
