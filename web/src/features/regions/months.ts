/** Days of one month, or of as much of it as there is. */
export interface Month {
  readonly from: string
  readonly to: string
}

/** As many as one request may ask of one thing, with one left for a second map; a year and the month before it. */
const MOST_MONTHS = 13

const dayText = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** The months up to the one of `last`, which ends on that day; none before the one of `first`. ISO days. */
export function monthsUntil(last: string, first: string | null): Month[] {
  const [year = 0, month = 1] = last.split('-').map(Number)
  return Array.from({ length: MOST_MONTHS }, (_, at) => {
    const nth = month - MOST_MONTHS + at
    const isLast = at === MOST_MONTHS - 1
    return { from: dayText(year, nth, 1), to: isLast ? last : dayText(year, nth + 1, 0) }
  }).filter(({ to }) => first === null || to >= first)
}
