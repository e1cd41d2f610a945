import { acceptanceDueOn } from '@fengsui/domain/rules/acceptance-deadline'
import { closingDueOn, type ClosingRule } from '@fengsui/domain/rules/closing-deadline'
import { replyDueOn } from '@fengsui/domain/rules/reply-deadline'
import { workingCalendar } from '@fengsui/domain/rules/working-days'
import type { Office } from '@fengsui/prisma/office/office'
import type { CaseFact } from './case-fact.js'
import type { Defect } from './date-checks.js'
import { memoised } from './memo.js'

/** 不予受理, 撤销: 通知第7项 limits the closing of what was accepted and is still to be closed, so nothing falls due. */
const ENDED_WITHOUT_CLOSING: ReadonlySet<string> = new Set(['rejected', 'withdrawn'])
/** States that come after closing. */
const CLOSED: ReadonlySet<string> = new Set(['closed', 'replied', 'rewarded', 'archived'])

/**
 * Sets the day by which a case has to be closed: the source's own limit if it gives one that is possible, else the
 * office's rule, else none. A case that ended without being closed has none; one that is called closed but has no closing
 * day keeps its own, with a note: when it was closed is not known, and a missing entry must not count as in time.
 *
 * @returns notes on what was not taken as given.
 */
export function setDueDay(fact: CaseFact, rule: ClosingRule | null): readonly Defect[] {
  const notes: Defect[] = []
  if (fact.closedOn === null) {
    if (ENDED_WITHOUT_CLOSING.has(fact.state)) {
      fact.dueOn = null
      return notes
    }
    if (CLOSED.has(fact.state)) notes.push({ reason: 'note.closingDayMissing', detail: '办结日期为空' })
  }
  if (fact.dueOn !== null) {
    if (fact.dueOn >= (fact.acceptedOn ?? fact.receivedOn)) return notes
    notes.push({ reason: 'note.dueIgnored', detail: `办结期限 ${fact.dueOn}` })
    fact.dueOn = null
  }
  if (fact.acceptedOn === null || rule === null) return notes
  const due = closingDueOn({ ...fact, acceptedOn: fact.acceptedOn }, rule)
  fact.dueOn = due?.dueOn ?? null
  if (due?.extension === 'late')
    notes.push({ reason: 'note.extensionLate', detail: `延期批准日期 ${fact.extendedOn ?? ''}` })
  if (due?.extension === 'capped')
    notes.push({ reason: 'note.extensionCapped', detail: `延期 ${fact.extensionDays} 天` })
  return notes
}

/**
 * Makes the function that sets the last days to decide on acceptance and to reply, by the office's rules and calendar. A
 * case that was withdrawn undecided needs no decision any more; one that is not closed cannot be answered yet.
 */
export function workingDayLimits(
  office: Pick<Office, 'rules' | 'calendar' | 'calendarKnownUntil'>,
): (fact: CaseFact) => void {
  const { acceptance, reply } = office.rules
  const calendar = workingCalendar(office.calendar, office.calendarKnownUntil)
  const acceptDue = memoised((day) => acceptance && acceptanceDueOn(day, acceptance, calendar))
  const replyDue = memoised((day) => reply && replyDueOn(day, reply, calendar))
  return (fact) => {
    const isUndecided = fact.acceptedOn === null && fact.rejectedOn === null
    fact.acceptDueOn = fact.state === 'withdrawn' && isUndecided ? null : acceptDue(fact.receivedOn)
    fact.replyDueOn = fact.closedOn === null ? null : replyDue(fact.closedOn)
  }
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
