const WITH_SEPARATORS = /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(?:T?\s*(.*))?$/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{4}|\d{6}))?$/
const SERIAL = /^(\d{5})(?:\.\d+)?$/
const TIME =
  /^(?:(?:上午|下午|中午|凌晨|早上|晚上|AM|PM)\s*)?\d{1,2}(?:[:时点]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?分?)?\s*(?:AM|PM)?$/i
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i

/** Days of Excel's serial numbers that are taken for dates: 1954-10-03 to 2119-01-10. */
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 80_000
const UNIX_DAY_IN_EXCEL = 25_569
const DAY_MS = 86_400_000

/**
 * The day in a cell, ISO: 2024-9-5, 2024/9/5, 2024年9月5日, 20240905, with or without a time (12 or 24 hours), an Excel
 * serial, or an instant with its zone, which falls on a day of the office's zone.
 *
 * @returns null if the text is no day; day-month or month-day alone are never guessed at.
 */
export function parseDay(text: string, timeZone: string): string | null {
  const plain = text.normalize('NFKC').trim()
  if (ZONED.test(plain)) return dayOfInstant(plain, timeZone)
  const separated = WITH_SEPARATORS.exec(plain)
  if (separated) {
    const [, year, , month, day, time] = separated
    if (time && !TIME.test(time.trim())) return null
    return isoDay(Number(year), Number(month), Number(day))
  }
  const compact = COMPACT.exec(plain)
  if (compact) return isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const serial = SERIAL.exec(plain)
  const days = serial ? Number(serial[1]) : 0
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return null
  return new Date((days - UNIX_DAY_IN_EXCEL) * DAY_MS).toISOString().slice(0, 10)
}

/** The ISO form of a day of the calendar, or null for 2023-02-29 and the like. */
function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1000) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function dayOfInstant(text: string, timeZone: string): string | null {
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) return null
  const known = formatters.get(timeZone)
  const formatter = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  if (!known) formatters.set(timeZone, formatter)
  return formatter.format(instant)
}
