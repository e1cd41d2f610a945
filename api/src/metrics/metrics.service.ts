import type { ClickHouseClient } from '@clickhouse/client'
import type { Audit } from '../access/audit.js'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { MemberLists } from '../office/member-lists.js'
import { compileEvidence, compileMetrics } from '../query/compile.js'
import { planQuery } from '../query/pipeline.js'
import type { Plan } from '../query/plan.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { parseRequest } from '../query/request.js'
import { tableOf } from '../query/result.js'
import { type Row, runQuery, unavailable } from '../query/run.js'
import type { Table } from '../query/table.js'
import { SharedWork } from './shared-work.js'

/** What the engine answered to one plan. */
interface Counted {
  readonly rows: readonly Row[]
  readonly cases: number
  readonly sources: readonly string[]
}

const KEPT_ANSWERS = 500

const empty = (): Rejection =>
  reject(
    'warehouseUnavailable',
    null,
    '还没有数据。请先导入举报数据文件（npm run etl -- load 文件）。',
    'There is no data yet. Load a file first (npm run etl -- load FILE).',
  )

/** Answers the general question: measures × dimensions × filters × time × comparisons. */
export class MetricsService {
  private readonly work = new SharedWork<Counted | Rejection>(
    KEPT_ANSWERS,
    (counted) => !isRejection(counted),
  )

  constructor(
    private readonly client: ClickHouseClient,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
    private readonly audit: Audit,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * @param input the request as it came in; it is checked here.
   * @throws only for faults of ours; everything expected is a Rejection.
   */
  async answer(input: unknown, { session, locale, signal }: Caller): Promise<Table | Rejection> {
    const query = parseRequest(input)
    if (isRejection(query)) return query
    const state = await this.states.current().catch((error: unknown) => {
      this.log(
        `the state of the data cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      )
      return null
    })
    if (state === null) return unavailable()
    const { asOf, firstDay, dataVersion, behind } = state
    if (asOf === null || firstDay === null) return empty()
    const plan = planQuery(query, { lists: this.lists, scope: session.scope, asOf, firstDay })
    if (isRejection(plan)) return plan
    if (query.leaving)
      await this.audit.write(session.persona, 'leavingAnswer', { request: query, asOf, dataVersion })
    // Conditions hold the scope; the language and whether the answer leaves come after counting.
    const key = JSON.stringify([
      dataVersion,
      asOf,
      session.scope,
      { ...query, leaving: null },
      plan.conditions,
    ])
    const counted = await this.work.get(key, signal, (until) => this.count(plan, until))
    if (isRejection(counted)) return counted
    const { lists } = this
    return tableOf(plan, counted.rows, { ...counted, lists, locale, firstDay, dataVersion, behind })
  }

  private async count(plan: Plan, signal: AbortSignal): Promise<Counted | Rejection> {
    const [rows, evidence] = await Promise.all([
      runQuery(this.client, compileMetrics(plan), signal),
      runQuery(this.client, compileEvidence(plan), signal),
    ])
    if (isRejection(rows)) return rows
    if (isRejection(evidence)) return evidence
    const sources = evidence[0]?.sources
    return {
      rows,
      cases: Number(evidence[0]?.cases ?? 0),
      sources: Array.isArray(sources) ? sources.map(String) : [],
    }
  }
}
