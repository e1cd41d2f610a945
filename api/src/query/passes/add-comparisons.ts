import { comparedPeriod } from '@fengsui/domain/time/comparison'
import { type Pass, basePeriod } from '../plan.js'

/** Adds the periods with which the base is compared, in the order asked for. */
export const addComparisons: Pass = (plan) => {
  const base = basePeriod(plan)
  const compared = plan.query.comparisons.map((kind) => ({
    kind,
    period: comparedPeriod(base, kind),
    starts: [],
  }))
  return { ...plan, periods: [...plan.periods, ...compared] }
}
