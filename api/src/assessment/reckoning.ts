import type { ClickHouseClient } from '@clickhouse/client'
import { type AssessmentTable, type LeagueUnit, assess } from '@fengsui/domain/assessment/assessment'
import type { DeductionRule } from '@fengsui/domain/assessment/deduction-rules'
import type { Quarter } from '@fengsui/domain/assessment/quarter'
import type { LeakEntry, Waiver } from '@fengsui/domain/assessment/score'
import { ruleOn } from '@fengsui/domain/rules/dated'
import type { Day } from '@fengsui/domain/time/day'
import type { Office } from '@fengsui/prisma/office/office'
import type { AssessmentRules } from '@fengsui/prisma/office/assessment'
import type { Session } from '../access/session.js'
import type { MemberLists } from '../office/member-lists.js'
import { conditionsOf } from '../query/passes/apply-scope.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { runQuery, runRows } from '../query/run.js'
import { compileAssessment, compileNewestBatch } from './compile.js'
import { type FactRow, factsOf } from './facts.js'
import { partOnly } from './refusals.js'

/** What a table is reckoned from beside the cases. */
export interface Reckoned {
  readonly quarter: Quarter
  readonly asOf: Day
  readonly through: number | null
  readonly rules: readonly DeductionRule[]
  readonly base: number
  readonly leaks: readonly LeakEntry[]
  readonly waivers: readonly Waiver[]
}

/** Makes the table of a quarter from the warehouse. */
export class Reckoning {
  constructor(
    private readonly office: Office,
    private readonly client: ClickHouseClient,
    /** With more time, for what is read from all versions. */
    private readonly patient: ClickHouseClient,
    private readonly lists: MemberLists,
  ) {}

  /** The rules of the office; null where it assesses nobody. */
  get rules(): AssessmentRules | null {
    return this.office.assessment
  }

  /** The units that are assessed in a quarter, each in the first league that has its kind. */
  unitsIn(quarter: Quarter): readonly LeagueUnit[] {
    const leagues = this.office.assessment?.leagues ?? []
    return this.lists.validIn('department', quarter).flatMap(({ code, kind }) => {
      const league = leagues.find(({ kinds }) => kinds.includes(kind))
      return league ? { unit: code, league: league.id } : []
    })
  }

  /** The table of a quarter. Who sees only a part of the cases gets none: in a part, places are others. */
  async table(
    { quarter, asOf, through, rules, base, leaks, waivers }: Reckoned,
    { session, signal }: { readonly session: Session; readonly signal: AbortSignal },
  ): Promise<AssessmentTable | Rejection> {
    if (session.scope.cases !== 'whole') return partOnly()
    const closing = ruleOn(this.office.rules.closing, quarter.to)
    const query = compileAssessment({
      quarter,
      asOf,
      through,
      conditions: conditionsOf(session.scope),
      longestExtension: closing?.extensionDays ?? 0,
    })
    const client = through === null ? this.client : this.patient
    const rows = await runRows<FactRow>(client, query, signal)
    if (isRejection(rows)) return rows
    const units = this.unitsIn(quarter)
    return assess(factsOf(rows), { quarter, asOf, rules, base, units, leaks, waivers })
  }

  /**
   * The table as it was after a batch: from the cases as they are while nothing was loaded since, and nothing meanwhile;
   * else from all versions, which takes longer.
   */
  async tableAfter(
    batch: number,
    reckoned: Omit<Reckoned, 'through'>,
    caller: { readonly session: Session; readonly signal: AbortSignal },
  ): Promise<AssessmentTable | Rejection> {
    const isNewest = async (): Promise<boolean> => {
      const found = await runQuery(this.client, compileNewestBatch(), caller.signal)
      return !isRejection(found) && Number(found[0]?.newest ?? 0) <= batch
    }
    if (await isNewest()) {
      const now = await this.table({ ...reckoned, through: null }, caller)
      if (isRejection(now) || (await isNewest())) return now
    }
    return this.table({ ...reckoned, through: batch }, caller)
  }
}
