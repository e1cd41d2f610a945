import type { ClickHouseClient } from '@clickhouse/client'
import type { Audit } from '../access/audit.js'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { MemberLists } from '../office/member-lists.js'
import type { OthersFinder } from '../metrics/answers.js'
import type { AnswerRecord } from '../provenance/answer-book.js'
import type { ProvenanceService } from '../provenance/provenance.service.js'
import {
  type Columns,
  compileCase,
  compileCaseCount,
  compileCases,
  compileEnterprises,
  placeOf,
} from '../query/case-list/compile.js'
import { type Page, writeCursor } from '../query/case-list/page.js'
import { noSuchNumber, parseCases, parseEnterprises } from '../query/case-list/request.js'
import { type NumberOf, type Selection, selectionOf } from '../query/case-list/selection.js'
import { conditionsOf } from '../query/passes/apply-scope.js'
import type { Plan } from '../query/plan.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { type Row, runQuery, unavailable } from '../query/run.js'
import { caseView, enterpriseView } from './case-view.js'
import type { CasePath } from './case-path.models.js'
import type { CasePage } from './case.models.js'
import type { EnterpriseList } from './enterprises.models.js'
import type { Limits } from './case-clocks.js'
import type { CasePaths } from './case-paths.js'

const forbidden = (): Rejection =>
  reject(
    'forbidden',
    null,
    '您的角色只看统计，不看具体案件；需要时请向区安委办业务人员索取。',
    'Your role sees statistics, not cases; ask the safety commission office.',
  )

const tellsReporter = (): Rejection =>
  reject(
    'forbidden',
    'of',
    '按举报人类型筛选或细分的数字不列案件，以免暴露举报人；请去掉举报人类型后再看。',
    'Cases are not listed by the kind of reporter, so that no reporter is exposed; take it away first.',
  )

const unknownCase = (): Rejection =>
  reject(
    'unknownCase',
    'id',
    '没有这件举报，或它不在您的权限范围内。',
    'There is no such case, or it is not yours to see.',
  )

/** Lists the cases behind a number, and tells the way of one; everything that is seen is written down first. */
export class CasesService {
  constructor(
    private readonly provenance: ProvenanceService,
    private readonly others: OthersFinder,
    private readonly paths: CasePaths,
    private readonly client: ClickHouseClient,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
    private readonly audit: Audit,
    private readonly limits: Limits,
  ) {}

  /** A page of the cases behind a number, masked as the caller's scope demands. */
  async list(input: unknown, caller: Caller): Promise<CasePage | Rejection> {
    const { session, locale, signal } = caller
    const request = parseCases(input)
    if (isRejection(request)) return request
    const found = await this.find(request, caller)
    if (isRejection(found)) return found
    const { record, selection } = found
    const { page } = request
    const read = await this.read(selection, session.scope, page, signal)
    if (isRejection(read)) return read
    const { rows, total } = read
    const shown = rows.slice(0, page.first)
    const detail = {
      answer: record.id,
      number: request.number,
      page: { ...page, after: page.after?.id ?? null },
    }
    await this.audit.write(session.persona, 'listCases', {
      ...detail,
      shown: shown.map(({ case_id }) => case_id),
    })
    const telling = {
      lists: this.lists,
      asOf: record.asOf,
      locale,
      limits: this.limits,
      namesFiles: session.scope.loads,
    }
    const last = shown.at(-1)
    return {
      nodes: shown.map((row) => caseView(row, telling)),
      total,
      endCursor:
        last && rows.length > page.first
          ? writeCursor({ day: placeOf(last, page.order), id: String(last.case_id) })
          : null,
    }
  }

  /** Enterprises with several of the cases behind a number; as the cases, for those only who may see them. */
  async enterprises(input: unknown, caller: Caller): Promise<EnterpriseList | Rejection> {
    const { session, locale, signal } = caller
    const request = parseEnterprises(input)
    if (isRejection(request)) return request
    if (session.scope.enterprise === 'none') return forbidden()
    const found = await this.find(request, caller)
    if (isRejection(found)) return found
    const { record, selection } = found
    const { first, least, number } = request
    const rows = await runQuery(
      this.client,
      compileEnterprises(selection, session.scope, least, first),
      signal,
    )
    if (isRejection(rows)) return rows
    const telling = {
      lists: this.lists,
      asOf: record.asOf,
      locale,
      limits: this.limits,
      namesFiles: session.scope.loads,
    }
    const nodes = rows.slice(0, first).map((row) => enterpriseView(row, telling))
    await this.audit.write(session.persona, 'listEnterprises', {
      answer: record.id,
      number,
      least,
      shown: nodes.length,
    })
    return { nodes, more: rows.length > first, keyLeadsOnly: session.scope.enterprise === 'keyLeads' }
  }

  /** One case of the caller's scope with its way through sources, loads and states. */
  async path(id: string, caller: Caller): Promise<CasePath | Rejection> {
    const { session, locale, signal } = caller
    const { scope } = session
    if (!scope.caseList) return forbidden()
    const asOf = (await this.states.known())?.asOf ?? null
    if (asOf === null) return unavailable()
    const columns: Columns = { summary: scope.summary, enterprise: scope.enterprise }
    const known = id.length <= 200 ? compileCase(id, conditionsOf(scope), columns) : null
    const found = known ? await runQuery(this.client, known, signal) : []
    if (isRejection(found)) return found
    const [row] = found
    if (!row) return unknownCase()
    await this.audit.write(session.persona, 'openCase', { case: id })
    const telling = { lists: this.lists, asOf, locale, limits: this.limits, namesFiles: scope.loads }
    const way = await this.paths.of(id, telling, signal)
    return isRejection(way) ? way : { case: caseView(row, telling), ...way }
  }

  /** The cases behind a number of an answer that was given to the caller, unless they tell more than he may know. */
  private async find(
    { answer, number, others }: { answer: string; number: NumberOf; others: boolean },
    caller: Caller,
  ): Promise<{ record: AnswerRecord; selection: Selection } | Rejection> {
    const { scope } = caller.session
    if (!scope.caseList) return forbidden()
    const record = await this.provenance.record(answer, caller)
    if (isRejection(record)) return record
    if (record.query.reach === 'office' && scope.cases !== 'whole') return forbidden()
    const whole = await this.provenance.planOf(record)
    if (isRejection(whole)) return whole
    const plan = others ? await this.others.planOthers(whole, record, caller.signal) : whole
    if (plan === null) return noSuchNumber()
    if (isRejection(plan)) return plan
    if (isPickedByReporter(whole)) return tellsReporter()
    const selection = selectionOf(plan, number)
    return selection ? { record, selection } : noSuchNumber()
  }

  private async read(
    selection: Selection,
    columns: Columns,
    page: Page,
    signal: AbortSignal,
  ): Promise<{ rows: readonly Row[]; total: number } | Rejection> {
    const [rows, counted] = await Promise.all([
      runQuery(this.client, compileCases(selection, columns, page), signal),
      runQuery(this.client, compileCaseCount(selection), signal),
    ])
    if (isRejection(rows)) return rows
    if (isRejection(counted)) return counted
    return { rows, total: Number(counted[0]?.cases ?? 0) }
  }
}

/**
 * Who reports his own employer is known to it by enterprise and kind of reporter together. So no list of cases is picked by
 * the kind of reporter, whoever asks: even without names its rows could be found again in another list.
 */
function isPickedByReporter({ query }: Plan): boolean {
  return [...query.dimensions, ...query.filters.map((filter) => filter.dimension)].includes('reporterKind')
}
