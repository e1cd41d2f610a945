import type { Row } from '../answer.js'
import type { TrendModel } from '../model.js'
import { countedText, fillingOf } from './filling.js'
import { groupsOf, valueIn } from './groups.js'
import { noteLines, notesOf } from './notes.js'
import type { Setting } from './mark.js'

/** One line over the buckets for each of the first members of the answer's dimension, and one of 其他. */
export function prepareLines(setting: Setting, measure: string): TrendModel {
  const { table, t } = setting
  const { unit } = setting.names.measure(measure)
  const { members } = groupsOf(setting, 0)
  const inBucket = (rows: readonly Row[], key: string) => rows.find((row) => row.bucket === key)
  const lines = [
    ...members.map(({ code, label, colour }) => ({
      name: label,
      colour,
      rows: table.rows.filter((row) => row.keys[0] === code),
    })),
    ...(table.others.length > 0
      ? [{ name: table.others[0]?.labels[0] ?? '', colour: 5 as const, rows: table.others }]
      : []),
  ]
  const at = table.measures.indexOf(measure)
  const notes = notesOf(table.buckets, setting)
  return {
    kind: 'trend',
    unit,
    buckets: table.buckets.map((bucket, nth) => ({
      ...bucket,
      lines: [
        `${bucket.label}${bucket.partial ? t('chart.partial') : ''}`,
        ...lines.map(({ name, rows }) => {
          const value = inBucket(rows, bucket.key)?.values[at]
          const text = value ? countedText(value, unit, t) : t('chart.none')
          const change = value?.changes[0]?.text
          return t('list.pair', { name, text: change ? t('list.aside', { text, aside: change }) : text })
        }),
        ...noteLines(notes, nth),
      ],
    })),
    series: lines.map(({ name, colour, rows }) => ({
      name,
      dashed: false,
      colour,
      values: table.buckets.map(({ key }) => valueIn(inBucket(rows, key), setting, measure)),
      filling: fillingOf(
        table.buckets.map(({ key }) => inBucket(rows, key)?.values[at]),
        t,
      ),
    })),
    highlight: null,
    notes,
  }
}
