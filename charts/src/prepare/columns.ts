import { formatNumber } from '../format.js'
import type { Row } from '../answer.js'
import type { ColumnsModel, SeriesColour } from '../model.js'
import { countedText, fillingOf } from './filling.js'
import { groupsOf, valueIn } from './groups.js'
import { noteLines, notesOf } from './notes.js'
import type { Setting } from './mark.js'

interface Series {
  readonly name: string
  readonly colour: SeriesColour
  readonly rows: readonly Row[]
}

/** Categories that fit beside each other. */
const MOST = 24

/**
 * Columns over time, or over the members of the first dimension. Where the answer has one dimension more, its first
 * members stand on one another and the rest of them as 其他, which is right for what may be added only.
 */
export function prepareColumns(setting: Setting, measure: string): ColumnsModel {
  const { table, t } = setting
  const { unit, label } = setting.names.measure(measure)
  const timed = table.buckets.length > 0
  const categories = timed
    ? table.buckets.map((bucket) => ({
        key: bucket.key,
        to: bucket.to,
        label: bucket.label + (bucket.partial ? t('chart.partial') : ''),
      }))
    : [...new Map(table.rows.map((row) => [row.keys[0] ?? '', row.labels[0] || t('chart.unknown')]))]
        .map(([key, name]) => ({ key, to: null, label: name }))
        .slice(0, MOST)
  const keyOf = (row: Row) => (timed ? (row.bucket ?? '') : (row.keys[0] ?? ''))
  const splitAt = timed ? 0 : 1
  const series: Series[] =
    table.dimensions.length > splitAt
      ? splitSeries(setting, splitAt)
      : [{ name: label, colour: 0, rows: table.rows }]
  const values = series.map(({ rows }) =>
    categories.map(({ key }) => {
      const here = rows.filter((row) => keyOf(row) === key)
      const known = (here.length > 0 ? here : [undefined])
        .map((row) => valueIn(row, setting, measure))
        .filter((value) => value !== null)
      return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null
    }),
  )
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : formatNumber(value, unit)
  const [only] = series.length === 1 ? series : []
  const filling =
    timed && only
      ? fillingOf(
          categories.map(
            ({ key }) => only.rows.find((row) => keyOf(row) === key)?.values[table.measures.indexOf(measure)],
          ),
          t,
        )
      : null
  const notes = timed ? notesOf(table.buckets, setting) : []
  return {
    kind: 'columns',
    unit,
    timed,
    categories: categories.map((category, at) => ({
      ...category,
      lines: [
        category.label,
        ...series.map(({ name, rows }, nth) => {
          const here = rows.filter((row) => keyOf(row) === category.key)
          const value = here.length === 1 ? here[0]?.values[table.measures.indexOf(measure)] : undefined
          return t('list.pair', {
            name,
            text: value?.nowcast ? countedText(value, unit, t) : text(values[nth]?.[at]),
          })
        }),
        ...noteLines(notes, at),
      ],
    })),
    series: series.map(({ name, colour }, nth) => ({ name, colour, values: values[nth] ?? [] })),
    filling,
    notes,
  }
}

function splitSeries(setting: Setting, keyAt: number): Series[] {
  const { table, t } = setting
  const { members, beyond } = groupsOf(setting, keyAt)
  const codes = new Set(members.map(({ code }) => code))
  const rest = [...table.rows.filter((row) => !codes.has(row.keys[keyAt] ?? '')), ...table.others]
  return [
    ...members.map(({ code, label, colour }) => ({
      name: label,
      colour,
      rows: table.rows.filter((row) => row.keys[keyAt] === code),
    })),
    ...(rest.length > 0
      ? [
          {
            name: beyond > 0 ? t('chart.rest') : (table.others[0]?.labels[0] ?? ''),
            colour: 5 as const,
            rows: rest,
          },
        ]
      : []),
  ]
}
