import type { CodeMember } from '@fengsui/prisma/office/office'
import type {
  HAZARD_LEVELS,
  REPORTER_KINDS,
  REPORT_CLASSES,
  RESULTS,
  STATES,
} from '@fengsui/prisma/office/office'
import type { ClockDays } from './clock-days.js'
import type { Day } from './days.js'
import type { Handover } from './handover.js'
import type { Reward } from './reward.js'

/** Who reports. Everything in it must never reach the warehouse. */
export interface Reporter {
  readonly name: string
  readonly phone: string
  readonly idNumber: string
  readonly address: string
}

/** What became of a case up to the as-of day; days beyond it are not known yet. */
export interface CaseLife {
  readonly state: (typeof STATES)[number]
  readonly result: (typeof RESULTS)[number]
  readonly acceptedOn: Day | null
  readonly rejectedOn: Day | null
  readonly verifiedOn: Day | null
  readonly extendedOn: Day | null
  readonly extensionDays: number
  readonly closedOn: Day | null
  readonly repliedOn: Day | null
  readonly rewardDecidedOn: Day | null
  readonly rewardPaidOn: Day | null
  readonly rewardAmount: number | null
  /** Yuan. */
  readonly fineAmount: number | null
  readonly updatedOn: Day
}

/** A case as it is, before a source system writes it down with its own words and mistakes. */
export interface DemoCase extends CaseLife, Reward, Handover, Omit<ClockDays, 'rewardRefusedOn'> {
  readonly source: 'cq' | 'mem' | 'ledger'
  readonly sourceCaseNo: string
  readonly upstreamCaseNo: string
  readonly receivedOn: Day
  readonly channel: CodeMember
  readonly reportClass: (typeof REPORT_CLASSES)[number]
  readonly town: CodeMember
  readonly village: CodeMember
  readonly industry: CodeMember
  readonly issue: CodeMember
  readonly department: CodeMember
  readonly enterprise: string
  readonly hazardLevel: (typeof HAZARD_LEVELS)[number]
  readonly summary: string
  readonly reporter: Reporter
  readonly reporterKind: (typeof REPORTER_KINDS)[number]
  readonly deleted: boolean
  /** Name of the planted story it belongs to; '' for none. */
  readonly story: string
}
