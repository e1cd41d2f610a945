import { calendarPeriod, resolvePreset } from '@fengsui/domain/time/period'
import type { Pass } from '../plan.js'

/** Turns the word or the days of the request into the period, seen from the as-of day of the data. */
export const resolvePeriod: Pass = (plan, { asOf, firstDay }) => {
  const asked = plan.query.period
  const period =
    'preset' in asked
      ? resolvePreset(asked.preset, asOf, firstDay)
      : calendarPeriod(asked.from, asked.to, asOf)
  return { ...plan, periods: [{ kind: 'base', period, starts: [] }] }
}
