import type { Day } from '../time/day.js'

/** Where a reward stands, in the order in which it goes on. */
export const REWARD_STAGES = ['decided', 'notified', 'lapsed', 'paid', 'refused'] as const
export type RewardStage = (typeof REWARD_STAGES)[number]

/** The days of a reward. */
export interface RewardDays {
  readonly decidedOn: Day | null
  /** A decision without an amount is one not to reward. */
  readonly isRewarded: boolean
  readonly notifiedOn: Day | null
  /** Until then it can be claimed (安监总财〔2018〕19号: 60 days from the notice, later it counts as given up). */
  readonly claimDueOn: Day | null
  readonly paidOn: Day | null
}

/**
 * Where a reward stands on a day. One that was not claimed in time is `lapsed`, not given up: the text lets a reason
 * count, so that the office says so.
 *
 * @returns null where nothing was decided.
 */
export function rewardStage(
  { decidedOn, isRewarded, notifiedOn, claimDueOn, paidOn }: RewardDays,
  asOf: Day,
): RewardStage | null {
  if (decidedOn === null) return null
  if (!isRewarded) return 'refused'
  if (paidOn !== null) return 'paid'
  if (notifiedOn === null) return 'decided'
  return claimDueOn !== null && claimDueOn < asOf ? 'lapsed' : 'notified'
}
