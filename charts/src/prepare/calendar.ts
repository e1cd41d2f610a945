import type { CalendarModel } from '../model.js'
import { countedText, isFilling } from './filling.js'
import { valueIn } from './groups.js'
import type { Setting } from './mark.js'
import { notedAt, noteLines, notesOf } from './notes.js'

const DAY = 86_400_000
/** 1970-01-01 was a Thursday. */
const dayNumber = (key: string) => Date.parse(`${key}T00:00:00Z`) / DAY
const weekdayOf = (day: number) => (day + 3) % 7

/** Day by day as on a calendar on the wall. The answer is split by day; a day without a row is as everywhere. */
export function prepareCalendar(setting: Setting, measure: string): CalendarModel {
  const { table, t } = setting
  const { unit, label } = setting.names.measure(measure)
  const rows = new Map(table.rows.map((row) => [row.bucket ?? '', row]))
  const first = dayNumber(table.buckets[0]?.key ?? '1970-01-01')
  const monday = first - weekdayOf(first)
  const notes = notesOf(table.buckets, setting)
  const days = table.buckets.map(({ key, label: name }, at) => {
    const row = rows.get(key)
    const day = dayNumber(key)
    const value = row?.values[table.measures.indexOf(measure)]
    const text = value ? countedText(value, unit, t) : t('chart.none')
    return {
      key,
      week: Math.floor((day - monday) / 7),
      weekday: weekdayOf(day),
      value: valueIn(row, setting, measure),
      lines: [name, t('list.pair', { name: label, text }), ...noteLines(notes, at)],
      isFilling: isFilling(row),
      noted: notedAt(notes, at),
    }
  })
  const weeks = Array.from({ length: (days.at(-1)?.week ?? -1) + 1 }, () => '')
  for (const { key, week } of days)
    if (key.endsWith('-01')) weeks[week] = t('chart.month', { month: Number(key.slice(5, 7)) })
  return {
    kind: 'calendar',
    measure: label,
    unit,
    weeks,
    weekdays: t('chart.weekdays').split(' '),
    days,
    max: Math.max(0, ...days.map(({ value }) => value ?? 0)),
    notes,
  }
}
