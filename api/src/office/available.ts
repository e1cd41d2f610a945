import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { DENOMINATORS, type Dimension, type Measure, type Need } from '@fengsui/domain/metrics/model'
import type { CaseField, Office } from '@fengsui/prisma/office/office'
import type { Rules } from '@fengsui/prisma/office/rules'

/** Days that the office's limits give, by the rule and the event that starts its clock; null: every case has it. */
const LIMITS = {
  accept_due_on: { rule: 'acceptance', starts: null },
  sign_due_on: { rule: 'signIn', starts: 'assignedOn' },
  reply_due_on: { rule: 'reply', starts: 'closedOn' },
  refusal_due_on: { rule: 'refusal', starts: 'rejectedOn' },
  reward_due_on: { rule: 'payment', starts: 'rewardDecidedOn' },
  claim_due_on: { rule: 'claim', starts: 'rewardNotifiedOn' },
} as const satisfies Partial<Record<Need, { rule: keyof Rules; starts: CaseField | null }>>

const isLimit = (need: Need): need is keyof typeof LIMITS => Object.hasOwn(LIMITS, need)

const FIELD_OF_NEED: Readonly<Record<Exclude<Need, keyof typeof LIMITS>, CaseField>> = {
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
  reward_notified_on: 'rewardNotifiedOn',
  signed_on: 'signedOn',
  refusal_told_on: 'refusalToldOn',
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
  const { rules } = office
  const fulfils = (need: Need): boolean => {
    if (isLimit(need)) {
      const { rule, starts } = LIMITS[need]
      return rules[rule].length > 0 && (starts === null || filled.has(starts))
    }
    if (need === 'due_on' && rules.closing.length > 0 && filled.has('acceptedOn')) return true
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
