import { isFounded } from './abnormal.js'
import { backingOf } from './evidence.js'
import { type Incidents, type Known, LEAD_BITS, rowsBetween } from './incidents.js'
import { afterWindows } from './predictive.js'
import type { FlagThresholds } from './thresholds.js'

/** Why a report, or those on an enterprise, are an important lead (重要线索); in the order of their weight. */
export const LEAD_RULES = [
  'concealedDeath',
  'fatal',
  'concealment',
  'relapse',
  'enterprise',
  'fromAbove',
  'majorHazard',
] as const
export type LeadRule = (typeof LEAD_RULES)[number]

/** What a rule needs that a source may not carry: reports signed by several, and those of the press, are not told apart. */
export const LEADS_NOT_CARRIED = ['jointlySigned', 'media'] as const

export interface Lead {
  readonly rule: LeadRule
  readonly enterprise: number
  /** The latest of its days. */
  readonly day: number
  /** The rows of the lead; for a relapse the new report and the one that was found right. */
  readonly rows: Int32Array
  /** P of so many on the enterprise after its own past; null for what is one report. */
  readonly p: number | null
}

/** Why one report is a lead by itself: the gravest of its marks; null where it has none. */
function ruleOf(lead: number): LeadRule | null {
  const has = (bit: number): boolean => (lead & bit) > 0
  if (has(LEAD_BITS.concealment)) return has(LEAD_BITS.fatal) ? 'concealedDeath' : 'concealment'
  if (has(LEAD_BITS.fatal)) return 'fatal'
  if (has(LEAD_BITS.fromAbove)) return 'fromAbove'
  return has(LEAD_BITS.majorHazard) ? 'majorHazard' : null
}

/**
 * The important leads of the last days (domain A03, C3): a death, a concealed accident, a major hazard, a matter handed down
 * from above; an enterprise with several reports of several people that are more than its own past; and a new report on
 * what was found right and closed not long ago.
 *
 * @param known with repeated reports: somebody who insists makes a lead no smaller.
 */
export function leadsOf(known: Known, { lead: of }: FlagThresholds): Lead[] {
  const { incidents, asOf } = known
  const fresh = rowsBetween(known, asOf - of.freshDays + 1, asOf)
  const singles = [...fresh].flatMap((row): Lead[] => {
    const rule = ruleOf(incidents.lead[row] ?? 0)
    return rule === null ? [] : [{ ...oneOf(incidents, row), rule }]
  })
  return [...singles, ...relapses(known, fresh, of), ...enterprises(known, of)].sort(
    (a, b) => LEAD_RULES.indexOf(a.rule) - LEAD_RULES.indexOf(b.rule) || b.day - a.day,
  )
}

const oneOf = (incidents: Incidents, row: number) => ({
  enterprise: incidents.enterprise[row] ?? 0,
  day: incidents.day[row] ?? NaN,
  rows: Int32Array.of(row),
  p: null,
})

function relapses(known: Known, fresh: Int32Array, { relapseDays }: FlagThresholds['lead']): Lead[] {
  const { incidents, asOf } = known
  const { enterprise, issue, closed, day } = incidents
  const matterOf = (row: number): number => (enterprise[row] ?? 0) * ISSUES + (issue[row] ?? 0)
  // By enterprise and issue: what was found right and is closed, of those that are reported on now.
  const closedOnes = new Map<number, number[]>()
  for (const row of fresh) if (enterprise[row]) closedOnes.set(matterOf(row), [])
  for (const row of known.rows) {
    const on = closed[row] ?? 0
    if (on > 0 && on <= asOf && isFounded(incidents, row, asOf)) closedOnes.get(matterOf(row))?.push(row)
  }
  return [...fresh].flatMap((row): Lead[] => {
    const received = day[row] ?? NaN
    const before = closedOnes.get(matterOf(row))?.findLast((earlier) => {
      const on = closed[earlier] ?? NaN
      return on < received && received - on <= relapseDays
    })
    if (before === undefined) return []
    return [{ ...oneOf(incidents, row), rule: 'relapse', rows: Int32Array.of(before, row) }]
  })
}

const ISSUES = 2 ** 16

/** Quarters before the latest 90 days that are an enterprise's own past. */
const PAST_WINDOWS = 4
/** An enterprise that always has many is no lead by having as many. */
const OWN_PAST_P = 0.01

function enterprises(known: Known, of: FlagThresholds['lead']): Lead[] {
  const { incidents, asOf } = known
  const byEnterprise = new Map<number, number[]>()
  const before = new Map<number, number>()
  for (const row of rowsBetween(known, asOf - of.enterpriseDays * (PAST_WINDOWS + 1) + 1, asOf)) {
    const enterprise = incidents.enterprise[row] ?? 0
    if (enterprise === 0) continue
    if (asOf - (incidents.day[row] ?? NaN) >= of.enterpriseDays)
      before.set(enterprise, (before.get(enterprise) ?? 0) + 1)
    else {
      const own = byEnterprise.get(enterprise)
      if (own) own.push(row)
      else byEnterprise.set(enterprise, [row])
    }
  }
  return [...byEnterprise].flatMap(([enterprise, own]): Lead[] => {
    const rows = Int32Array.from(own)
    if (own.length < of.enterpriseReports || backingOf(incidents, rows).reporters < of.enterpriseReporters)
      return []
    const predictive = afterWindows(before.get(enterprise) ?? 0, PAST_WINDOWS, 1, 1)
    const p = predictive.tails(own.length - 1).upper
    if (p > OWN_PAST_P) return []
    return [{ rule: 'enterprise', enterprise, day: incidents.day[own.at(-1) ?? NaN] ?? NaN, rows, p }]
  })
}
