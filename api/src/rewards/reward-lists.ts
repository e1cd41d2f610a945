import { MEASURES } from '@fengsui/domain/metrics/measures'
import type { Text } from '@fengsui/domain/metrics/model'

interface RewardList {
  readonly page: 'rewards'
  readonly label: Text
  /** Why a case is on it. */
  readonly description: Text
  /** SQL over the columns of `cases`. */
  readonly where: string
  readonly clock: 'reward'
  readonly order: 'rewardDecided' | 'rewardPaid'
  readonly direction: 'asc' | 'desc'
}

const byAge = { page: 'rewards', clock: 'reward', order: 'rewardDecided', direction: 'asc' } as const

/** Rewards by where they stand on the as-of day, by the conditions of the measures that count them; a test holds them and `rewardStage` together. */
export const REWARD_LISTS = {
  rewardsUnpaid: {
    ...byAge,
    label: { zh: '未兑现', en: 'Unpaid' },
    description: {
      zh: '已决定奖励、尚未发放的全部举报，决定最早的在前（通知第8项、第14项）',
      en: 'All rewards decided and not paid, the oldest decision first',
    },
    where: MEASURES.rewardUnpaidAmount.aggregate.where,
  },
  rewardsToNotify: {
    ...byAge,
    label: { zh: '已决定未通知', en: 'Decided, not told' },
    description: {
      zh: '已决定奖励，尚未通知举报人领取',
      en: 'A reward was decided and the reporter is not told so far',
    },
    where: MEASURES.rewardsToNotify.aggregate.where,
  },
  rewardsToClaim: {
    ...byAge,
    label: { zh: '已通知待领取', en: 'Told, to be claimed' },
    description: {
      zh: '已通知领奖，领取期限未过',
      en: 'The reporter was told, and can still claim the reward',
    },
    where: MEASURES.rewardsToClaim.aggregate.where,
  },
  rewardsLapsed: {
    ...byAge,
    label: { zh: '逾期未领', en: 'Not claimed in time' },
    description: {
      zh: '领取期限已过而未领取；是否视为放弃由受理单位认定，能说明理由的可以延长',
      en: 'Not claimed within the limit; whether it is given up is for the office to say',
    },
    where: MEASURES.rewardsLapsed.aggregate.where,
  },
  rewardsPaid: {
    page: 'rewards',
    clock: 'reward',
    order: 'rewardPaid',
    direction: 'desc',
    label: { zh: '已兑现', en: 'Paid' },
    description: { zh: '已发放奖励的举报，最近的在前', en: 'Rewards that were paid, the latest first' },
    where: 'reward_amount > 0 AND reward_paid_on IS NOT NULL',
  },
} as const satisfies Record<string, RewardList>
