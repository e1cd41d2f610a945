import type { Audit } from '../access/audit.js'
import type { ArrivalWatch } from '../arrivals/arrival-watch.js'
import type { Caller } from '../graphql/caller.js'
import { type DataState, type DataStates, dataVersionOf } from '../office/data-state.js'
import type { MemberLists } from '../office/member-lists.js'
import { type AnswerBook, type AnswerRecord, type Asked, answerId } from '../provenance/answer-book.js'
import { arrange, planOthers, withOthers } from '../query/arrangement.js'
import type { Facts } from '../query/facts.js'
import { asksForFilling } from '../query/filling.js'
import type { Withheld } from '../query/leaving.js'
import { planQuery } from '../query/pipeline.js'
import type { Plan } from '../query/plan.js'
import type { Query } from '../query/query.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { type Counted, tableOf } from '../query/result.js'
import { unavailable } from '../query/run.js'
import type { Table } from '../query/table.js'
import { guardsOf, withheldBy } from '../query/withheld.js'
import type { Reader } from './reader.js'

const empty = (): Rejection =>
  reject(
    'warehouseUnavailable',
    null,
    '还没有数据。请先导入举报数据文件（npm run etl -- load 文件）。',
    'There is no data yet. Load a file first (npm run etl -- load FILE).',
  )

/** What finds out which cases an answer put together as 其他. */
export type OthersFinder = Pick<Answers, 'planOthers'>

/** Somebody who waits for an answer, and what he is told beside it. */
type Waiting = Pick<Caller, 'signal' | 'locale'> & Pick<DataState, 'behind'>

/** Answers questions from the warehouse: plans them, has them read, and makes the tables. */
export class Answers {
  constructor(
    private readonly reader: Reader,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
    private readonly book: AnswerBook,
    private readonly audit: Audit,
    private readonly arrivals: ArrivalWatch,
  ) {}

  /** Answers a question on the data as it is now. @throws only for faults of ours. */
  async now(query: Query, { session, locale, signal }: Caller): Promise<Table | Rejection> {
    const state = await this.states.known()
    if (state === null) return unavailable()
    const { asOf, firstDay, lastBatch, behind } = state
    if (asOf === null || firstDay === null) return empty()
    const asked: Asked = { query, scope: session.scope, asOf, firstDay, lastBatch }
    const record = { id: answerId(asked), ...asked }
    const plan = this.plan(asked, null)
    if (isRejection(plan)) return plan
    const [table] = await Promise.all([
      this.table(record, plan, { signal, locale, behind }),
      this.book.write(record.id, asked, session.persona),
    ])
    if (isRejection(table)) return table
    if (query.leaving)
      await this.audit.write(session.persona, 'leavingAnswer', { answer: table.id, request: query, asOf })
    return table
  }

  /** Answers what was asked before once more, from what was loaded then. */
  async again(record: AnswerRecord, { signal, locale }: Caller): Promise<Table | Rejection> {
    const plan = this.plan(record, record.lastBatch)
    return isRejection(plan) ? plan : this.table(record, plan, { signal, locale, behind: [] })
  }

  /** The plan of what was asked. @param through null: read the cases as they are now. */
  plan({ query, scope, asOf, firstDay }: Asked, through: number | null): Plan | Rejection {
    return planQuery(query, { lists: this.lists, scope, asOf, firstDay, through })
  }

  /** The plan of what an answer calls 其他; null where it has none. */
  async planOthers(plan: Plan, asked: Asked, signal: AbortSignal): Promise<Plan | Rejection | null> {
    const facts = await this.read(plan, asked, signal)
    if (isRejection(facts)) return facts
    const arrangement = arrange(plan, facts, this.lists)
    return isRejection(arrangement) ? arrangement : planOthers(plan, arrangement)
  }

  private read(plan: Plan, { lastBatch, scope }: Asked, signal: AbortSignal): Promise<Facts | Rejection> {
    return this.reader.read(plan, { batch: lastBatch, scope }, signal)
  }

  /** @param asked with the id under which it is written: one that is made anew need not be the same. */
  private async table(
    asked: Asked & { readonly id: string },
    plan: Plan,
    { signal, locale, behind }: Waiting,
  ): Promise<Table | Rejection> {
    const { id, firstDay, lastBatch, asOf } = asked
    const watched = asksForFilling(plan.query) ? this.arrivals.of(lastBatch, asOf) : null
    const [counted, watch] = await Promise.all([this.count(asked, plan, signal), watched])
    if (isRejection(counted)) return counted
    const dataVersion = dataVersionOf(lastBatch)
    return tableOf(counted, { id, lists: this.lists, locale, firstDay, dataVersion, behind, watch })
  }

  private async count(asked: Asked, plan: Plan, signal: AbortSignal): Promise<Counted | Rejection> {
    const read = (each: Plan): Promise<Facts | Rejection> => this.read(each, asked, signal)
    const [facts, withheld] = await Promise.all([read(plan), this.withheld(plan, asked, read)])
    if (isRejection(facts)) return facts
    if (isRejection(withheld)) return withheld
    const arrangement = arrange(plan, facts, this.lists, withheld)
    if (isRejection(arrangement)) return arrangement
    const rest = planOthers(plan, arrangement)
    if (!rest) return { plan, facts, arrangement, others: null }
    const others = await read(rest)
    if (isRejection(others)) return others
    return {
      plan,
      facts,
      arrangement: withOthers(plan, facts, arrangement, others, this.lists, withheld),
      others: { plan: rest, facts: others },
    }
  }

  /** What an answer under filters must not say because the table without them hides it. */
  private async withheld(
    plan: Plan,
    asked: Asked,
    read: (plan: Plan) => Promise<Facts | Rejection>,
  ): Promise<Withheld | Rejection> {
    const all: Withheld[] = []
    for (const guard of plan.guarded ? guardsOf(plan.query) : []) {
      const guarding = this.plan({ ...asked, query: guard.query }, plan.through)
      if (isRejection(guarding)) return guarding
      const facts = await read(guarding)
      if (isRejection(facts)) return facts
      const found = withheldBy(guard, guarding, facts, this.lists)
      if (isRejection(found)) return found
      all.push(found)
    }
    return (measure, period) => all.some((each) => each(measure, period))
  }
}
