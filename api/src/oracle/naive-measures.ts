import type { MeasureId } from '@fengsui/domain/metrics/measures'
import { addDays } from '@fengsui/domain/time/day'
import type { Day } from '@fengsui/domain/time/day'
import type { ExportedCase } from './exported-cases.js'

// Every indicator once more, written from its printed formula (口径) and from nothing else: the attribution date, the
// cases, and what is done with them. No SQL, and nothing of how the product takes measures apart.

type On = (each: ExportedCase) => Day | null
type Is = (each: ExportedCase, asOf: Day) => boolean
type Amount = (each: ExportedCase, asOf: Day) => number

/** What is made of the cases of a period. */
export type Making =
  | { readonly kind: 'number' }
  | { readonly kind: 'sum'; readonly amount: Amount }
  | { readonly kind: 'ratio'; readonly has: Is }
  /** Events have days of their own; a case may hold several. */
  | { readonly kind: 'rate'; readonly eventOn: On; readonly events: Amount }
  | { readonly kind: 'share'; readonly has: Is; readonly amount: Amount }
  | { readonly kind: 'mean'; readonly amount: Amount }
  | { readonly kind: 'quantile'; readonly level: number; readonly amount: Amount }
  | { readonly kind: 'density'; readonly of: 'population' | 'enterprises'; readonly per: number }

export interface NaiveMeasure {
  /** The day that says to which period a case belongs. */
  readonly on: On
  /** Which of the cases with such a day are meant. */
  readonly of: Is
  readonly making: Making
  readonly unit: 'cases' | 'percent' | 'days' | 'yuan' | 'rate'
  /** Days that a case must be old. */
  readonly maturity?: number
  /** A period may lie after the as-of day. */
  readonly ahead?: boolean
}

/** May values of parts be added up? */
export const isAdditive = ({ making }: NaiveMeasure): boolean =>
  making.kind === 'number' || making.kind === 'sum'

const every: Is = () => true
/** `a ≤ b`, where neither is missing. */
const upTo = (a: Day | null, b: Day | null): boolean => a !== null && b !== null && a <= b
const isBefore = (a: Day | null, b: Day): boolean => a !== null && a < b
const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
const firstOf = (a: Day | null, b: Day | null): Day | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b

const number = (on: On, of: Is = every): NaiveMeasure => ({
  on,
  of,
  making: { kind: 'number' },
  unit: 'cases',
})
const sum = (unit: NaiveMeasure['unit'], on: On, of: Is, amount: Amount): NaiveMeasure => ({
  on,
  of,
  making: { kind: 'sum', amount },
  unit,
})
const ratio = (on: On, of: Is, has: Is): NaiveMeasure => ({
  on,
  of,
  making: { kind: 'ratio', has },
  unit: 'percent',
})
const rate = (on: On, eventOn: On, events: Amount = () => 1): NaiveMeasure => ({
  on,
  of: every,
  making: { kind: 'rate', eventOn, events },
  unit: 'percent',
})
/** Days of it are known ahead of the as-of day. */
const ahead = (on: On, of: Is): NaiveMeasure => ({ ...number(on, of), ahead: true })
const density = (of: 'population' | 'enterprises', per: number): NaiveMeasure => ({
  on: ({ accepted }) => accepted,
  of: every,
  making: { kind: 'density', of, per },
  unit: 'rate',
})

const isTrue: Is = ({ codes: { result } }) => result === 'true' || result === 'partly'
const isChecked: Is = ({ verified }) => verified !== null
const decided = ({ accepted, rejected }: ExportedCase): Day | null => firstOf(accepted, rejected)
const isClosedInTime: Is = ({ closed, due }) => upTo(closed, due)
const isOverdue: Is = ({ closed, due }, asOf) => due !== null && (closed === null ? due < asOf : closed > due)
/** e = min(closing date, due date in force). */
const settled = ({ closed, due }: ExportedCase): Day | null => (due === null ? null : firstOf(closed, due))
const isRewarded: Is = ({ rewardAmount }) => rewardAmount !== null && rewardAmount > 0
const isPaid: Is = ({ rewardPaid }) => rewardPaid !== null
const isUnpaid: Is = (each, asOf) => isRewarded(each, asOf) && !isPaid(each, asOf)
const reward: Amount = ({ rewardAmount }) => rewardAmount ?? 0

const wasHandled: Is = ({ accepted, closed }) => upTo(accepted, closed)
const daysTaken: Amount = ({ accepted, closed }) =>
  accepted === null || closed === null ? 0 : daysBetween(accepted, closed)
const duration = (making: Making): NaiveMeasure => ({
  on: ({ closed }) => closed,
  of: wasHandled,
  making,
  unit: 'days',
})
const quantile = (level: number): NaiveMeasure => duration({ kind: 'quantile', level, amount: daysTaken })

