import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { Measure, Need } from '@fengsui/domain/metrics/model'
import type { CaseField, Office } from '@fengsui/prisma/office/office'

const FIELD_OF_NEED: Readonly<Record<Need, CaseField>> = {
  accepted_on: 'acceptedOn',
  verified_on: 'verifiedOn',
  result: 'result',
  closed_on: 'closedOn',
  due_on: 'dueOn',
}

/**
 * The measures that an office has: those whose columns at least one of its sources fills. A due date is also there
 * where the office's own limit gives one to what was accepted.
 */
export function availableMeasures(office: Office): readonly MeasureId[] {
  const filled = new Set(office.sources.flatMap((source) => source.columns.map((column) => column.field)))
  if (office.rules.closing && filled.has('acceptedOn')) filled.add('dueOn')
  const has = ({ needs }: Measure): boolean => needs.every((need) => filled.has(FIELD_OF_NEED[need]))
  return (Object.keys(MEASURES) as MeasureId[]).filter((id) => has(MEASURES[id]))
}
