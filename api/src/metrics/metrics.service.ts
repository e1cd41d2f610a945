import type { ClickHouseClient } from '@clickhouse/client'
import type { Audit } from '../access/audit.js'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { MemberLists } from '../office/member-lists.js'
import { compileEvidence, compileMetrics } from '../query/compile.js'
import { planQuery } from '../query/pipeline.js'
import type { Withheld } from '../query/leaving.js'
import type { Context, Plan } from '../query/plan.js'
import type { Query } from '../query/query.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { parseRequest } from '../query/request.js'
import { tableOf } from '../query/result.js'
import { type Row, runQuery, unavailable } from '../query/run.js'
import type { Table } from '../query/table.js'
import { guardsOf, withheldBy } from '../query/withheld.js'
import { SharedWork } from './shared-work.js'

/** What the engine answered to one plan. */
interface Counted {
  readonly rows: readonly Row[]
  readonly cases: number
  readonly sources: readonly string[]
}

/** What one request's questions to the warehouse have in common. */
interface Asking {
  readonly context: Context
  readonly dataVersion: string
  readonly signal: AbortSignal
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
    const ask: Asking = {
      context: { lists: this.lists, scope: session.scope, asOf, firstDay },
      dataVersion,
      signal,
    }
    const asked = await this.ask(query, ask)
    if (isRejection(asked)) return asked
    const withheld = await this.withheld(query, ask)
    if (isRejection(withheld)) return withheld
    if (query.leaving)
      await this.audit.write(session.persona, 'leavingAnswer', { request: query, asOf, dataVersion })
    const { plan, counted } = asked
    const { lists } = this
    return tableOf(plan, counted.rows, { ...counted, lists, locale, firstDay, dataVersion, behind, withheld })
  }

  private async ask(
    query: Query,
    { context, dataVersion, signal }: Asking,
  ): Promise<{ plan: Plan; counted: Counted } | Rejection> {
    const plan = planQuery(query, context)
    if (isRejection(plan)) return plan
    // Conditions hold the scope; the language and whether the answer leaves come after counting.
    const key = JSON.stringify([
      dataVersion,
      context.asOf,
      context.scope,
      { ...query, leaving: null },
      plan.conditions,
    ])
    const counted = await this.work.get(key, signal, (until) => this.count(plan, until))
    return isRejection(counted) ? counted : { plan, counted }
  }

  /** What an answer under filters must not say because the table without them hides it. */
  private async withheld(query: Query, ask: Asking): Promise<Withheld | Rejection> {
    const all: Withheld[] = []
    for (const guard of query.leaving ? guardsOf(query) : []) {
      const asked = await this.ask(guard.query, ask)
      if (isRejection(asked)) return asked
      all.push(withheldBy(guard, asked.plan, asked.counted.rows, this.lists))
    }
    return (measure, period) => all.some((each) => each(measure, period))
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
