import type { ClickHouseClient } from '@clickhouse/client'
import { ACTION_LISTS, actionList } from './action-lists.js'
import { CLOCKS, type ClockKind } from '@fengsui/domain/metrics/clocks'
import { MEASURES } from '@fengsui/domain/metrics/measures'
import { meetingReasons } from '@fengsui/domain/rules/meeting'
import { timesReturned, unitsOf } from '@fengsui/domain/rules/holder'
import { addDays, type Day } from '@fengsui/domain/time/day'
import type { Audit } from '../access/audit.js'
import type { Session } from '../access/session.js'
import { chainOf, type Limits } from '../cases/case-clocks.js'
import { type Telling, caseView } from '../cases/case-view.js'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { MemberLists } from '../office/member-lists.js'
import { compileCaseCount, compileCases, placeOf } from '../query/case-list/compile.js'
import { type CaseOrder, type Page, writeCursor } from '../query/case-list/page.js'
import { type Selection, selectionOf } from '../query/case-list/selection.js'
import { planQuery } from '../query/pipeline.js'
import type { Query } from '../query/query.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { type Row, runQuery, unavailable } from '../query/run.js'
import type { ActionCase, ActionPage } from './actions.models.js'
import type { BoardService } from './board.service.js'
import { MEETING_WORDS } from './meeting-words.js'
import { type ActionsAsked, type ActionsRequest, type Which, parseActionPage } from './request.js'
import type { SupervisionService } from './supervision.service.js'

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
    'which.filters',
    '按举报人类型筛选的数字不列案件，以免暴露举报人；请去掉举报人类型后再看。',
    'Cases are not listed by the kind of reporter, so that no reporter is exposed; take it away first.',
  )

/** By which of its days a list is ordered: the end of the limit that it is about. */
const ORDER_OF_MEASURE = {
  pendingAcceptance: 'acceptDue',
  pendingSignIn: 'signDue',
  pendingClosing: 'due',
  pendingReply: 'replyDue',
  pendingRefusal: 'refusalDue',
  pendingReward: 'rewardDue',
} as const satisfies Partial<Record<keyof typeof MEASURES, CaseOrder>>

const ALL_DAYS = { from: '1900-01-01' }

/** Rows of a list, with what they are told with. */
export interface FoundActions {
  readonly rows: readonly Row[]
  readonly total: number
  readonly telling: Telling
  readonly order: CaseOrder
}

/** The cases on which somebody has to act; what is listed is written down first. */
export class ActionsService {
  constructor(
    private readonly board: BoardService,
    private readonly supervision: SupervisionService,
    private readonly client: ClickHouseClient,
    private readonly lists: MemberLists,
    private readonly states: DataStates,
    private readonly limits: Limits,
    private readonly audit: Audit,
  ) {}

  /** A page of a list, the limit that ends first at the top. */
  async list(
    which: unknown,
    page: { readonly first: number; readonly after?: string | null },
    caller: Caller,
  ): Promise<ActionPage | Rejection> {
    const { session } = caller
    const request = parseActionPage(which, page)
    if (isRejection(request)) return request
    const found = await this.find(request, request, caller)
    if (isRejection(found)) return found
    const { rows, total, telling, order } = found
    const shown = rows.slice(0, request.first)
    await this.audit.write(session.persona, 'listActions', {
      which: request.which,
      filters: request.filters,
      shown: shown.map(({ case_id }) => case_id),
    })
    const last = shown.at(-1)
    return {
      nodes: await this.told(shown, request.which, telling, session),
      total,
      endCursor:
        last && rows.length > request.first
          ? writeCursor({ day: placeOf(last, order), id: String(last.case_id) })
          : null,
    }
  }

