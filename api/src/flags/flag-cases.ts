import type { ClickHouseClient } from '@clickhouse/client'
import type { Day } from '@fengsui/domain/time/day'
import type { CasePage } from '../cases/case.models.js'
import { caseView } from '../cases/case-view.js'
import type { Limits } from '../cases/case-clocks.js'
import type { Caller } from '../graphql/caller.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import { compileCases } from '../query/case-list/compile.js'
import { conditionsOf } from '../query/passes/apply-scope.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { runQuery } from '../query/run.js'
import { type About, compileFlagIds, compileKeyPoints } from './compile.js'
import type { FoundSignal } from './findings.js'
import type { KeyPoint } from './flag-detail.models.js'
import { MOST_FLAG_CASES } from './request.js'
import { issueName } from './sentence.js'
import { countFor, enterpriseFor } from './sight.js'

const ALL_TIME = { from: '1900-01-01', to: '2299-12-31' }
/** So many members of each kind are key points. */
const MOST_POINTS = 5

const KINDS = {
  region2: { zh: '部位（村、社区）', en: 'Place' },
  industry2: { zh: '行业细分', en: 'Sub-sector' },
  issue2: { zh: '环节（具体事项）', en: 'Issue in detail' },
  enterprise: { zh: '涉事单位', en: 'Enterprise' },
  weekday: { zh: '时间段（星期）', en: 'Day of the week' },
  result: { zh: '核查结果', en: 'Finding' },
} as const
type Kind = keyof typeof KINDS
const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(KINDS, kind)

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** Which cases a flag is about. */
export function aboutCases(signal: FoundSignal, asOf: Day): About {
  const { region, regions, industry, issue, enterprise, from, to, rule } = signal
  const isRelapse = signal.lead === 'relapse'
  return {
    regions: regions.length > 0 ? regions : region === '' ? [] : [region],
    industry: rule === 'lead' || rule === 'oneEnterprise' ? '' : industry,
    issue: signal.lead === 'enterprise' ? '' : issue,
    enterprise: rule === 'lead' || rule === 'oneEnterprise' || isRelapse ? enterprise : '',
    ...{ from, to, asOf },
  }
}

/** The cases behind flags, within what their reader may see. */
export class FlagCases {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly lists: MemberLists,
    private readonly limits: Limits,
  ) {}

  /** The latest cases of a flag, masked as the caller's scope demands. */
  async list(
    signal: FoundSignal,
    asOf: Day,
    { session, locale, signal: leaves }: Caller,
  ): Promise<CasePage | Rejection> {
    const { scope } = session
    const conditions = conditionsOf(scope)
    const ids = await runQuery(
      this.client,
      compileFlagIds(aboutCases(signal, asOf), conditions, MOST_FLAG_CASES),
      leaves,
    )
    if (isRejection(ids)) return ids
    const selection = {
      ...{ conditions, asOf, role: 'received' as const, span: ALL_TIME, where: null, through: null },
      ids: ids.map(({ case_id }) => String(case_id)),
    }
    const page = {
      first: MOST_FLAG_CASES,
      after: null,
      order: 'received',
      direction: 'desc',
      search: '',
    } as const
    const rows = await runQuery(this.client, compileCases(selection, scope, page), leaves)
    if (isRejection(rows)) return rows
    const telling = { lists: this.lists, asOf, locale, limits: this.limits, namesFiles: false }
    return { nodes: rows.map((row) => caseView(row, telling)), total: rows.length, endCursor: null }
  }

  /** 举报的关键点, as far as the data carry them; a kind that says the same of all is left out. */
  async keyPoints(signal: FoundSignal, asOf: Day, caller: Caller): Promise<KeyPoint[] | Rejection> {
    const { scope } = caller.session
    const query = compileKeyPoints(aboutCases(signal, asOf), conditionsOf(scope))
    const rows = await runQuery(this.client, query, caller.signal)
    if (isRejection(rows)) return rows
    const kinds = new Map<Kind, { label: string; text: string }[]>()
    for (const { kind, member, cases } of rows) {
      if (!isKind(kind) || typeof member !== 'string') continue
      const label = this.nameOf(kind, member, caller)
      const count = countFor(scope, Number(cases))
      if (label === null || count === null) continue
      const text = caller.locale === 'zh' ? `${count}件` : String(count)
      kinds.set(kind, [...(kinds.get(kind) ?? []), { label, text }])
    }
    return (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
      const members = kinds.get(kind)?.slice(0, MOST_POINTS) ?? []
      return members.length === 0 ? [] : [{ kind, label: KINDS[kind][caller.locale], members }]
    })
  }

  private nameOf(kind: Kind, member: string, { session, locale }: Caller): string | null {
    switch (kind) {
      case 'enterprise':
        return enterpriseFor(session.scope, member)
      case 'weekday':
        return WEEKDAYS[locale][Number(member)] ?? null
      case 'issue2':
        return issueName(member, this.lists, locale)
      case 'region2':
      case 'industry2':
      case 'result':
        return this.lists.label(kind, member, locale)
    }
  }
}
