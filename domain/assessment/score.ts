import type { Day } from '../time/day.js'
import { type DeductionRule, type Exemption, type Trigger, rulesOn } from './deduction-rules.js'
import type { Failure, HandledCase } from './failures.js'
import { exemptionOf, loopFailure, paymentFailure } from './failures.js'
import type { Quarter } from './quarter.js'

/** A leak that the assessor wrote down (失密泄密), with the number of the document that found it. */
export interface LeakEntry {
  readonly id: string
  readonly unit: string
  readonly day: Day
  readonly documentNo: string
}

/** A deduction that an objection removed. */
export interface Waiver {
  readonly rule: string
  readonly subject: string
}

/** Something for which points are deducted, or would be. */
export interface DeductionItem {
  readonly rule: string
  /** First day of the version of the rule. */
  readonly ruleFrom: Day
  readonly trigger: Trigger
  /** '' = the office itself had it. */
  readonly unit: string
  /** Id of the case, of a leak that of its entry. */
  readonly subject: string
  /** Number of the case, of a leak that of its document. */
  readonly name: string
  readonly step: Failure['step'] | null
  /** The day that counts: the last of the limit, or of the leak. */
  readonly day: Day
  readonly doneOn: Day | null
  /** Why nothing is deducted for it; null: points are. */
  readonly spared: Exemption | 'waived' | null
}

/** What a rule takes from a unit in a quarter. */
export interface RuleTotal {
  readonly rule: string
  readonly ruleFrom: Day
  readonly trigger: Trigger
  readonly count: number
  /** Points, cut at the cap. */
  readonly points: number
  readonly isCapped: boolean
}

/** Everything that counts in a quarter, and what it rests on. */
export interface Grounds {
  readonly quarter: Quarter
  readonly asOf: Day
  readonly rules: readonly DeductionRule[]
  readonly cases: readonly HandledCase[]
  readonly leaks: readonly LeakEntry[]
  readonly waivers: readonly Waiver[]
}

/**
 * Every deduction of a quarter by the rules of the day on which its limit ran out, those that are spared among them; by
 * unit, day and name.
 */
export function deductionItems(grounds: Grounds): readonly DeductionItem[] {
  const { cases, leaks } = grounds
  return [
    ...cases.flatMap((of) => [...loopItems(of, grounds), ...paymentItems(of, grounds)]),
    ...leaks.flatMap((leak) => leakItems(leak, grounds)),
  ].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

/** What each version of a rule takes from a unit: so many points for each item, its cap at most. */
export function ruleTotals(
  items: readonly DeductionItem[],
  rules: readonly DeductionRule[],
): readonly RuleTotal[] {
  return rules.flatMap((rule) => {
    const count = items.filter(
      (item) => item.rule === rule.id && item.ruleFrom === rule.from && item.spared === null,
    ).length
    if (count === 0) return []
    const whole = hundredths(rule.points) * count
    const most = rule.cap === null ? Infinity : hundredths(rule.cap)
    return {
      rule: rule.id,
      ruleFrom: rule.from,
      trigger: rule.trigger,
      count,
      points: Math.min(whole, most) / 100,
      isCapped: whole > most,
    }
  })
}

/** What is left of `base` points, not below 0; in hundredths, so that equal sums are equal scores. */
export function scoreOf(base: number, totals: readonly RuleTotal[]): number {
  const lost = totals.reduce((sum, { points }) => sum + hundredths(points), 0)
  return Math.max(0, hundredths(base) - lost) / 100
}

const hundredths = (points: number): number => Math.round(points * 100)

const orderOf = ({ unit, day, name, rule }: DeductionItem): string => [unit, day, name, rule].join('\u0000')

function loopItems(of: HandledCase, grounds: Grounds): readonly DeductionItem[] {
  // Which steps belong to the loop says the rule of the day; that day is known only when they are.
  const rules = grounds.rules.filter(({ trigger }) => trigger === 'openLoop')
  return rules.flatMap((rule) => {
    const failure = loopFailure(of, rule.steps, grounds.asOf)
    return failure && holds(rule, failure.dueOn) ? itemsOf(of, rule, failure, grounds) : []
  })
}

function paymentItems(of: HandledCase, grounds: Grounds): readonly DeductionItem[] {
  const failure = paymentFailure(of, grounds.asOf)
  if (!failure) return []
  return rulesOn(grounds.rules, 'unpaidReward', failure.dueOn).flatMap((rule) =>
    itemsOf(of, rule, failure, grounds),
  )
}

function itemsOf(
  of: HandledCase,
  rule: DeductionRule,
  failure: Failure,
  { quarter, waivers }: Grounds,
): readonly DeductionItem[] {
  const { step, dueOn, doneOn, holder } = failure
  if (dueOn < quarter.from || dueOn > quarter.to) return []
  const isWaived = waivers.some((waiver) => waiver.rule === rule.id && waiver.subject === of.id)
  return [
    {
      rule: rule.id,
      ruleFrom: rule.from,
      trigger: rule.trigger,
      unit: holder,
      subject: of.id,
      name: of.caseNo,
      step,
      day: dueOn,
      doneOn,
      spared: isWaived ? 'waived' : exemptionOf(of, failure, rule.exempt),
    },
  ]
}

function leakItems(
  { id, unit, day, documentNo }: LeakEntry,
  { quarter, rules, waivers }: Grounds,
): readonly DeductionItem[] {
  if (day < quarter.from || day > quarter.to) return []
  return rulesOn(rules, 'leak', day).map((rule) => ({
    rule: rule.id,
    ruleFrom: rule.from,
    trigger: rule.trigger,
    unit,
    subject: id,
    name: documentNo,
    step: null,
    day,
    doneOn: null,
    spared: waivers.some((waiver) => waiver.rule === rule.id && waiver.subject === id) ? 'waived' : null,
  }))
}

const holds = ({ from, to }: DeductionRule, day: Day): boolean => from <= day && (to === null || day <= to)
