import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { DENOMINATORS, type Dimension, type Measure, type Need } from '@fengsui/domain/metrics/model'
import type { CaseField, Office } from '@fengsui/prisma/office/office'

const FIELD_OF_NEED: Readonly<Record<Exclude<Need, 'accept_due_on' | 'reply_due_on'>, CaseField>> = {
  accepted_on: 'acceptedOn',
  rejected_on: 'rejectedOn',
  verified_on: 'verifiedOn',
  result: 'result',
  assigned_on: 'assignedOn',
  returned_on: 'returnedOn',
  extended_on: 'extendedOn',
  closed_on: 'closedOn',
  replied_on: 'repliedOn',
  reporter_kind: 'reporterKind',
  reward_decided_on: 'rewardDecidedOn',
  reward_paid_on: 'rewardPaidOn',
  reward_amount: 'rewardAmount',
  upstream_case_no: 'upstreamCaseNo',
  due_on: 'dueOn',
}

const filledBy = (office: Office): ReadonlySet<CaseField | null> =>
  new Set(office.sources.flatMap((source) => source.columns.map((column) => column.field)))

/**
 * The measures that an office has: those whose columns at least one of its sources fills. A day by which something is
 * due is also there where the office's own limit gives one; a density where the lists hold dated numbers to divide by.
 */
export function availableMeasures(office: Office): readonly MeasureId[] {
  const filled = filledBy(office)
  const { acceptance, closing, reply } = office.rules
  const fulfils = (need: Need): boolean => {
    if (need === 'accept_due_on') return acceptance !== null
    if (need === 'reply_due_on') return reply !== null && filled.has('closedOn')
    if (need === 'due_on' && closing !== null && filled.has('acceptedOn')) return true
    return filled.has(FIELD_OF_NEED[need])
  }
  const has = (measure: Measure): boolean => measure.needs.every(fulfils) && isDivisible(office, measure)
  return (Object.keys(MEASURES) as MeasureId[]).filter((id) => has(MEASURES[id]))
}

function isDivisible({ lists }: Office, { aggregate }: Measure): boolean {
  if (aggregate.kind !== 'density') return true
  const { denominator } = aggregate
  return DENOMINATORS[denominator].bearers.some((name) =>
    lists[name].members.some(({ denominators }) => typeof denominators[denominator]?.asOf === 'string'),
  )
}

const FIELD_OF_WORDS: Readonly<Record<string, CaseField>> = {
  report_class: 'reportClass',
  hazard_level: 'hazardLevel',
  reporter_kind: 'reporterKind',
  result: 'result',
  state: 'state',
}

/** The dimensions that an office has: a list with members, or words that at least one of its sources fills. */
export function availableDimensions(office: Office): readonly DimensionId[] {
  const filled = filledBy(office)
  return (Object.keys(DIMENSIONS) as DimensionId[]).filter((id) => {
    const { words, column, hierarchy, level }: Dimension = DIMENSIONS[id]
    const field = FIELD_OF_WORDS[column]
    if (words) return field !== undefined && filled.has(field)
    if (hierarchy === 'source') return true
    const list = Object.values(office.lists).find(({ name }) => name === hierarchy)
    return list?.members.some((member) => member.level === level) ?? false
  })
}
