import type { Day } from '../time/day.js'

/** The days on which a version of a rule holds, both inclusive; `to` null: until another one is made. */
export interface Dated {
  readonly from: Day
  readonly to: Day | null
}

/**
 * The version of a rule that holds on a day: a clock runs by the rule of the day on which it starts, whatever is made
 * later (法不溯及既往, 立法法第104条).
 *
 * @returns null where no version holds: then no limit is known.
 */
export const ruleOn = <R extends Dated>(versions: readonly R[], day: Day): R | null =>
  versions.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null
