import { COMPARISONS, comparedPeriod, comparisonFits } from '@fengsui/domain/time/comparison'
import { type Pass, basePeriod } from '../plan.js'
import { reject } from '../rejection.js'

/**
 * Adds the periods with which the base is compared, in the order asked for. 环比 of a year is 同比: where both are asked
 * for and mean the same days, only 同比 is answered.
 */
export const addComparisons: Pass = (plan) => {
  const base = basePeriod(plan)
  const unfit = plan.query.comparisons.find((kind) => !comparisonFits(base, kind))
  if (unfit) {
    const { zh, en } = COMPARISONS[unfit].label
    return reject(
      'badComparison',
      'comparisons',
      `“${zh}”只适用于1902年至2099年间不超过183天的时段，请选半年以内的时段。`,
      `"${en}" is for periods of at most 183 days, of the years 1902 to 2099; choose half a year or less.`,
    )
  }
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
