import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Text } from '@fengsui/domain/metrics/model'
import { clockState } from '@fengsui/domain/rules/clock-state'
import { type Day, earlier } from '@fengsui/domain/time/day'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { Row } from '../query/run.js'
import type { Case, CaseEvent, Clock, EnterpriseRow } from './cases.models.js'

/** What of a case happens on a day, in the order in which it is told where days are equal. */
const EVENTS: Readonly<Record<string, Text>> = {
  received_on: { zh: '接报', en: 'Received' },
  accepted_on: { zh: '受理', en: 'Accepted' },
  rejected_on: { zh: '不予受理', en: 'Refused' },
  assigned_on: { zh: '交办', en: 'Assigned' },
  returned_on: { zh: '退回', en: 'Returned' },
  verified_on: { zh: '核查完毕', en: 'Checked' },
  extended_on: { zh: '批准延期', en: 'Extension granted' },
  closed_on: { zh: '办结', en: 'Closed' },
  replied_on: { zh: '回复举报人', en: 'Replied' },
  reward_decided_on: { zh: '奖励决定', en: 'Reward decided' },
  reward_paid_on: { zh: '奖励兑现', en: 'Reward paid' },
}

const CLOCKS = {
  accept: { zh: '受理期限', en: 'Acceptance' },
  close: { zh: '办结期限', en: 'Closing' },
  reply: { zh: '回复期限', en: 'Reply' },
} as const satisfies Record<string, Text>

/** What a case is told with: names of codes, the day on which it is seen, a language. */
export interface Telling {
  readonly lists: MemberLists
  readonly asOf: Day
  readonly locale: Locale
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

function clocksOf(row: Row, { asOf, locale }: Telling): Clock[] {
  const [accepted, rejected] = [day(row.accepted_on), day(row.rejected_on)]
  const decided = accepted && rejected ? earlier(accepted, rejected) : (accepted ?? rejected)
  const closed = day(row.closed_on)
  const clocks = [
    { kind: 'accept', begun: true, due: day(row.accept_due_on), done: decided },
    { kind: 'close', begun: accepted !== null, due: day(row.due_on), done: closed },
    { kind: 'reply', begun: closed !== null, due: day(row.reply_due_on), done: day(row.replied_on) },
  ] as const
  return clocks
    .filter(({ begun, due }) => begun || due !== null)
    .map(({ kind, due, done }) => {
      const found = due === null ? null : clockState(due, done, asOf)
      const state = found?.state ?? 'unknown'
      const days = found?.days ?? null
      return { kind, label: CLOCKS[kind][locale], due, done, state, days, text: wordsOf(state, days, locale) }
    })
}

function wordsOf(state: Clock['state'], days: number | null, locale: Locale): string {
  const zh = locale === 'zh'
  const size = Math.abs(days ?? 0)
  switch (state) {
    case 'met':
      return zh ? '按期' : 'in time'
    case 'late':
      return zh ? `超期${size}天` : `${size} days late`
    case 'overdue':
      return zh ? `已超期${size}天` : `${size} days overdue`
    case 'running':
      return zh ? `剩${size}天` : `${size} days left`
    default:
      return zh
        ? '没有期限（来源未填、规则未定或日历未公布）'
        : 'no limit (not given, no rule, or calendar not published)'
  }
}
