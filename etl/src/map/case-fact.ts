import type { Transfer } from '@fengsui/domain/rules/holder'

/** A case as the warehouse keeps it (`case_versions`), without its number, version and batch. Days are ISO, amounts yuan. */
export interface CaseFact {
  channel: string
  region1: string
  region2: string
  industry1: string
  industry2: string
  issue1: string
  issue2: string
  department: string
  reportClass: string
  hazardLevel: string
  enterprise: string
  reporterToken: string
  reporterKind: string
  contactable: boolean
  state: string
  result: string
  receivedOn: string
  acceptedOn: string | null
  rejectedOn: string | null
  assignedOn: string | null
  returnedOn: string | null
  signedOn: string | null
  /** To whom it went, and when; '' = back to the office. */
  transfers: readonly Transfer[]
  verifiedOn: string | null
  dueOn: string | null
  extensionAskedOn: string | null
  extendedOn: string | null
  extensionDays: number
  pausedDays: number
  closedOn: string | null
  repliedOn: string | null
  refusalToldOn: string | null
  acceptDueOn: string | null
  signDueOn: string | null
  replyDueOn: string | null
  refusalDueOn: string | null
  rewardDecidedOn: string | null
  rewardNotifiedOn: string | null
  rewardPaidOn: string | null
  rewardDueOn: string | null
  claimDueOn: string | null
  rewardAmount: string | null
  /** Of the reward standards of the office; '' = not said. */
  rewardItem: string
  fineAmount: string | null
  summary: string
  fatal: boolean
  deleted: boolean
}

/** The column of `case_versions` for each property, in the order in which they are staged. */
export const FACT_COLUMNS = {
  channel: 'channel',
  region1: 'region_1',
  region2: 'region_2',
  industry1: 'industry_1',
  industry2: 'industry_2',
  issue1: 'issue_1',
  issue2: 'issue_2',
  department: 'department',
  reportClass: 'report_class',
  hazardLevel: 'hazard_level',
  enterprise: 'enterprise',
  reporterToken: 'reporter_token',
  reporterKind: 'reporter_kind',
  contactable: 'contactable',
  state: 'state',
  result: 'result',
  receivedOn: 'received_on',
  acceptedOn: 'accepted_on',
  rejectedOn: 'rejected_on',
  assignedOn: 'assigned_on',
  returnedOn: 'returned_on',
  signedOn: 'signed_on',
  transfers: 'transfers',
  verifiedOn: 'verified_on',
  dueOn: 'due_on',
  extensionAskedOn: 'extension_asked_on',
  extendedOn: 'extended_on',
  extensionDays: 'extension_days',
  pausedDays: 'paused_days',
  closedOn: 'closed_on',
  repliedOn: 'replied_on',
  refusalToldOn: 'refusal_told_on',
  acceptDueOn: 'accept_due_on',
  signDueOn: 'sign_due_on',
  replyDueOn: 'reply_due_on',
  refusalDueOn: 'refusal_due_on',
  rewardDecidedOn: 'reward_decided_on',
  rewardNotifiedOn: 'reward_notified_on',
  rewardPaidOn: 'reward_paid_on',
  rewardDueOn: 'reward_due_on',
  claimDueOn: 'claim_due_on',
  rewardAmount: 'reward_amount',
  rewardItem: 'reward_item',
  fineAmount: 'fine_amount',
  summary: 'summary',
  fatal: 'fatal',
  deleted: 'deleted',
} as const satisfies Record<keyof CaseFact, string>

export type FactKey = keyof CaseFact
export const FACT_KEYS = Object.keys(FACT_COLUMNS) as readonly FactKey[]

/** A case about which nothing is known yet. */
export const emptyFact = (): CaseFact => ({
  channel: '',
  region1: '',
  region2: '',
  industry1: '',
  industry2: '',
  issue1: '',
  issue2: '',
  department: '',
  reportClass: '',
  hazardLevel: '',
  enterprise: '',
  reporterToken: '',
  reporterKind: '',
  contactable: false,
  state: '',
  result: '',
  receivedOn: '',
  acceptedOn: null,
  rejectedOn: null,
  assignedOn: null,
  returnedOn: null,
  signedOn: null,
  transfers: [],
  verifiedOn: null,
  dueOn: null,
  extensionAskedOn: null,
  extendedOn: null,
  extensionDays: 0,
  pausedDays: 0,
  closedOn: null,
  repliedOn: null,
  refusalToldOn: null,
  acceptDueOn: null,
  signDueOn: null,
  replyDueOn: null,
  refusalDueOn: null,
  rewardDecidedOn: null,
  rewardNotifiedOn: null,
  rewardPaidOn: null,
  rewardDueOn: null,
  claimDueOn: null,
  rewardAmount: null,
  rewardItem: '',
  fineAmount: null,
  summary: '',
  fatal: false,
  deleted: false,
})

/** The latest day on which something happened to a case; a due date is no event. */
export function latestEvent(fact: CaseFact): string {
  let latest = fact.receivedOn
  for (const day of [
    fact.acceptedOn,
    fact.rejectedOn,
    fact.assignedOn,
    fact.returnedOn,
    fact.signedOn,
    fact.transfers.at(-1)?.day ?? null,
    fact.verifiedOn,
    fact.extensionAskedOn,
    fact.extendedOn,
    fact.closedOn,
    fact.repliedOn,
    fact.refusalToldOn,
    fact.rewardDecidedOn,
    fact.rewardNotifiedOn,
    fact.rewardPaidOn,
  ]) {
    if (day !== null && day > latest) latest = day
  }
  return latest
}
