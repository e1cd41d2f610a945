import type { Day } from '@fengsui/domain/time/day'
import { isDay } from '@fengsui/domain/time/day'
import { isStorable } from '../storable.js'

/** By what a list of cases can be ordered; each is a day of the case. */
export const CASE_ORDERS = {
  received: { column: 'received_on', label: { zh: '接报日期', en: 'Received' } },
  accepted: { column: 'accepted_on', label: { zh: '受理日期', en: 'Accepted' } },
  due: { column: 'due_on', label: { zh: '到期日', en: 'Due' } },
  closed: { column: 'closed_on', label: { zh: '办结日期', en: 'Closed' } },
  acceptDue: { column: 'accept_due_on', label: { zh: '受理期限', en: 'Acceptance due' } },
  signDue: { column: 'sign_due_on', label: { zh: '签收期限', en: 'Signing due' } },
  replyDue: { column: 'reply_due_on', label: { zh: '回复期限', en: 'Reply due' } },
  refusalDue: { column: 'refusal_due_on', label: { zh: '告知期限', en: 'Telling of a refusal due' } },
  rewardDue: { column: 'reward_due_on', label: { zh: '兑现期限', en: 'Reward due' } },
  rewardDecided: { column: 'reward_decided_on', label: { zh: '奖励决定日期', en: 'Reward decided' } },
  rewardPaid: { column: 'reward_paid_on', label: { zh: '兑现日期', en: 'Reward paid' } },
} as const

export type CaseOrder = keyof typeof CASE_ORDERS

/** A page of a list: after which case, in which order. */
export interface Page {
  readonly first: number
  readonly after: Cursor | null
  readonly order: CaseOrder
  readonly direction: 'asc' | 'desc'
  /** Text that the case number, or the enterprise where it may be seen, holds literally; '' for any. */
  readonly search: string
}

/** The last case of the page before: its day ('' for none) and its id. */
export interface Cursor {
  readonly day: Day
  readonly id: string
}

export const MOST_CASES = 100

/** A cursor as a text without meaning to the client. */
export const writeCursor = ({ day, id }: Cursor): string =>
  Buffer.from(JSON.stringify([day, id])).toString('base64url')

/** @returns null when it is no cursor of ours. */
export function readCursor(text: string): Cursor | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(read) || read.length !== 2) return null
    const [day, id] = read as unknown[]
    if (typeof day !== 'string' || typeof id !== 'string' || id.length > 200 || !isStorable(id)) return null
    return day === '' || isDay(day) ? { day, id } : null
  } catch {
    return null
  }
}
