import type { Family } from './cells.js'

/** How a series was judged: the last weeks of a long one, a window of days of a short one, or one with little history. */
export type Regime = 'weeks' | 'window' | 'shortHistory'

/** One series that was tested, whatever came out. */
export interface Tested {
  readonly family: Family
  readonly cell: number
  readonly regime: Regime
  readonly observed: number
  readonly expected: number
  /** P of so many or more by chance, of this series alone. */
  readonly p: number
  /** p, adjusted for the family (Benjamini–Hochberg). */
  readonly q: number
  /** So often in a year chance alone raises something as rare anywhere in the family; Infinity: too often to be reckoned. */
  readonly perYear: number
  /** First and last day of what was judged. */
  readonly from: number
  readonly to: number
  /** Cases of the baseline, and in how many stretches as long as the judged one. */
  readonly before: number
  readonly windows: number
  readonly season: number
  /** The season is as sure as a count of so many. */
  readonly seasonCases: number
  readonly dispersion: number
  /** Counts above are an alarm at the family's share of the budget for 提醒. */
  readonly bound: number
}
