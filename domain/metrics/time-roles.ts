interface Role {
  readonly column: string
  readonly label: { readonly zh: string; readonly en: string }
}

/**
 * The events of a case whose dates decide to which period it belongs, and the columns of `cases` that hold them.
 * `settled` is e = min(closing date, due date in force): the day on which "on time or not" is decided.
 */
export const TIME_ROLES = {
  received: { column: 'received_on', label: { zh: '接报日期', en: 'date of receipt' } },
  acceptDue: { column: 'accept_due_on', label: { zh: '受理期限届满日', en: 'end of the acceptance limit' } },
  signDue: { column: 'sign_due_on', label: { zh: '签收期限届满日', en: 'end of the limit for signing' } },
  accepted: { column: 'accepted_on', label: { zh: '受理日期', en: 'date of acceptance' } },
  rejected: { column: 'rejected_on', label: { zh: '不予受理日期', en: 'date of refusal' } },
  assigned: { column: 'assigned_on', label: { zh: '交办日期', en: 'date of assignment' } },
  returned: { column: 'returned_on', label: { zh: '退回日期', en: 'date of return' } },
  extended: { column: 'extended_on', label: { zh: '延期批准日期', en: 'date of the extension' } },
  verified: { column: 'verified_on', label: { zh: '核查完毕日期', en: 'date of the finding' } },
  due: { column: 'due_on', label: { zh: '办结到期日', en: 'due date' } },
  settled: {
    column: 'settled_on',
    label: { zh: '办结日与到期日较早者', en: 'earlier of closing and due date' },
  },
  closed: { column: 'closed_on', label: { zh: '办结日期', en: 'date of closing' } },
  replyDue: { column: 'reply_due_on', label: { zh: '回复期限届满日', en: 'end of the reply limit' } },
  refusalDue: {
    column: 'refusal_due_on',
    label: { zh: '告知期限届满日', en: 'end of the limit for telling a refusal' },
  },
  replied: { column: 'replied_on', label: { zh: '回复日期', en: 'date of the reply' } },
  rewardDecided: {
    column: 'reward_decided_on',
    label: { zh: '奖励决定日期', en: 'date of the reward decision' },
  },
  rewardDue: { column: 'reward_due_on', label: { zh: '兑现期限届满日', en: 'end of the limit for payment' } },
  rewardPaid: { column: 'reward_paid_on', label: { zh: '奖励兑现日期', en: 'date of the reward payment' } },
} as const satisfies Record<string, Role>

export type TimeRole = keyof typeof TIME_ROLES
