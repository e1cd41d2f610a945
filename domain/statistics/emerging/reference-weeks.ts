/** Where the past of one period lies in a series. */
export interface Window {
  /** Index of the period that is judged. */
  readonly at: number
  /** How many past years are looked at. */
  readonly years: number
  /** Periods on either side of the same season that belong to it. */
  readonly halfWidth: number
}

/**
 * A series of equal periods, by index or by the days they begin.
 *
 * `perYear`: so many periods make a year. `days`: the day each period begins, as days since 1970-01-01; the same season
 * of an earlier year is the same date, moved to the nearest with the same day of the week.
 */
export type Calendar = { readonly perYear: number } | { readonly days: readonly number[] }

/**
 * The indices of the same season in past years, the current period last.
 *
 * @throws RangeError where the series does not reach so far back.
 */
export function sameSeasons(calendar: Calendar, { at, years, halfWidth }: Window): number[] {
  const centres = Array.from({ length: years + 1 }, (_, i) => earlier(calendar, at, years - i))
  const first = centres[0] ?? NaN
  if (!(first - halfWidth >= 0)) throw new RangeError(`no ${years} years of history before period ${at}`)
  return centres
}

function earlier(calendar: Calendar, at: number, years: number): number {
  if ('perYear' in calendar) return at - years * calendar.perYear
  if (years === 0) return at
  const today = calendar.days[at] ?? NaN
  const date = new Date(today * DAY)
  const then = Date.UTC(date.getUTCFullYear() - years, date.getUTCMonth(), date.getUTCDate()) / DAY
  const sameWeekday = today - 7 * Math.round((today - then) / 7)
  return calendar.days.indexOf(sameWeekday)
}

const DAY = 86_400_000

/**
 * The season of each period up to the current one: the windows around the same season are one level, the last; the
 * periods between two windows are cut into the other levels, one after the other, the first ones longer where they are
 * not equal. A. Noufaily et al., Statistics in Medicine 32 (2013), section 3.3.
 *
 * @param levels at least 1; with 1 only the windows have a season.
 * @returns by index the level, 1 … levels; none where a period is not used.
 */
export function seasonLevels(
  calendar: Calendar,
  window: Window,
  levels: number,
): ReadonlyMap<number, number> {
  const centres = sameSeasons(calendar, window)
  const found = new Map<number, number>()
  centres.forEach((centre, i) => {
    const next = centres[i + 1]
    const last = next === undefined ? window.at : centre + window.halfWidth
    for (let t = centre - window.halfWidth; t <= last; t++) found.set(t, levels)
    if (next === undefined || levels === 1) return
    const from = last + 1
    blocks(next - window.halfWidth - from, levels - 1).forEach((block, offset) =>
      found.set(from + offset, block),
    )
  })
  return found
}

/** `length` places in `count` consecutive blocks, as equal as can be, the first ones longer: their numbers from 1. */
function blocks(length: number, count: number): number[] {
  const [each, rest] = [Math.floor(length / count), length % count]
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: each + (i < rest ? 1 : 0) }, () => i + 1),
  ).flat()
}
