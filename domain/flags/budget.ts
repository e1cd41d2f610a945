/** How rarely chance alone would raise what was seen, and what that makes of it. */
export const LEVELS = ['alert', 'watch', 'note'] as const
export type Level = (typeof LEVELS)[number]

/** One look at a family: what a threshold of p would cost in false alarms. */
export interface Look {
  /** Expected number of cells of the family that chance alone lifts to p or below, in one look. */
  readonly chanceAt: (p: number) => number
  /** Looks of a year that are worth a look by themselves. */
  readonly looksPerYear: number
}

/**
 * A window that slides day by day is looked at 365 times a year, but its looks are nearly the same: they raise about
 * five times as many false alarms as one look a window would (measured: `bench -- alarms`).
 */
export const slidingLooks = (windowDays: number): number => (365 / windowDays) * 5

/** How often in a year chance alone would raise something as rare as p, anywhere in the family. */
export const chancePerYear = ({ chanceAt, looksPerYear }: Look, p: number): number =>
  chanceAt(p) * looksPerYear

/**
 * The level of a signal: one budget of false alarms a year for the office, in equal parts for the families that are
 * screened, so that more screens do not make more alarms.
 *
 * @param perYear `chancePerYear` of the signal.
 * @param families number of families that share the budget.
 */
export function levelOf(
  perYear: number,
  families: number,
  budget: { readonly alertsPerYear: number; readonly watchesPerYear: number },
): Level {
  if (perYear <= budget.alertsPerYear / families) return 'alert'
  return perYear <= budget.watchesPerYear / families ? 'watch' : 'note'
}
