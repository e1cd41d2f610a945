import type { Measure } from '../model.js'
import { item } from './bases.js'

/** What all of them are: open steps, dated by the day on which their limit ends, which may lie after the as-of day. */
const PENDING = {
  denominator: null,
  unit: 'cases',
  better: 'lower',
  additive: true,
  ahead: true,
} as const

/** 时限: what is still to be done, by the day on which its limit ends (通知第13项：及时催办). */
export const PENDING_STEPS = {
  pendingAcceptance: {
    ...PENDING,
    label: { zh: '待受理', en: 'To be accepted' },
    description: {
      zh: '尚未作出受理决定、受理期限在期内届满的举报',
      en: 'Reports not yet decided on whose acceptance limit ends in the period',
    },
    formula: {
      zh: '未决定受理，按受理期限届满日计数',
      en: 'undecided, count by end of the acceptance limit',
    },
    time: 'acceptDue',
    aggregate: { kind: 'count', where: 'decided_on IS NULL' },
    needs: ['accepted_on', 'accept_due_on'],
    basis: item(13),
  },
  pendingSignIn: {
    ...PENDING,
    label: { zh: '待签收', en: 'To be signed for' },
    description: {
      zh: '已交办、承办单位尚未签收也未核查完毕、签收期限在期内届满的举报',
      en: 'Reports assigned, neither signed for nor checked, whose limit for signing ends in the period',
    },
    formula: {
      zh: '未签收且未核查完毕、未办结，按签收期限届满日计数',
      en: 'not signed for, checked or closed, count by end of the limit for signing',
    },
    time: 'signDue',
    aggregate: { kind: 'count', where: 'signed_on IS NULL AND verified_on IS NULL AND closed_on IS NULL' },
    needs: ['signed_on', 'sign_due_on'],
    basis: item(11),
  },
  pendingClosing: {
    ...PENDING,
    label: { zh: '待办结', en: 'To be closed' },
    description: {
      zh: '尚未办结、办结期限在期内届满的举报；涉及人员死亡的不计',
      en: 'Reports still open whose closing limit ends in the period; those with a death are left out',
    },
    formula: { zh: '未办结，按办结到期日计数', en: 'open, count by due date' },
    time: 'due',
    aggregate: { kind: 'count', where: 'closed_on IS NULL' },
    needs: ['closed_on', 'due_on'],
    basis: item(7),
  },
  pendingReply: {
    ...PENDING,
    label: { zh: '待回复', en: 'To be replied to' },
    description: {
      zh: '已办结、举报人可联系而尚未回复、回复期限在期内届满的举报',
      en: 'Reports closed and not answered, with a reporter who can be reached, whose limit ends in the period',
    },
    formula: {
      zh: '可联系且未回复，按回复期限届满日计数',
      en: 'reachable and unanswered, count by end of the limit',
    },
    time: 'replyDue',
    aggregate: { kind: 'count', where: 'contactable AND replied_on IS NULL' },
    needs: ['closed_on', 'replied_on', 'reply_due_on'],
    basis: item(9),
  },
  pendingRefusal: {
    ...PENDING,
    label: { zh: '待告知（不予受理、不予奖励）', en: 'Refusals to be told' },
    description: {
      zh: '已决定不予受理或不予奖励、举报人可联系而尚未告知、告知期限在期内届满的举报',
      en: 'Reports refused, or refused a reward, whose reporter can be reached and is not told; limit in the period',
    },
    formula: {
      zh: '可联系且未告知，按告知期限届满日计数',
      en: 'reachable and not told, count by end of the limit',
    },
    time: 'refusalDue',
    aggregate: { kind: 'count', where: 'contactable AND refusal_told_on IS NULL' },
    needs: ['refusal_told_on', 'refusal_due_on'],
    basis: item(9),
  },
  pendingReward: {
    ...PENDING,
    label: { zh: '待兑现奖励', en: 'Rewards to be paid' },
    description: {
      zh: '已决定奖励而尚未发放、兑现期限在期内届满的举报',
      en: 'Reports with a reward decided and not paid whose limit for payment ends in the period',
    },
    formula: { zh: '未发放，按兑现期限届满日计数', en: 'unpaid, count by end of the limit for payment' },
    time: 'rewardDue',
    aggregate: { kind: 'count', where: 'reward_paid_on IS NULL' },
    needs: ['reward_decided_on', 'reward_paid_on', 'reward_amount', 'reward_due_on'],
    basis: item(8),
  },
} as const satisfies Record<string, Measure>
