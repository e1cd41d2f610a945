import { type Day, addDays } from '@fengsui/domain/time/day'
import type { CalendarDay } from '@fengsui/prisma/office/office'
import type { Locale } from '../office/member-lists.js'

/** The statutory holidays (全国年节及纪念日放假办法) in English; an office's calendar names them in its own language. */
const ENGLISH: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明: 'Qingming',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  国庆节: 'National Day',
}

export interface Holiday {
  readonly name: string
  /** Both inclusive. */
  readonly from: Day
  readonly to: Day
}

/** The days off that touch a period; those in a row are one, called by all their names (国庆节、中秋). */
export function holidaysIn(
  calendar: readonly CalendarDay[],
  period: { readonly from: Day; readonly to: Day },
  locale: Locale,
): Holiday[] {
  const found: { names: string[]; from: Day; to: Day }[] = []
  for (const { day, kind, name: named } of calendar) {
    if (kind !== 'holiday') continue
    const name = locale === 'en' ? (ENGLISH[named] ?? named) : named
    const last = found.at(-1)
    if (last && addDays(last.to, 1) === day) {
      last.to = day
      if (!last.names.includes(name)) last.names.push(name)
    } else found.push({ names: [name], from: day, to: day })
  }
  return found
    .filter(({ from, to }) => from <= period.to && to >= period.from)
    .map(({ names, from, to }) => ({ name: names.join(locale === 'en' ? ', ' : '、'), from, to }))
}
