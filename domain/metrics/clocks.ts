import type { MeasureId } from './measures.js'
import type { Text } from './model.js'

/** A limit as a board shows it. */
interface ClockEntry {
  readonly label: Text
  /** What counts the open steps of it; null: it is shown with the case only. */
  readonly measure: MeasureId | null
  /** What is left of it is counted in working days. */
  readonly inWorkingDays: boolean
}

/** The limits of a case, in the order in which they run. */
export const CLOCKS = {
  accept: {
    label: { zh: '受理期限', en: 'Acceptance' },
    measure: 'pendingAcceptance',
    inWorkingDays: true,
  },
  sign: { label: { zh: '签收期限', en: 'Signing' }, measure: 'pendingSignIn', inWorkingDays: true },
  close: { label: { zh: '办结期限', en: 'Closing' }, measure: 'pendingClosing', inWorkingDays: false },
  reply: { label: { zh: '回复期限', en: 'Reply' }, measure: 'pendingReply', inWorkingDays: true },
  refusal: {
    label: { zh: '不予告知期限', en: 'Telling a refusal' },
    measure: 'pendingRefusal',
    inWorkingDays: true,
  },
  reward: { label: { zh: '兑现期限', en: 'Reward' }, measure: 'pendingReward', inWorkingDays: false },
  claim: { label: { zh: '领奖期限', en: 'Claim of the reward' }, measure: null, inWorkingDays: false },
} as const satisfies Record<string, ClockEntry>

export type ClockKind = keyof typeof CLOCKS
