import { MEASURES } from '@fengsui/domain/metrics/measures'
import type { Measure } from '@fengsui/domain/metrics/model'
import { later } from '@fengsui/domain/time/day'
import { calendarPeriod, resolvePreset } from '@fengsui/domain/time/period'
import type { Pass } from '../plan.js'
import { reject } from '../rejection.js'

/**
 * Turns the word or the days of the request into the period, seen from the as-of day of the data. Days after it are cut
 * off: they are not empty but unknown, and a comparison would hold them against full ones. Ends of limits are known ahead:
 * where only such are asked for, the days after it stay.
 */
export const resolvePeriod: Pass = (plan, { asOf, firstDay }) => {
  const asked = plan.query.period
  const isAhead = plan.query.measures.every((id) => (MEASURES[id] as Measure).ahead === true)
  if ('from' in asked && asked.from > asOf && !isAhead) {
    return reject(
      'badPeriod',
      'period.from',
      `数据截止到${asOf}，所选时段在此之后，请选择更早的开始日期。`,
      `The data ends on ${asOf}; choose a period that begins on that day or earlier.`,
    )
  }
  const period =
    'preset' in asked
      ? resolvePreset(asked.preset, asOf, firstDay)
      : calendarPeriod(asked.from, asked.to, isAhead ? later(asked.to, asOf) : asOf)
  return { ...plan, periods: [{ kind: 'base', period, starts: [] }] }
}
