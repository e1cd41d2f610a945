import { type Dated, ruleOn } from '../rules/dated.js'
import type { Day } from '../time/day.js'

/** What the notice deducts for (通知第14项): 未在规定时间内完成闭环, 未兑现奖励, 失密泄密. */
export const TRIGGERS = ['openLoop', 'unpaidReward', 'leak'] as const
export type Trigger = (typeof TRIGGERS)[number]

/** What has to be done, each within its limit, before a case that was accepted is 闭环. */
export const LOOP_STEPS = ['verified', 'closed', 'replied'] as const
export type LoopStep = (typeof LOOP_STEPS)[number]

/**
 * Why a case that fulfils a trigger is not counted. `fatal`: somebody died, so that the government has it checked
 * (安全生产法第73条). `claimOpen`: the reporter was told of the reward within the limit and did not come for it before his own
 * limit ended.
 */
export const EXEMPTIONS = ['fatal', 'claimOpen'] as const
export type Exemption = (typeof EXEMPTIONS)[number]

/** One version of a rule by which points are deducted. */
export interface DeductionRule extends Dated {
  /** The same in all versions of a rule. */
  readonly id: string
  readonly trigger: Trigger
  readonly text: string
  /** Points for each case or event, above 0. */
  readonly points: number
  /** Most points that a unit loses by it in a quarter; null: without end. */
  readonly cap: number | null
  readonly exempt: readonly Exemption[]
  /** Of `openLoop` only. */
  readonly steps: readonly LoopStep[]
  /** Article, item or decision that it rests on. */
  readonly basis: string
  /** Not decided yet (待定). */
  readonly proposed: boolean
}

/**
 * The versions that hold on a day, one for each rule of a trigger: what happened then is judged by the rule of that day,
 * whatever is made later (法不溯及既往, 立法法第104条).
 */
export function rulesOn<R extends DeductionRule>(
  rules: readonly R[],
  trigger: Trigger,
  day: Day,
): readonly R[] {
  const ofTrigger = rules.filter((rule) => rule.trigger === trigger)
  const ids = [...new Set(ofTrigger.map(({ id }) => id))]
  return ids.flatMap(
    (id) =>
      ruleOn(
        ofTrigger.filter((rule) => rule.id === id),
        day,
      ) ?? [],
  )
}
