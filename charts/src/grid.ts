import type { Annotation, Names, Table } from './answer.js'
import { fieldsOf, type Cell, type Column, type Origin, type Side } from './fields.js'
import type { Translate } from './format.js'
import { noteLines, notesOf } from './prepare/notes.js'

/** Which part of an answer a row is: a member or bucket, 其他, or the total. */
export type Place = 'member' | 'others' | 'total'

export interface Grid<T extends Table = Table> {
  readonly columns: readonly Column[]
  readonly rows: readonly {
    readonly place: Place
    readonly row: T['rows'][number]
    readonly cells: readonly Cell[]
    readonly texts: readonly string[]
    /** Aligned with the cells: the number behind each; null for heads and what is derived. */
    readonly origins: readonly (Origin<T> | null)[]
  }[]
}

/** The column that says what happened, which is text among numbers. */
export const NOTES = 'notes'

/** Beside every rate its n, and beside every number what it is compared with. */
export const USUAL_SIDES: readonly Side[] = ['n', 'base', 'change']

/** The names and texts that a table is written with, and what happened where that is to be said in it. */
interface Speaking {
  readonly catalogue: Names
  readonly t: Translate
  readonly annotations?: readonly Annotation[]
}

/** The table behind a chart: every number of the answer, and beside it what `sides` names and what happened. */
export function gridOf<T extends Table>(table: T, speaking: Speaking, sides = USUAL_SIDES): Grid<T> {
  type Row = T['rows'][number]
  const { catalogue, t } = speaking
  const notes = notesOf(table.buckets, speaking)
  const noted = (row: Row, place: Place): string[] => {
    if (notes.length === 0) return []
    const at = table.buckets.findIndex(({ key }) => key === row.bucket)
    return [place === 'total' || at < 0 ? '' : noteLines(notes, at).join(t('list.parts'))]
  }
  const timed = table.buckets.length > 0
  const fields = table.measures.flatMap((id) => fieldsOf(table, id, catalogue.measure(id), sides, t))
  const bucketName = new Map(
    table.buckets.map((bucket) => [bucket.key, bucket.label + (bucket.partial ? t('chart.partial') : '')]),
  )
  /** What stands in the columns of dimensions. */
  const names = (row: Row, place: Place): string[] =>
    table.dimensions.map((_, at) => {
      if (place === 'member') return row.labels[at] || t('chart.unknown')
      if (at > 0) return ''
      return place === 'others' ? (row.labels[0] ?? '') : timed ? '' : t('grid.total')
    })
  const line = (row: Row, place: Place) => {
    const bucket = place === 'total' ? t('grid.total') : (bucketName.get(row.bucket ?? '') ?? '')
    const heads = [...(timed ? [bucket] : []), ...names(row, place)]
    const numbers = fields.map(({ at, show }) => {
      const value = row.values[at]
      return value ? show(value) : { cell: '—', text: '—' }
    })
    return {
      place,
      row,
      cells: [...heads, ...numbers.map((one) => one.cell), ...noted(row, place)],
      texts: [...heads, ...numbers.map((one) => one.text), ...noted(row, place)],
      origins: [
        ...heads.map(() => null),
        ...fields.map((field) => field.origin),
        ...noted(row, place).map(() => null),
      ],
    }
  }
  return {
    columns: [
      ...(timed ? [{ id: 'bucket', label: t('grid.bucket'), unit: null }] : []),
      ...table.dimensions.map((id) => ({ id, label: catalogue.dimension(id)?.label ?? id, unit: null })),
      ...fields.map((field) => field.column),
      ...(notes.length > 0 ? [{ id: NOTES, label: t('grid.notes'), unit: null }] : []),
    ],
    rows: [
      ...(timed || table.dimensions.length > 0 ? table.rows.map((row) => line(row, 'member')) : []),
      ...table.others.map((row) => line(row, 'others')),
      line(table.total, 'total'),
    ],
  }
}
