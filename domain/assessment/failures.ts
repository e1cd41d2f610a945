import { type Transfer, holderAt } from '../rules/holder.js'
import type { Day } from '../time/day.js'
import type { Exemption, LoopStep } from './deduction-rules.js'

/** What of a case decides whether points are deducted; days are null where there is none. */
export interface HandledCase {
  readonly id: string
  readonly caseNo: string
  readonly dueOn: Day | null
  readonly verifiedOn: Day | null
  readonly closedOn: Day | null
  readonly replyDueOn: Day | null
  readonly repliedOn: Day | null
  /** A reply can reach the reporter. */
  readonly contactable: boolean
  readonly rewardDueOn: Day | null
  readonly rewardNotifiedOn: Day | null
  readonly claimDueOn: Day | null
  readonly rewardPaidOn: Day | null
  readonly isFatal: boolean
  readonly chain: readonly Transfer[]
  readonly assignedOn: Day | null
  /** The unit that has it now, '' = not known. */
  readonly department: string
}

/** A limit that ran out before its step was done. */
export interface Failure {
  readonly step: LoopStep | 'paid'
  /** The last day of the limit: its quarter and its holder count. */
  readonly dueOn: Day
  /** Null: not done up to the as-of day. */
  readonly doneOn: Day | null
  /** The unit that had the case at the end of that day; '' = the office itself. */
  readonly holder: string
}

/**
 * The first limit of the loop that ran out, of a case that was accepted: closing within 60 + 30 days with its check done
 * (通知第7项), then the reply within 3 working days (通知第9项). A case is 闭环 only when accepted, checked, closed and replied; one
 * that was closed and not replied is not. Each case counts once, with the limit that ran out first, so that nobody is
 * punished twice for one delay; where two end on one day, closing goes before the check.
 *
 * Nothing runs where the limit is not known (日历未公布), and no reply is owed to whom none can reach.
 *
 * @param steps which steps belong to the loop.
 * @param asOf a limit that ends on this day has not run out.
 */
export function loopFailure(of: HandledCase, steps: readonly LoopStep[], asOf: Day): Failure | null {
  const limits: readonly (readonly [LoopStep, Day | null, Day | null])[] = [
    ['closed', of.dueOn, of.closedOn],
    ['verified', of.dueOn, of.verifiedOn],
    ['replied', of.contactable ? of.replyDueOn : null, of.repliedOn],
  ]
  const failed = limits
    .filter(([step]) => steps.includes(step))
    .flatMap(([step, dueOn, doneOn]) =>
      dueOn !== null && ranOut(dueOn, doneOn, asOf) ? [failureOf(of, step, dueOn, doneOn)] : [],
    )
  return failed.reduce<Failure | null>(
    (first, each) => (first === null || each.dueOn < first.dueOn ? each : first),
    null,
  )
}

/** The limit of paying a reward that was decided, where it ran out (通知第8项, 第14项：未兑现群众举报奖励). */
export function paymentFailure(of: HandledCase, asOf: Day): Failure | null {
  const { rewardDueOn: dueOn, rewardPaidOn: doneOn } = of
  return dueOn !== null && ranOut(dueOn, doneOn, asOf) ? failureOf(of, 'paid', dueOn, doneOn) : null
}

/** Why the failure of a case is not held against anybody, of several reasons the first; null: it is. */
export function exemptionOf(
  of: HandledCase,
  { step, dueOn }: Failure,
  exempt: readonly Exemption[],
): Exemption | null {
  const holds: Readonly<Record<Exemption, boolean>> = {
    fatal: of.isFatal,
    claimOpen:
      step === 'paid' &&
      of.rewardNotifiedOn !== null &&
      of.rewardNotifiedOn <= dueOn &&
      (of.rewardPaidOn === null || of.claimDueOn === null || of.rewardPaidOn <= of.claimDueOn),
  }
  return exempt.find((reason) => holds[reason]) ?? null
}

const ranOut = (dueOn: Day, doneOn: Day | null, asOf: Day): boolean =>
  doneOn === null ? dueOn < asOf : doneOn > dueOn

function failureOf(of: HandledCase, step: Failure['step'], dueOn: Day, doneOn: Day | null): Failure {
  return { step, dueOn, doneOn, holder: holderAt(of, dueOn) }
}
