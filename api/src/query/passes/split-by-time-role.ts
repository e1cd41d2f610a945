import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { TimeRole } from '@fengsui/domain/metrics/model'
import type { Pass } from '../plan.js'

/** Reads the cases once per attribution date and period: a case received in May and closed in July counts in both. */
export const splitByTimeRole: Pass = (plan) => {
  const byRole = new Map<TimeRole, MeasureId[]>()
  for (const measure of plan.query.measures) {
    const role = MEASURES[measure].time
    byRole.set(role, [...(byRole.get(role) ?? []), measure])
  }
  const branches = plan.periods.flatMap((_, period) =>
    [...byRole].map(([role, measures]) => ({ role, measures, period })),
  )
  return { ...plan, branches }
}
