import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Text } from '@fengsui/domain/metrics/model'
import type { Day } from '@fengsui/domain/time/day'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { Row } from '../query/run.js'
import { rewardOf } from '../rewards/reward-view.js'
import { type Limits, chainOf, clocksOf, extensionOf } from './case-clocks.js'
import type { Case, CaseEvent } from './case.models.js'
import type { EnterpriseRow } from './enterprises.models.js'

/** What of a case happens on a day, in the order in which it is told where days are equal. */
const EVENTS: Readonly<Record<string, Text>> = {
  received_on: { zh: '接报', en: 'Received' },
  accepted_on: { zh: '受理', en: 'Accepted' },
  rejected_on: { zh: '不予受理', en: 'Refused' },
  assigned_on: { zh: '交办', en: 'Assigned' },
  signed_on: { zh: '签收', en: 'Signed for' },
  returned_on: { zh: '退回', en: 'Returned' },
  verified_on: { zh: '核查完毕', en: 'Checked' },
  extension_asked_on: { zh: '申请延期', en: 'Extension asked for' },
  extended_on: { zh: '批准延期', en: 'Extension granted' },
  closed_on: { zh: '办结', en: 'Closed' },
  replied_on: { zh: '回复举报人', en: 'Replied' },
  refusal_told_on: { zh: '告知不予受理（奖励）', en: 'Refusal told' },
  reward_decided_on: { zh: '奖励决定', en: 'Reward decided' },
  reward_notified_on: { zh: '通知领奖', en: 'Reward notice' },
  reward_paid_on: { zh: '奖励兑现', en: 'Reward paid' },
}

const RETURNED: Readonly<Record<Locale, string>> = { zh: '退回', en: 'returned' }

/** What a case is told with: names of codes, the day on which it is seen, a language. */
export interface Telling {
  readonly lists: MemberLists
  readonly asOf: Day
  readonly locale: Locale
  /** By which it is told why a limit is not known. */
  readonly limits: Limits
  /** Names of files may be told. */
  readonly namesFiles: boolean
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const day = (value: unknown): Day | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: unknown): number => Number(value ?? 0)

/** A row of `compileCases` as people read it. */
export function caseView(row: Row, telling: Telling): Case {
  const name = (id: DimensionId): string => labelOf(row, id, telling)
  const finest = (fine: DimensionId, coarse: DimensionId): string =>
    row[DIMENSIONS[fine].column] === '' ? name(coarse) : `${name(coarse)} ${name(fine)}`
  return {
    id: text(row.case_id),
    caseNo: text(row.source_case_no),
    source: name('source'),
    channel: name('channel'),
    region: finest('region2', 'region1'),
    industry: finest('industry2', 'industry1'),
    issue: finest('issue2', 'issue1'),
    department: name('department'),
    reportClass: name('reportClass'),
    hazardLevel: name('hazardLevel'),
    state: name('state'),
    result: name('result'),
    receivedOn: text(row.received_on),
    acceptedOn: day(row.accepted_on),
    dueOn: day(row.due_on),
    closedOn: day(row.closed_on),
    enterprise: day(row.shown_enterprise),
    enterpriseHidden: number(row.enterprise_hidden) === 1,
    summary: day(row.shown_summary),
    summaryHidden: number(row.summary_hidden) === 1,
    mergedReports: number(row.merged_reports),
    events: eventsOf(row, telling.locale),
    clocks: clocksOf(row, telling),
    reward: rewardOf(row, telling),
    fatal: number(row.fatal) === 1,
    extension: extensionOf(row, telling),
    transfers: chainOf(row).map(({ day: on, unit }) => ({
      day: on,
      unit: unit === '' ? RETURNED[telling.locale] : telling.lists.label('department', unit, telling.locale),
    })),
  }
}

/** A row of `compileEnterprises` as people read it; '' of a list, an unknown code, is left out. */
export function enterpriseView(row: Row, { lists, locale }: Telling): EnterpriseRow {
  const names = (id: DimensionId, codes: unknown): string[] =>
    (Array.isArray(codes) ? codes : [])
      .filter((code): code is string => typeof code === 'string' && code !== '')
      .map((code) => lists.label(id, code, locale))
  return {
    name: text(row.shown_enterprise),
    cases: number(row.cases),
    mergedReports: number(row.merged),
    open: number(row.open),
    industries: names('industry1', row.industries),
    issues: names('issue1', row.issues),
    regions: names('region1', row.regions),
    firstReceived: text(row.first_received),
    lastReceived: text(row.last_received),
  }
}

/** The name of a row's code. */
export const labelOf = (row: Row, id: DimensionId, { lists, locale }: Telling): string =>
  lists.label(id, text(row[DIMENSIONS[id].column]), locale)

function eventsOf(row: Row, locale: Locale): CaseEvent[] {
  const events = Object.entries(EVENTS).flatMap(([column, label]) => {
    const when = day(row[column])
    return when === null ? [] : [{ label: label[locale], day: when }]
  })
  return events.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
}
