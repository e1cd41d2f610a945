import { type Entry, entryDelay } from '../statistics/emerging/entry-delay.js'
import { type Nowcast, whenAllHaveArrived } from '../statistics/emerging/nowcast.js'
import { type Day, daysSince1970, earlier } from '../time/day.js'
import type { Grain } from '../time/grain.js'
import type { DimensionId } from './dimensions.js'
import { MEASURES, type MeasureId } from './measures.js'
import type { Measure, Text } from './model.js'

/** A load that is done, and the day up to which its file says that it is complete. */
export interface Load {
  readonly batch: number
  readonly source: string
  readonly asOf: Day | null
}

/** How many cases of a day of receipt came with a load for the first time. */
export interface FirstKnown {
  readonly received: Day
  readonly batch: number
  readonly source: string
  readonly count: number
}

/** How late reports become known to the office, or why that cannot be said. */
export type Watch =
  | {
      readonly kind: 'watched'
      /** The part that is known so many days after receipt, by days: 0, 1, … */
      readonly known: readonly number[]
      /** Days of receipt that were watched. */
      readonly days: number
    }
  | { readonly kind: 'oneLoad' | 'tooShort' | 'tooFew' }

/** What comes later than this after receipt is no late entry but an old matter; as long a time is watched at most. */
const LONGEST = 60
export const WATCHED_DAYS = 180
const FEWEST_DAYS = 28
const FEWEST_CASES = 50
/** So much of the latest four weeks' cases must come from sources that have been watched. */
const MOST_OF = 0.9
/** With less than this nothing is told yet: the interval would say “anything”. */
const LEAST_KNOWN = 0.1

/**
 * How late reports become known: from the day of receipt to the day up to which the data was complete when the load
 * came that first had the case. A source's first load says nothing of it (everything before came at once), so a source
 * is watched for the days after its first load only.
 *
 * @param loads those that are done, in order; @param cases of days that begin WATCHED_DAYS before `asOf`.
 * @param asOf the day up to which the data is complete now.
 */
export function watchOf(loads: readonly Load[], cases: readonly FirstKnown[], asOf: Day): Watch {
  const looks = looksOf(loads)
  const firstOf = new Map<string, Look>()
  for (const look of looks.values()) if (!firstOf.has(look.source)) firstOf.set(look.source, look)
  if (looks.size === firstOf.size) return { kind: 'oneLoad' }
  const today = daysSince1970(asOf)
  const entries: (Entry & { readonly received: number })[] = []
  let [recent, recentWatched] = [0, 0]
  for (const { received: day, batch, source, count } of cases) {
    const [received, look, first] = [daysSince1970(day), looks.get(batch), firstOf.get(source)]
    const isRecent = received > today - FEWEST_DAYS
    if (isRecent) recent += count
    if (!look || !first || look === first || received <= first.day) continue
    if (isRecent) recentWatched += count
    const by = Math.max(0, look.day - received)
    const after = look.before === null || look.before < received ? -1 : look.before - received
    entries.push({ received, after, by, within: Math.max(by, today - received), count })
  }
  const begun = entries.reduce((least, { received }) => Math.min(least, received), today + 1)
  const days = today - begun + 1
  if (days < FEWEST_DAYS || recentWatched < MOST_OF * recent) return { kind: 'tooShort' }
  if (entries.reduce((sum, { count }) => sum + count, 0) < FEWEST_CASES) return { kind: 'tooFew' }
  return { kind: 'watched', known: entryDelay(entries, Math.min(LONGEST, days - 1)), days }
}

interface Look {
  readonly source: string
  /** The day up to which the data was complete when the load had come, and that before, in days since 1970. */
  readonly day: number
  readonly before: number | null
}

function looksOf(loads: readonly Load[]): Map<number, Look> {
  const looks = new Map<number, Look>()
  let now: number | null = null
  let before: number | null = null
  for (const { batch, source, asOf } of loads) {
    const day = asOf === null ? null : daysSince1970(asOf)
    if (day !== null && (now === null || day > now)) [now, before] = [day, now]
    if (now !== null) looks.set(batch, { source, day: now, before })
  }
  return looks
}

/** The part of the cases of some days that is known by now, the cases taken as spread evenly over the days: 0 … 1. */
export function knownOf(known: readonly number[], from: Day, to: Day, asOf: Day): number {
  const today = daysSince1970(asOf)
  const [first, last] = [daysSince1970(from), daysSince1970(earlier(to, asOf))]
  if (last < first) return 1
  let sum = 0
  for (let day = first; day <= last; day++) sum += known[today - day] ?? 1
  return sum / (last - first + 1)
}

/** What a count will be when all is known; null where it is as good as whole, or nothing can be said yet. */
export function fillingUp(count: number, part: number): Nowcast | null {
  if (part >= 1 || part < LEAST_KNOWN) return null
  const found = whenAllHaveArrived(count, part)
  return found.upper > count ? found : null
}

/** What is known of a case only when it has been handled: recent counts by it are low for another reason. */
const KNOWN_LATER: readonly DimensionId[] = ['department', 'hazardLevel', 'result', 'state']

/** A number that goes on growing for some time after its days: all cases by the date of receipt. */
export function isFilling(id: MeasureId): boolean {
  const { aggregate, time }: Measure = MEASURES[id]
  return time === 'received' && aggregate.kind === 'count' && aggregate.where === undefined
}

/** Is a series one whose last days fill up: a daily or weekly one, by what is known from the first day on? */
export const isFillingSeries = (grain: Grain | null, by: readonly DimensionId[]): boolean =>
  (grain === 'day' || grain === 'week') && !by.some((id) => KNOWN_LATER.includes(id))

/** What is said of the last days of a series, or why nothing is. */
export function arrivalNote(watch: Watch): Text {
  switch (watch.kind) {
    case 'watched': {
      const whole = watch.known.findIndex((part) => part >= 0.95)
      return {
        zh: `最近几天仍在补录：按近${watch.days}天观测到的录入时滞（接报后${whole}天内录入95%）推算“预计”及95%区间，不计入任何统计`,
        en: `The last days are still being entered: “expected” and its 95% interval follow from the delays of the last ${watch.days} days (95% known within ${whole} days of receipt) and are counted nowhere`,
      }
    }
    case 'oneLoad':
      return {
        zh: '数据为一次性导入，看不出录入时滞，最近几天不作补录推算',
        en: 'The data came in one load, so delays cannot be seen and the last days are not estimated',
      }
    case 'tooShort':
      return {
        zh: `连续导入不足${FEWEST_DAYS}天，录入时滞尚看不准，最近几天不作补录推算`,
        en: `Loads have gone on for less than ${FEWEST_DAYS} days; delays are not known well enough to estimate the last days`,
      }
    case 'tooFew':
      return {
        zh: `连续导入的举报不足${FEWEST_CASES}件，录入时滞看不准，最近几天不作补录推算`,
        en: `Fewer than ${FEWEST_CASES} reports came in by continuous loads; delays are not known well enough to estimate the last days`,
      }
  }
}
