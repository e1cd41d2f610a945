import { comparedStarts } from '@fengsui/domain/time/comparison'
import { bucketsOf } from '@fengsui/domain/time/grain'
import { type Pass, basePeriod } from '../plan.js'
import { reject } from '../rejection.js'

/** More points than this are no chart; a year of days still is. */
const MOST_BUCKETS = 400

/** Cuts the base period into units of the grain, and every compared period into what they are compared with. */
export const cutBuckets: Pass = (plan) => {
  const { grain } = plan.query
  if (grain === null) return plan
  const base = basePeriod(plan)
  const buckets = bucketsOf(base, grain, MOST_BUCKETS + 1)
  if (buckets.length > MOST_BUCKETS) {
    return reject(
      'tooManyBuckets',
      'grain',
      `这个时段按所选粒度超过${MOST_BUCKETS}个点，请选较粗的粒度或较短的时段。`,
      `The period holds more than ${MOST_BUCKETS} units; choose a coarser grain or a shorter period.`,
    )
  }
  const firstDays = buckets.map((bucket) => bucket.from)
  const periods = plan.periods.map((planned) => ({
    ...planned,
    starts: planned.kind === 'base' ? firstDays : comparedStarts(base, planned.kind, firstDays),
  }))
  return { ...plan, buckets, periods }
}