  /** The rows of a list, one more than asked; nothing is written down yet. */
  async find(
    { which, filters }: ActionsAsked,
    { first, after }: Pick<ActionsRequest, 'first' | 'after'>,
    { session, locale, signal }: Pick<Caller, 'session' | 'locale' | 'signal'>,
  ): Promise<FoundActions | Rejection> {
    if (!session.scope.caseList) return forbidden()
    if (filters.some(({ dimension }) => dimension === 'reporterKind')) return tellsReporter()
    const asOf = (await this.states.known())?.asOf ?? null
    if (asOf === null) return unavailable()
    const selection = await this.selectionOf(which, filters, asOf, session)
    if (isRejection(selection)) return selection
    const order = orderOf(which)
    const page: Page = { first, after, order, direction: directionOf(which), search: '' }
    const { scope } = session
    const [rows, counted] = await Promise.all([
      runQuery(this.client, compileCases(selection, scope, page), signal),
      runQuery(this.client, compileCaseCount(selection), signal),
    ])
    if (isRejection(rows)) return rows
    if (isRejection(counted)) return counted
    const telling = { lists: this.lists, asOf, locale, limits: this.limits, namesFiles: false }
    return { rows, total: Number(counted[0]?.cases ?? 0), telling, order }
  }

  /** Rows as people read them, with what was done about them. */
  async told(rows: readonly Row[], which: Which, telling: Telling, session: Session): Promise<ActionCase[]> {
    const ids = rows.map(({ case_id }) => String(case_id))
    const watched = await this.supervision.of(ids, telling.locale, session)
    return rows.map((row): ActionCase => {
      const view = caseView(row, telling)
      const clock = view.clocks.find(({ kind }) => kind === clockOf(which))
      return {
        case: view,
        clock: clock ?? view.clocks.find(({ kind }) => kind === 'close') ?? null,
        reasons: reasonsOf(row).map((reason) => MEETING_WORDS[reason][telling.locale]),
        urges: watched.urges.get(view.id) ?? [],
        escalation: watched.escalations.get(view.id) ?? null,
      }
    })
  }

  /** The same cases as those behind the number of a board, by the same passes: scope is applied where it always is. */
  private async selectionOf(
    which: Which,
    filters: Query['filters'],
    asOf: Day,
    { scope }: Session,
  ): Promise<Selection | Rejection> {
    const measure = which.kind === 'clock' ? CLOCKS[which.clock].measure : 'received'
    if (measure === null) throw new Error('internal: a list of a limit that nothing counts')
    const window = which.kind === 'clock' ? this.board.windowsOf(which.clock, asOf)[which.window] : null
    const days = which.kind === 'clock' ? (window ?? NO_DAYS(asOf)) : { ...ALL_DAYS, to: asOf }
    const query: Query = {
      measures: [measure],
      dimensions: [],
      grain: null,
      period: days,
      filters,
      comparisons: [],
      orderBy: null,
      top: null,
      others: false,
      reach: 'own',
      leaving: false,
    }
    const context = { lists: this.lists, scope, asOf, firstDay: ALL_DAYS.from, through: null }
    const plan = planQuery(query, context)
    if (isRejection(plan)) return plan
    const selection = selectionOf(plan, { measure, keys: [], bucket: null, comparison: null, which: 'all' })
    if (selection === null) throw new Error('internal: a number without cases')
    if (which.kind === 'list') return { ...selection, where: ACTION_LISTS[which.list].where }
    return which.kind === 'escalated'
      ? { ...selection, ids: await this.supervision.escalatedIds() }
      : selection
  }
}

/** A window that holds no day; where the calendar is not published nothing is known to end soon. */
const NO_DAYS = (asOf: Day) => ({ from: addDays(asOf, 36_500), to: addDays(asOf, 36_500) })

/** The limit that a list tells of. */
function clockOf(which: Which): ClockKind {
  if (which.kind === 'clock') return which.clock
  return (which.kind === 'list' ? actionList(which.list).clock : undefined) ?? 'close'
}

const directionOf = (which: Which): Page['direction'] =>
  (which.kind === 'list' ? actionList(which.list).direction : undefined) ?? 'asc'

function orderOf(which: Which): CaseOrder {
  if (which.kind === 'list') return actionList(which.list).order ?? 'due'
  const measure = which.kind === 'clock' ? CLOCKS[which.clock].measure : null
  return measure === null ? 'due' : ORDER_OF_MEASURE[measure]
}

function reasonsOf(row: Row): ReturnType<typeof meetingReasons> {
  if (row.accepted_on === null || row.closed_on !== null) return []
  const chain = chainOf(row)
  return meetingReasons({
    extensionAsked: row.extension_asked_on !== null || row.extended_on !== null,
    timesReturned: timesReturned(chain),
    units: unitsOf(chain).length,
    mergedReports: Number(row.merged_reports ?? 0),
    isMajor: row.hazard_level === 'major',
  })
}
