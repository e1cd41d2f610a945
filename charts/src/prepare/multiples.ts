import { formatNumber } from '../format.js'
import type { MultiplesModel } from '../model.js'
import { countedText, isFilling } from './filling.js'
import { valueIn } from './groups.js'
import type { Setting } from './mark.js'
import { notedAt, noteLines, notesOf } from './notes.js'

/** A little line for each of the first members, in the order of the answer; one scale, so that they compare. */
export function prepareMultiples(setting: Setting, measure: string, most: number): MultiplesModel {
  const { table, t } = setting
  const { unit } = setting.names.measure(measure)
  const [dimension = ''] = table.dimensions
  const picked = setting.picked(dimension)
  const labels = new Map(
    table.rows.map((row) => [row.keys[0] ?? '', row.labels[0] || t('chart.unknown')] as const),
  )
  const lastWhole = table.buckets.reduce((last, bucket, at) => (bucket.partial ? last : at), -1)
  const notes = notesOf(table.buckets, setting)
  const panes = [...labels].slice(0, most).map(([code, label]) => {
    const rows = new Map(
      table.rows.filter((row) => row.keys[0] === code).map((row) => [row.bucket ?? '', row]),
    )
    const values = table.buckets.map(({ key }) => valueIn(rows.get(key), setting, measure))
    const last = values[lastWhole] ?? null
    return {
      code,
      label,
      text: last === null ? '—' : formatNumber(last, unit),
      values,
      lines: table.buckets.map(({ key, label: when, partial }, at) => {
        const value = rows.get(key)?.values[table.measures.indexOf(measure)]
        const text = value ? countedText(value, unit, t) : t('chart.none')
        const change = value?.changes[0]?.text
        const name = `${when}${partial ? t('chart.partial') : ''}`
        return [
          label,
          t('list.pair', { name, text: change ? t('list.aside', { text, aside: change }) : text }),
          ...noteLines(notes, at),
        ]
      }),
      faded: picked.length > 0 && !picked.includes(code),
    }
  })
  return {
    kind: 'multiples',
    unit,
    buckets: table.buckets.map(({ key, label, partial }, at) => ({
      ...{ key, label, partial },
      isFilling: table.rows.some((row) => row.bucket === key && isFilling(row)),
      isNoted: notedAt(notes, at) !== null,
    })),
    panes,
    max: Math.max(0, ...panes.flatMap(({ values }) => values.map((value) => value ?? 0))),
    notes,
  }
}
