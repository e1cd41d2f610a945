import { isFilling, isFillingSeries, knownOf } from '@fengsui/domain/metrics/arrivals'
import type { Day } from '@fengsui/domain/time/day'
import type { Plan } from './plan.js'
import type { Query } from './query.js'

/** The part of the cases of some days (both inclusive) that is known by now, 0 … 1. */
export type Completeness = (from: Day, to: Day) => number

/** Does the question ask for a series of which the last days still fill up? */
export const asksForFilling = ({ measures, dimensions, filters, grain }: Query): boolean =>
  measures.some(isFilling) &&
  isFillingSeries(grain, [...dimensions, ...filters.map(({ dimension }) => dimension)])

/** @param known parts that are known so many days after receipt. */
export const completenessIn =
  ({ asOf }: Pick<Plan, 'asOf'>, known: readonly number[]): Completeness =>
  (from, to) =>
    knownOf(known, from, to, asOf)
