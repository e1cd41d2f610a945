import { comparedPeriod } from '@fengsui/domain/time/comparison'
import { type Pass, basePeriod } from '../plan.js'

/**
 * Adds the periods with which the base is compared, in the order asked for. 环比 of a year is 同比: where both are asked
 * for and mean the same days, only 同比 is answered.
 */
export const addComparisons: Pass = (plan) => {
  const base = basePeriod(plan)
  const compared = plan.query.comparisons.map((kind) => ({
    kind,
    period: comparedPeriod(base, kind),
    starts: [],
  }))
  const yearAgo = compared.find(({ kind }) => kind === 'yearAgo')?.period
  const kept = compared.filter(
    ({ kind, period }) => kind === 'yearAgo' || period.from !== yearAgo?.from || period.to !== yearAgo.to,
  )
  return { ...plan, periods: [...plan.periods, ...kept] }
}
