import type { Day } from '../time/day.js'
import { type ClosingDates, type ClosingDue, type ClosingRule, closingDueOn } from './closing-deadline.js'
import { type CalendarDayRule, calendarDayDueOn } from './reward-deadlines.js'
import { workingDayDueOn } from './working-day-deadlines.js'
import type { WorkingCalendar, WorkingDayRule } from './working-days.js'

/** All limits of an office, each in its versions; [] = no limit is known. */
export interface ClockRules {
  readonly acceptance: readonly WorkingDayRule[]
  readonly signIn: readonly WorkingDayRule[]
  readonly closing: readonly ClosingRule[]
  readonly reply: readonly WorkingDayRule[]
  readonly refusal: readonly WorkingDayRule[]
  readonly rewardRefusal: readonly WorkingDayRule[]
  readonly payment: readonly CalendarDayRule[]
  readonly claim: readonly CalendarDayRule[]
}

/** What of a case starts clocks, or ends them. */
export interface CaseEvents extends Omit<ClosingDates, 'acceptedOn'> {
  readonly receivedOn: Day
  readonly acceptedOn: Day | null
  readonly rejectedOn: Day | null
  readonly assignedOn: Day | null
  readonly signedOn: Day | null
  readonly closedOn: Day | null
  readonly rewardDecidedOn: Day | null
  /** A decision without an amount is one not to reward. */
  readonly isRewarded: boolean
  readonly rewardNotifiedOn: Day | null
  /** Somebody died. */
  readonly isFatal: boolean
  /** 不予受理 and 撤销 end a case without closing it. */
  readonly endedAs: 'rejected' | 'withdrawn' | null
}

/** The last day of every limit of a case; null where none runs, no rule holds, or the calendar is not published. */
export interface DueDays {
  readonly acceptDueOn: Day | null
  readonly signDueOn: Day | null
  readonly closing: ClosingDue | null
  readonly replyDueOn: Day | null
  readonly refusalDueOn: Day | null
  readonly rewardDueOn: Day | null
  readonly claimDueOn: Day | null
}

/** The day on which it was decided not to accept, or not to reward; a case has one of the two at most. */
export const refusedOn = ({
  rejectedOn,
  rewardDecidedOn,
  isRewarded,
}: Pick<CaseEvents, 'rejectedOn' | 'rewardDecidedOn' | 'isRewarded'>): Day | null =>
  rejectedOn ?? (isRewarded ? null : rewardDecidedOn)

/**
 * Makes the function that says when the limits of a case end: the one place where it is decided which event starts which
 * clock. Nothing is to be accepted, signed for or closed of a case that was withdrawn; what was refused is not closed. Where
 * somebody died the government has the matter checked (安全生产法第73条：涉及人员死亡的举报事项，应当由县级以上人民政府组织核查处理), so that
 * no unit's 60 days run.
 */
export function dueDaysBy(rules: ClockRules, calendar: WorkingCalendar): (of: CaseEvents) => DueDays {
  const after = (versions: readonly WorkingDayRule[]) =>
    onceADay((day) => workingDayDueOn(day, versions, calendar))
  const accept = after(rules.acceptance)
  const sign = after(rules.signIn)
  const reply = after(rules.reply)
  const refusal = after(rules.refusal)
  const rewardRefusal = after(rules.rewardRefusal)
  return (of) => {
    const isUndecided = of.acceptedOn === null && of.rejectedOn === null
    const isWithdrawn = of.endedAs === 'withdrawn'
    const mayClose = !of.isFatal && (of.closedOn !== null || of.endedAs === null)
    const refused = refusedOn(of)
    return {
      acceptDueOn: isWithdrawn && isUndecided ? null : accept(of.receivedOn),
      signDueOn: isWithdrawn && of.signedOn === null ? null : of.assignedOn && sign(of.assignedOn),
      closing:
        of.acceptedOn !== null && mayClose
          ? closingDueOn(
              {
                acceptedOn: of.acceptedOn,
                extendedOn: of.extendedOn,
                extensionDays: of.extensionDays,
                pausedDays: of.pausedDays,
              },
              rules.closing,
              calendar,
            )
          : null,
      replyDueOn: of.closedOn && reply(of.closedOn),
      refusalDueOn: refused && (refused === of.rejectedOn ? refusal : rewardRefusal)(refused),
      rewardDueOn:
        of.isRewarded && of.rewardDecidedOn ? calendarDayDueOn(of.rewardDecidedOn, rules.payment) : null,
      claimDueOn: of.rewardNotifiedOn && calendarDayDueOn(of.rewardNotifiedOn, rules.claim),
    }
  }
}

/** Many cases share a day, and reckoning in working days walks the calendar. */
function onceADay(reckon: (day: Day) => Day | null): (day: Day) => Day | null {
  const known = new Map<Day, Day | null>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const due = reckon(day)
    known.set(day, due)
    return due
  }
}
