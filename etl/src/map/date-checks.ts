import type { Reason } from '../contract/reasons.js'
import type { CaseFact } from './case-fact.js'

/** Something wrong with a row: why, and the column or field that shows it. */
export interface Defect {
  readonly reason: Reason
  readonly detail: string
}

type Day = keyof Pick<
  CaseFact,
  | 'receivedOn'
  | 'acceptedOn'
  | 'rejectedOn'
  | 'assignedOn'
  | 'returnedOn'
  | 'signedOn'
  | 'verifiedOn'
  | 'extensionAskedOn'
  | 'extendedOn'
  | 'closedOn'
  | 'repliedOn'
  | 'refusalToldOn'
  | 'rewardDecidedOn'
  | 'rewardNotifiedOn'
  | 'rewardPaidOn'
>

const NAMES: Readonly<Record<Day, string>> = {
  receivedOn: '接报日期',
  acceptedOn: '受理日期',
  rejectedOn: '不予受理日期',
  assignedOn: '转办日期',
  returnedOn: '退回日期',
  signedOn: '签收日期',
  verifiedOn: '核查完成日期',
  extensionAskedOn: '延期申请日期',
  extendedOn: '延期批准日期',
  closedOn: '办结日期',
  repliedOn: '回复日期',
  refusalToldOn: '不予受理（奖励）告知日期',
  rewardDecidedOn: '奖励决定日期',
  rewardNotifiedOn: '领奖通知日期',
  rewardPaidOn: '奖励发放日期',
}

const DAYS = Object.keys(NAMES) as readonly Day[]
const FIRST_PLAUSIBLE = '1990-01-01'

/**
 * The one table of date orders. What would falsify a figure (counts by period, handling time, on-time share) breaks the
 * row and quarantines it; what no figure rests on is loaded with a note, because the case itself is true.
 */
const ORDERS: readonly { readonly later: Day; readonly earlier: Day; readonly reason: Reason }[] = [
  { later: 'acceptedOn', earlier: 'receivedOn', reason: 'date.order' },
  { later: 'rejectedOn', earlier: 'receivedOn', reason: 'date.order' },
  { later: 'verifiedOn', earlier: 'acceptedOn', reason: 'date.order' },
  { later: 'closedOn', earlier: 'acceptedOn', reason: 'date.order' },
  { later: 'closedOn', earlier: 'receivedOn', reason: 'date.order' },
  { later: 'assignedOn', earlier: 'receivedOn', reason: 'note.assignedBeforeReceipt' },
  { later: 'returnedOn', earlier: 'receivedOn', reason: 'note.returnedBeforeAssignment' },
  { later: 'returnedOn', earlier: 'assignedOn', reason: 'note.returnedBeforeAssignment' },
  { later: 'repliedOn', earlier: 'closedOn', reason: 'note.replyBeforeClosing' },
  { later: 'signedOn', earlier: 'assignedOn', reason: 'note.dayOrder' },
  { later: 'extensionAskedOn', earlier: 'acceptedOn', reason: 'note.dayOrder' },
  { later: 'extendedOn', earlier: 'extensionAskedOn', reason: 'note.dayOrder' },
  { later: 'refusalToldOn', earlier: 'rejectedOn', reason: 'note.dayOrder' },
  { later: 'rewardNotifiedOn', earlier: 'rewardDecidedOn', reason: 'note.dayOrder' },
  { later: 'rewardPaidOn', earlier: 'rewardDecidedOn', reason: 'note.paidBeforeDecision' },
]

/**
 * Holds the day of a row's last update against the same bounds. It orders versions and says how far the file reaches, so an
 * impossible one is as good as none; the case itself is true.
 *
 * @param updatedOn ISO day, '' = none.
 * @param last as for `checkDays`.
 */
export function checkUpdateDay(updatedOn: string, last: string): Defect | null {
  if (updatedOn === '' || (updatedOn >= FIRST_PLAUSIBLE && updatedOn <= last)) return null
  return { reason: 'note.updateDay', detail: `更新日期 ${updatedOn}` }
}

/**
 * Holds the days of a case against each other and against the last day the file can know of.
 *
 * @param last ISO day: the file's as-of day, or today in the office's zone.
 */
export function checkDays(fact: CaseFact, last: string): readonly Defect[] {
  const defects: Defect[] = []
  for (const key of DAYS) {
    const day = fact[key]
    if (day === null || day === '') continue
    if (day < FIRST_PLAUSIBLE) defects.push({ reason: 'date.implausible', detail: `${NAMES[key]} ${day}` })
    else if (day > last) defects.push({ reason: 'date.future', detail: `${NAMES[key]} ${day} 晚于 ${last}` })
  }
  for (const { later, earlier, reason } of ORDERS) {
    const [after, before] = [fact[later], fact[earlier]]
    if (after !== null && before !== null && after < before) {
      defects.push({ reason, detail: `${NAMES[later]} ${after} 早于${NAMES[earlier]} ${before}` })
    }
  }
  return defects
}
