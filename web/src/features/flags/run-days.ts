/** The day before one of the calendar. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

/** A moment as people read it. */
export const momentOf = (at: unknown, locale: string): string =>
  typeof at === 'string' ? new Date(at).toLocaleString(locale === 'en' ? 'en-GB' : 'zh-CN') : ''