export const NAIVE_MEASURES: Readonly<Record<MeasureId, NaiveMeasure>> = {
  received: number(({ received }) => received),
  accepted: number(({ accepted }) => accepted),
  rejected: number(({ rejected }) => rejected),
  acceptedOnTimeRate: ratio(
    ({ acceptDue }) => acceptDue,
    (each, asOf) => decided(each) !== null || isBefore(each.acceptDue, asOf),
    (each) => upTo(decided(each), each.acceptDue),
  ),
  repeats: sum(
    'cases',
    ({ received }) => received,
    ({ merged }) => merged > 0,
    ({ merged }) => merged,
  ),
  repeatRate: rate(
    ({ received }) => received,
    ({ received }) => received,
    ({ merged }) => merged,
  ),
  acceptedPer10k: density('population', 10_000),
  acceptedPer100Enterprises: density('enterprises', 100),

  checked: number(({ verified }) => verified),
  checkedShareOfAccepted: ratio(({ accepted }) => accepted, every, isChecked),
  checkedShareOfReceived: ratio(({ received }) => received, every, isChecked),
  verifiedShareOfChecked: ratio(({ verified }) => verified, every, isTrue),
  verifiedShareOfAccepted: {
    ...ratio(
      ({ accepted }) => accepted,
      ({ accepted }, asOf) => upTo(accepted, addDays(asOf, -90)),
      isTrue,
    ),
    maturity: 90,
  },

  assigned: number(({ assigned }) => assigned),
  returnRate: rate(
    ({ assigned }) => assigned,
    ({ returned }) => returned,
  ),
  extensionRate: rate(
    ({ accepted }) => accepted,
    ({ extended }) => extended,
  ),
  due: number(({ due }) => due),
  closed: number(({ closed }) => closed),
  onTimeRate: ratio(
    settled,
    (each, asOf) => isClosedInTime(each, asOf) || isBefore(each.due, asOf),
    isClosedInTime,
  ),
  overdue: number(({ due }) => due, isOverdue),
  overdueDays: sum(
    'days',
    ({ due }) => due,
    isOverdue,
    ({ due, closed }, asOf) => (due === null ? 0 : daysBetween(due, closed ?? asOf)),
  ),

  meanDays: duration({ kind: 'mean', amount: daysTaken }),
  medianDays: quantile(0.5),
  p75Days: quantile(0.75),
  p90Days: quantile(0.9),

  replied: number(({ replied }) => replied),
  repliedOnTimeRate: ratio(
    ({ closed }) => closed,
    ({ contactable, replied, replyDue }, asOf) =>
      contactable && replyDue !== null && (replied !== null || replyDue < asOf),
    ({ replied, replyDue }) => upTo(replied, replyDue),
  ),
  uncontactable: number(
    ({ closed }) => closed,
    ({ contactable }) => !contactable,
  ),
  rewardsDecided: number(({ rewardDecided }) => rewardDecided, isRewarded),
  rewardsPaid: number(({ rewardPaid }) => rewardPaid, isRewarded),
  rewardPaidRate: ratio(({ rewardDecided }) => rewardDecided, isRewarded, isPaid),
  rewardPaidAmountRate: {
    on: ({ rewardDecided }) => rewardDecided,
    of: isRewarded,
    making: { kind: 'share', has: isPaid, amount: reward },
    unit: 'percent',
  },
  rewardAmount: sum('yuan', ({ rewardDecided }) => rewardDecided, isRewarded, reward),
  rewardPaidAmount: sum('yuan', ({ rewardPaid }) => rewardPaid, isRewarded, reward),

  pendingAcceptance: ahead(
    ({ acceptDue }) => acceptDue,
    (each) => decided(each) === null,
  ),
  pendingSignIn: ahead(
    ({ signDue }) => signDue,
    ({ signed, verified, closed }) => signed === null && verified === null && closed === null,
  ),
  pendingClosing: ahead(
    ({ due }) => due,
    ({ closed }) => closed === null,
  ),
  pendingReply: ahead(
    ({ replyDue }) => replyDue,
    ({ contactable, replied }) => contactable && replied === null,
  ),
  pendingRefusal: ahead(
    ({ refusalDue }) => refusalDue,
    ({ contactable, refusalTold }) => contactable && refusalTold === null,
  ),
  pendingReward: ahead(
    ({ rewardDue }) => rewardDue,
    ({ rewardPaid }) => rewardPaid === null,
  ),

  rewardsToNotify: number(
    ({ rewardDecided }) => rewardDecided,
    (each, asOf) => isUnpaid(each, asOf) && each.rewardNotified === null,
  ),
  rewardsToClaim: number(
    ({ rewardDecided }) => rewardDecided,
    (each, asOf) => isUnpaid(each, asOf) && each.rewardNotified !== null && !isBefore(each.claimDue, asOf),
  ),
  rewardsLapsed: number(
    ({ rewardDecided }) => rewardDecided,
    (each, asOf) => isUnpaid(each, asOf) && each.rewardNotified !== null && isBefore(each.claimDue, asOf),
  ),
  rewardUnpaidAmount: sum('yuan', ({ rewardDecided }) => rewardDecided, isUnpaid, reward),
  meanReward: {
    on: ({ rewardDecided }) => rewardDecided,
    of: isRewarded,
    making: { kind: 'mean', amount: reward },
    unit: 'yuan',
  },
  rewardPerVerified: {
    on: ({ verified }) => verified,
    of: isTrue,
    making: { kind: 'mean', amount: reward },
    unit: 'yuan',
  },
}
