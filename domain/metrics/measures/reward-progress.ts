import type { Measure } from '../model.js'
import { item } from './bases.js'

/** A decision not to reward has no amount. */
const isRewarded = 'reward_amount > 0'
const isUnpaid = `${isRewarded} AND reward_paid_on IS NULL`

/** Rewards decided in the period, by where they stand on the as-of day. The same as `rewardStage`; a test holds the two together. */
const STANDING = {
  denominator: null,
  unit: 'cases',
  better: 'lower',
  time: 'rewardDecided',
  additive: true,
  needs: ['reward_decided_on', 'reward_notified_on', 'reward_paid_on', 'reward_amount', 'claim_due_on'],
  basis: item(8),
} as const

/** 奖励: how far rewards are on their way, what is still to be paid, and what a report costs on average. */
export const REWARD_PROGRESS = {
  rewardsToNotify: {
    ...STANDING,
    label: { zh: '已决定未通知', en: 'Decided, not told' },
    description: {
      zh: '期内决定奖励、截至数据截至日尚未通知领奖也未发放的举报',
      en: 'Rewards decided in the period of which the reporter is not told so far, unpaid',
    },
    formula: {
      zh: '未发放且未通知，按奖励决定日期计数',
      en: 'unpaid and not told, count by date of the decision',
    },
    aggregate: { kind: 'count', where: `${isUnpaid} AND reward_notified_on IS NULL` },
  },
  rewardsToClaim: {
    ...STANDING,
    label: { zh: '已通知待领取', en: 'Told, to be claimed' },
    description: {
      zh: '期内决定奖励、已通知领奖而尚未领取、领取期限未过的举报',
      en: 'Rewards decided in the period, told and not claimed, within the limit for claiming',
    },
    formula: {
      zh: '未发放、已通知且领取期限未过，按奖励决定日期计数',
      en: 'unpaid, told, limit for claiming not over, count by date of the decision',
    },
    better: 'neither',
    aggregate: {
      kind: 'count',
      where: `${isUnpaid} AND reward_notified_on IS NOT NULL AND (claim_due_on IS NULL OR claim_due_on >= {asOf: Date32})`,
    },
  },
  rewardsLapsed: {
    ...STANDING,
    label: { zh: '逾期未领', en: 'Not claimed in time' },
    description: {
      zh: '期内决定奖励、已通知领奖、领取期限已过而未领取的举报；是否视为放弃由受理单位认定',
      en: 'Rewards decided in the period, told and not claimed within the limit; whether given up is for the office to say',
    },
    formula: {
      zh: '未发放、已通知且领取期限已过，按奖励决定日期计数',
      en: 'unpaid, told, limit for claiming over, count by date of the decision',
    },
    aggregate: {
      kind: 'count',
      where: `${isUnpaid} AND reward_notified_on IS NOT NULL AND claim_due_on < {asOf: Date32}`,
    },
  },
  rewardUnpaidAmount: {
    label: { zh: '未兑现奖励金额', en: 'Reward amount unpaid' },
    description: {
      zh: '期内决定、截至数据截至日尚未发放的奖励金额之和',
      en: 'Sum of the rewards decided in the period that are not paid so far',
    },
    formula: { zh: 'Σ未发放的奖励金额，按奖励决定日期', en: 'Σ unpaid amount, by date of the decision' },
    denominator: null,
    unit: 'yuan',
    better: 'lower',
    time: 'rewardDecided',
    aggregate: { kind: 'sum', of: 'reward_amount', where: isUnpaid },
    additive: true,
    needs: ['reward_decided_on', 'reward_paid_on', 'reward_amount'],
    basis: item(8),
  },
  meanReward: {
    label: { zh: '平均每件奖励', en: 'Mean reward' },
    description: {
      zh: '期内决定奖励的举报平均每件的金额',
      en: 'Mean amount of the rewards decided in the period',
    },
    formula: {
      zh: 'Σ奖励金额÷决定奖励件数，按奖励决定日期',
      en: 'Σ reward amount ÷ rewards decided, by date of the decision',
    },
    denominator: { zh: '期内决定给予奖励的举报', en: 'reports for which a reward was decided in the period' },
    unit: 'yuan',
    better: 'neither',
    time: 'rewardDecided',
    aggregate: { kind: 'mean', of: 'reward_amount', where: isRewarded },
    additive: false,
    needs: ['reward_decided_on', 'reward_amount'],
    basis: item(8),
  },
  rewardPerVerified: {
    label: { zh: '平均每件查实举报奖励', en: 'Reward per report found true' },
    description: {
      zh: '期内核查属实（含部分属实）的举报平均每件的奖励；未决定、不予奖励的按0元计，近期刚查实的会使数值偏低',
      en: 'Mean reward of the reports found true (or partly) in the period; without a decision 0, so that recent periods are low',
    },
    formula: {
      zh: 'Σ奖励金额÷属实和部分属实件数，按核查完毕日期',
      en: 'Σ reward amount ÷ reports found true or partly true, by date of the finding',
    },
    denominator: {
      zh: '期内核查属实和部分属实的举报',
      en: 'reports found true or partly true in the period',
    },
    unit: 'yuan',
    better: 'neither',
    time: 'verified',
    aggregate: { kind: 'mean', of: 'ifNull(reward_amount, 0)', where: "result IN ('true', 'partly')" },
    additive: false,
    needs: ['verified_on', 'result', 'reward_decided_on', 'reward_amount'],
    basis: item(8),
  },
} as const satisfies Record<string, Measure>
