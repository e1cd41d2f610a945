import type { ClosingDue } from '@fengsui/domain/rules/closing-deadline'
import { type CaseEvents, dueDaysBy } from '@fengsui/domain/rules/due-days'
import { workingCalendar } from '@fengsui/domain/rules/working-days'
import type { Office } from '@fengsui/prisma/office/office'
import type { CaseFact } from './case-fact.js'
import type { Defect } from './date-checks.js'

/** 不予受理, 撤销: 通知第7项 limits the closing of what was accepted and is still to be closed, so nothing falls due. */
const ENDED_WITHOUT_CLOSING: ReadonlySet<string> = new Set(['rejected', 'withdrawn'])
/** States that come after closing. */
const CLOSED: ReadonlySet<string> = new Set(['closed', 'replied', 'rewarded', 'archived'])

/**
 * Makes the function that sets the last day of every limit of a case, by the office's rules and calendar. What the rules
 * say stands in `dueDaysBy`; here the source comes in: its own limit for closing counts if it is possible. A case that is
 * called closed but has no closing day keeps its limit, with a note: when it was closed is not known, and a missing entry
 * must not count as in time.
 *
 * @returns a function that gives notes on what was not taken as given.
 */
export function dueDaySetter(
  office: Pick<Office, 'rules' | 'calendar' | 'calendarKnownUntil'>,
): (fact: CaseFact) => readonly Defect[] {
  const dueDays = dueDaysBy(office.rules, workingCalendar(office.calendar, office.calendarKnownUntil))
  return (fact) => {
    const due = dueDays(eventsOf(fact))
    fact.acceptDueOn = due.acceptDueOn
    fact.signDueOn = due.signDueOn
    fact.replyDueOn = due.replyDueOn
    fact.refusalDueOn = due.refusalDueOn
    fact.rewardDueOn = due.rewardDueOn
    fact.claimDueOn = due.claimDueOn
    return setClosingDueDay(fact, due.closing)
  }
}

/** What of a case starts clocks, or ends them. */
const eventsOf = (fact: CaseFact): CaseEvents => ({
  receivedOn: fact.receivedOn,
  acceptedOn: fact.acceptedOn,
  rejectedOn: fact.rejectedOn,
  assignedOn: fact.assignedOn,
  signedOn: fact.signedOn,
  extendedOn: fact.extendedOn,
  extensionDays: fact.extensionDays,
  pausedDays: fact.pausedDays,
  closedOn: fact.closedOn,
  rewardDecidedOn: fact.rewardDecidedOn,
  isRewarded: Number(fact.rewardAmount ?? 0) > 0,
  rewardNotifiedOn: fact.rewardNotifiedOn,
  isFatal: fact.fatal,
  endedAs: fact.state === 'rejected' || fact.state === 'withdrawn' ? fact.state : null,
})

function setClosingDueDay(fact: CaseFact, closing: ClosingDue | null): readonly Defect[] {
  const given = fact.dueOn
  fact.dueOn = closing?.dueOn ?? null
  if (fact.closedOn === null && ENDED_WITHOUT_CLOSING.has(fact.state)) return []
  const notes: Defect[] = []
  if (fact.closedOn === null && CLOSED.has(fact.state))
    notes.push({ reason: 'note.closingDayMissing', detail: '办结日期为空' })
  // Whatever the source says: where somebody died it is not for a unit to close the case in 60 days.
  if (fact.fatal) return notes
  if (given !== null) {
    if (given >= (fact.acceptedOn ?? fact.receivedOn)) {
      fact.dueOn = given
      return notes
    }
    notes.push({ reason: 'note.dueIgnored', detail: `办结期限 ${given}` })
  }
  if (closing?.extension === 'late')
    notes.push({ reason: 'note.extensionLate', detail: `延期批准日期 ${fact.extendedOn ?? ''}` })
  if (closing?.extension === 'capped')
    notes.push({ reason: 'note.extensionCapped', detail: `延期 ${fact.extensionDays} 天` })
  return notes
}

/** 实名, 本单位从业人员, 信息员. */
const KNOWN_TO_THE_OFFICE: ReadonlySet<string> = new Set(['named', 'employee', 'informant'])

/** Whether a reply can reach the reporter; who chose to stay anonymous is not called, even with a number. */
export const isContactable = ({ reporterKind, reporterToken }: CaseFact): boolean =>
  KNOWN_TO_THE_OFFICE.has(reporterKind) || (reporterKind === '' && reporterToken !== '')

/** The state that the dates show, for sources that do not name one. */
export function stateByDates(fact: CaseFact): string {
  if (fact.rewardPaidOn !== null) return 'rewarded'
  if (fact.repliedOn !== null && fact.closedOn !== null) return 'replied'
  if (fact.closedOn !== null) return 'closed'
  if (fact.rejectedOn !== null) return 'rejected'
  return fact.acceptedOn === null ? 'registered' : 'accepted'
}

const TEST_RECORD =
  /^(?:测试|test)(?:数据|件|工单|举报|[\s\d，。,.!！_-]|$)|系统测试|测试[，,]?请(?:忽略|勿)|(?:这是|此为|本件为)测试/i

/** Whether a row says of itself that it is a try-out of the form. */
export const isTestRecord = (fact: CaseFact): boolean =>
  TEST_RECORD.test(fact.summary) || /^测试(?:单位|企业|公司|数据)?$/.test(fact.enterprise)

/** 安全生产法第114条: 2000万元, up to five times that; nobody can have been fined more. */
const MAX_FINE = 100_000_000
const LARGE_FINE = 5_000_000
/** 安监总财〔2018〕19号: at most 300,000 yuan for one report; the margin is for later rules. */
const MAX_REWARD = 1_000_000

/** Amounts that no law allows are read in the wrong unit; they would falsify every sum. */
export function checkAmounts(fact: CaseFact): readonly Defect[] {
  const defects: Defect[] = []
  const fine = Number(fact.fineAmount ?? 0)
  if (fine > MAX_FINE)
    defects.push({ reason: 'amount.implausible', detail: `罚款 ${fact.fineAmount ?? ''} 元` })
  else if (fine > LARGE_FINE)
    defects.push({ reason: 'note.amountLarge', detail: `罚款 ${fact.fineAmount ?? ''} 元` })
  if (Number(fact.rewardAmount ?? 0) > MAX_REWARD) {
    defects.push({ reason: 'amount.implausible', detail: `奖励 ${fact.rewardAmount ?? ''} 元` })
  }
  return defects
}
