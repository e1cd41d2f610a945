import type { CalendarDay } from '@fengsui/prisma/office/office'

/** A day as the number of days since 1970-01-01: cheap to add to, free of time zones. */
export type Day = number

const written = new Map<Day, string>()

export function dayOf(iso: string): Day {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

export function isoOf(day: Day): string {
  let iso = written.get(day)
  if (iso === undefined) {
    iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
    written.set(day, iso)
  }
  return iso
}

/** The same day `years` earlier or later; 29 February becomes 1 March where there is none. */
export function addYears(day: Day, years: number): Day {
  const date = new Date(day * 86_400_000)
  return Math.round(
    Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / 86_400_000,
  )
}

/** 1 to 12. */
export const monthOf = (day: Day): number => Number(isoOf(day).slice(5, 7))
export const yearOf = (day: Day): number => Number(isoOf(day).slice(0, 4))

/** The serial number under which Excel keeps a day (1900 date system). */
export const excelSerial = (day: Day): number => day + 25_569

/** Working days of the office: its calendar, and Monday to Friday where that is silent. */
export class WorkingDays {
  private readonly kinds: ReadonlyMap<Day, CalendarDay['kind']>
  /** The first day of each Spring Festival. */
  readonly springFestivals: readonly Day[]

  constructor(calendar: readonly CalendarDay[]) {
    this.kinds = new Map(calendar.map(({ day, kind }) => [dayOf(day), kind]))
    const firsts = new Map<string, Day>()
    for (const { day, kind, name } of calendar) {
      const year = day.slice(0, 4)
      if (kind === 'holiday' && name === '春节' && !firsts.has(year)) firsts.set(year, dayOf(day))
    }
    this.springFestivals = [...firsts.values()]
  }

  isHoliday(day: Day): boolean {
    return this.kinds.get(day) === 'holiday'
  }

  isWorking(day: Day): boolean {
    const kind = this.kinds.get(day)
    // 1970-01-01 was a Thursday.
    return kind === undefined ? (day + 3) % 7 < 5 : kind === 'workday'
  }

  /** The n-th working day after `day`; with 0 the day itself, or the next working day. */
  add(day: Day, n: number): Day {
    let at = day
    for (let left = n; left > 0 || !this.isWorking(at);) {
      at++
      if (this.isWorking(at)) left--
    }
    return at
  }
}
