import type { ClickHouseClient } from '@clickhouse/client'
import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Day } from '@fengsui/domain/time/day'

/** A day on which something happened or ends; null: never, or not known. */
type Event = Day | null

/** A case as plain values, as one would have it in a spreadsheet. */
export interface ExportedCase {
  readonly id: string
  readonly batch: number
  /** The code by dimension; '' where the source did not say. */
  readonly codes: Readonly<Record<DimensionId, string>>
  readonly received: Day
  readonly acceptDue: Event
  readonly signDue: Event
  readonly signed: Event
  readonly accepted: Event
  readonly rejected: Event
  readonly assigned: Event
  readonly returned: Event
  readonly extended: Event
  readonly verified: Event
  readonly due: Event
  readonly closed: Event
  readonly replyDue: Event
  readonly replied: Event
  readonly refusalDue: Event
  readonly refusalTold: Event
  readonly rewardDue: Event
  readonly rewardDecided: Event
  readonly rewardPaid: Event
  readonly rewardNotified: Event
  readonly claimDue: Event
  /** Yuan. */
  readonly rewardAmount: number | null
  readonly contactable: boolean
  /** Further reports of the same matter. */
  readonly merged: number
}

const CODES: readonly (readonly [DimensionId, string])[] = [
  ['region1', 'region_1'],
  ['region2', 'region_2'],
  ['industry1', 'industry_1'],
  ['industry2', 'industry_2'],
  ['issue1', 'issue_1'],
  ['issue2', 'issue_2'],
  ['channel', 'channel'],
  ['source', 'source'],
  ['department', 'department'],
  ['reportClass', 'report_class'],
  ['hazardLevel', 'hazard_level'],
  ['reporterKind', 'reporter_kind'],
  ['result', 'result'],
  ['state', 'state'],
]

const PLAIN = [
  ['id', 'case_id'],
  ['batch', 'batch'],
  ['received', 'received_on'],
  ['acceptDue', 'accept_due_on'],
  ['signDue', 'sign_due_on'],
  ['signed', 'signed_on'],
  ['accepted', 'accepted_on'],
  ['rejected', 'rejected_on'],
  ['assigned', 'assigned_on'],
  ['returned', 'returned_on'],
  ['extended', 'extended_on'],
  ['verified', 'verified_on'],
  ['due', 'due_on'],
  ['closed', 'closed_on'],
  ['replyDue', 'reply_due_on'],
  ['replied', 'replied_on'],
  ['refusalDue', 'refusal_due_on'],
  ['refusalTold', 'refusal_told_on'],
  ['rewardDue', 'reward_due_on'],
  ['rewardDecided', 'reward_decided_on'],
  ['rewardPaid', 'reward_paid_on'],
  ['rewardNotified', 'reward_notified_on'],
  ['claimDue', 'claim_due_on'],
  ['rewardAmount', 'toFloat64(reward_amount)'],
  ['contactable', 'contactable'],
  ['merged', 'merged_reports'],
] as const

/** All cases of the warehouse as they are now, read once; nothing is counted by the engine. */
export async function exportCases(client: ClickHouseClient): Promise<ExportedCase[]> {
  const columns = [...PLAIN.map(([, column]) => column), ...CODES.map(([, column]) => `toString(${column})`)]
  const answer = await client.query({
    query: `SELECT ${columns.join(', ')} FROM cases`,
    format: 'JSONCompactEachRow',
  })
  const known = new Map<string, string>()
  /** Equal texts are kept once: a city has a third of a million cases. */
  const once = (value: unknown): unknown => {
    if (typeof value !== 'string') return value
    const same = known.get(value)
    if (same !== undefined) return same
    known.set(value, value)
    return value
  }
  const cases: ExportedCase[] = []
  for await (const rows of answer.stream<readonly unknown[]>()) {
    for (const row of rows) {
      const values = row.json().map(once)
      const plain = Object.fromEntries(PLAIN.map(([name], i) => [name, values[i]]))
      const codes = Object.fromEntries(CODES.map(([id], i) => [id, values[PLAIN.length + i]]))
      cases.push({ ...plain, codes } as unknown as ExportedCase)
    }
  }
  return cases
}
