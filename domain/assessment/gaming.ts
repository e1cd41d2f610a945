import { wilson } from '../statistics/wilson.js'

/** What a unit did in a quarter, as far as it shows whether work is done for the numbers. */
export interface Habits {
  readonly closed: number
  /** Closed on the last day of the limit. */
  readonly closedOnLastDay: number
  /** Closed in the last 7 days of the quarter. */
  readonly closedAtEnd: number
  /** With a finding, and those found untrue. */
  readonly judged: number
  readonly foundUntrue: number
  /** Replied, and those on the day of closing. */
  readonly replied: number
  readonly repliedOnClosing: number
  /** Extensions granted, and those of the longest time that the rule allows. */
  readonly extended: number
  readonly extendedLongest: number
}

/** Of a unit that did nothing. */
export const NO_HABITS: Habits = {
  closed: 0,
  closedOnLastDay: 0,
  closedAtEnd: 0,
  judged: 0,
  foundUntrue: 0,
  replied: 0,
  repliedOnClosing: 0,
  extended: 0,
  extendedLongest: 0,
}

/** 踩点办结, 季末突击办结, 不属实畸高, 回复日总是办结日, 延期总是最长. */
export const GAMING_SIGNS = [
  'lastDay',
  'quarterEnd',
  'manyUntrue',
  'sameDayReply',
  'longestExtension',
] as const
export type GamingSign = (typeof GAMING_SIGNS)[number]

export interface GamingFinding {
  readonly sign: GamingSign
  readonly n: number
  readonly events: number
  /** The share of all other units together; null without any case of theirs. */
  readonly others: number | null
}

/** Of fewer cases nothing is said. */
export const LEAST_CASES = 5
/** From which share on; no text gives the numbers, so they are proposals. `always`: without an exception. */
const LEAST_SHARE: Readonly<Record<GamingSign, number>> = {
  lastDay: 0.2,
  quarterEnd: 0.3,
  manyUntrue: 0.5,
  sameDayReply: 1,
  longestExtension: 1,
}

const COUNTS: Readonly<Record<GamingSign, (of: Habits) => { readonly n: number; readonly events: number }>> =
  {
    lastDay: ({ closed, closedOnLastDay }) => ({ n: closed, events: closedOnLastDay }),
    quarterEnd: ({ closed, closedAtEnd }) => ({ n: closed, events: closedAtEnd }),
    manyUntrue: ({ judged, foundUntrue }) => ({ n: judged, events: foundUntrue }),
    sameDayReply: ({ replied, repliedOnClosing }) => ({ n: replied, events: repliedOnClosing }),
    longestExtension: ({ extended, extendedLongest }) => ({ n: extended, events: extendedLongest }),
  }

/**
 * What in the habits of a unit is worth a look: a share that is large in itself, and whose 95 % interval lies above the
 * share of all others, so that chance among few cases is not taken for a habit. A hint for whoever assesses, no finding
 * and no deduction.
 *
 * @param others the habits of all other units.
 */
export function gamingFindings(unit: Habits, others: readonly Habits[]): readonly GamingFinding[] {
  return GAMING_SIGNS.flatMap((sign) => {
    const { n, events } = COUNTS[sign](unit)
    if (n < LEAST_CASES || events / n < LEAST_SHARE[sign]) return []
    const rest = others.map(COUNTS[sign])
    const restN = rest.reduce((sum, each) => sum + each.n, 0)
    const share = restN === 0 ? null : rest.reduce((sum, each) => sum + each.events, 0) / restN
    const isAbove = share === null || wilson(events, n).lower > share
    return isAbove ? { sign, n, events, others: share } : []
  })
}
