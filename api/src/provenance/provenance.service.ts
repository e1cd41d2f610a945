import type { ClickHouseClient } from '@clickhouse/client'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { type Measure, UNITS } from '@fengsui/domain/metrics/model'
import { TIME_ROLES } from '@fengsui/domain/metrics/time-roles'
import { COMPARISONS } from '@fengsui/domain/time/comparison'
import { periodLabel } from '@fengsui/domain/time/period'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Caller } from '../graphql/caller.js'
import type { Answers } from '../metrics/answers.js'
import type { DataStates } from '../office/data-state.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import { compileBatches } from '../query/case-list/compile.js'
import { compileReading } from '../query/compile.js'
import { type Plan, basePeriod } from '../query/plan.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { runQuery, unavailable } from '../query/run.js'
import { basisOf, readTogether } from '../query/scans.js'
import type { Table } from '../query/table.js'
import type { AnswerBook, AnswerRecord } from './answer-book.js'
import { canonical } from './canonical.js'
import { conditionWords } from './condition-words.js'
import type { Batch, Provenance } from './provenance.models.js'

const unknownAnswer = (): Rejection =>
  reject(
    'unknownAnswer',
    'id',
    '没有这个查询编号，或它不在您的权限范围内；请回到图表重新点开数字。',
    'There is no such answer, or it is not yours to look into; open the number again on its chart.',
  )

/** Tells of an answer how it came about. */
export class ProvenanceService {
  constructor(
    private readonly answers: Answers,
    private readonly book: AnswerBook,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
    private readonly client: ClickHouseClient,
    private readonly metadata: PrismaClient,
  ) {}

  /**
   * The record of an answer that the caller may look into: one that was given to somebody who saw what he sees.
   */
  async record(id: string, { session }: Caller): Promise<AnswerRecord | Rejection> {
    const record = id.length > 64 ? null : await this.book.find(id)
    if (!record || canonical(record.scope) !== canonical(session.scope)) return unknownAnswer()
    return record
  }

  /** The plan of a record's answer: on the cases as they are now while nothing was loaded since, else as they were. */
  async planOf(record: AnswerRecord): Promise<Plan | Rejection> {
    const state = await this.states.known()
    if (state === null) return unavailable()
    return this.answers.plan(record, record.lastBatch === state.lastBatch ? null : record.lastBatch)
  }

  /** Everything about an answer but its numbers. */
  async tell(id: string, caller: Caller): Promise<Provenance | Rejection> {
    const record = await this.record(id, caller)
    if (isRejection(record)) return record
    const plan = await this.planOf(record)
    if (isRejection(plan)) return plan
    const reading = readTogether([plan])
    const found = await runQuery(this.client, compileBatches(basisOf(plan), plan), caller.signal)
    if (isRejection(found)) return found
    const counts = new Map(found.map(({ batch, cases }) => [Number(batch), Number(cases)]))
    const { locale } = caller
    const { text, params } = compileReading(reading)
    const isHidden = plan.guarded
    return {
      id: record.id,
      askedAt: record.askedAt,
      asOf: record.asOf,
      lastBatch: record.lastBatch,
      isCurrent: plan.through === null,
      period: periodLabel(basePeriod(plan), locale),
      comparisons: plan.periods.flatMap(({ kind, period }) =>
        kind === 'base' ? [] : [`${COMPARISONS[kind].label[locale]}：${periodLabel(period, locale)}`],
      ),
      dimensions: plan.query.dimensions.map((each) => this.lists.dimensionLabel(each)[locale]),
      measures: plan.query.measures.map((measure) => definition(measure, locale)),
      conditions: plan.conditions.map((condition) => conditionWords(condition, this.lists, locale)),
      hidesSmall: isHidden,
      statement: {
        text,
        params: Object.entries(params).map(([name, value]) => ({ name, value: JSON.stringify(value) })),
      },
      cases: isHidden ? null : [...counts.values()].reduce((sum, cases) => sum + cases, 0),
      batches: await this.batches(counts, isHidden, caller),
    }
  }

  /** The answer once more, counted anew from what was loaded when it was given. */
  async again(id: string, caller: Caller): Promise<Table | Rejection> {
    const record = await this.record(id, caller)
    return isRejection(record) ? record : this.answers.again(record, caller)
  }

  private async batches(
    counts: ReadonlyMap<number, number>,
    isHidden: boolean,
    { session, locale }: Caller,
  ): Promise<Batch[]> {
    const known = await this.metadata.batch.findMany({
      where: { id: { in: [...counts.keys()] } },
      orderBy: { id: 'asc' },
    })
    return known.map(({ id, source, fileName, fileSha256, finishedAt, asOf }) => ({
      id,
      source: this.lists.label('source', source, locale),
      // Files are named by people, perhaps after one; who does not see the loads does not see their names.
      fileName: session.scope.loads ? fileName : '',
      fileSha256,
      loadedAt: finishedAt,
      asOf: asOf?.toISOString().slice(0, 10) ?? null,
      cases: isHidden ? null : (counts.get(id) ?? 0),
    }))
  }
}

function definition(id: keyof typeof MEASURES, locale: Locale) {
  const { label, description, formula, denominator, unit, time, basis }: Measure = MEASURES[id]
  return {
    id,
    label: label[locale],
    description: description[locale],
    formula: formula[locale],
    denominator: denominator?.[locale] ?? null,
    unit: UNITS[unit][locale],
    time: TIME_ROLES[time].label[locale],
    basis: basis[locale],
  }
}
