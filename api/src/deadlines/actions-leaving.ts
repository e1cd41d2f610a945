import type { Audit } from '../access/audit.js'
import type { Caller } from '../graphql/caller.js'
import type { MemberLists } from '../office/member-lists.js'
import type { ListPaper } from '../exports/paper.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import type { ActionsService } from './actions.service.js'
import { listPaper } from './list-paper.js'
import type { ActionsAsked } from './request.js'

/** So many cases stand in one file at most; the file says how many there are. */
const MOST_LEAVING = 2000

/** Has lists leave the office as files. */
export class ActionsLeaving {
  constructor(
    private readonly actions: ActionsService,
    private readonly lists: MemberLists,
    private readonly audit: Audit,
  ) {}

  /** The list as it may leave; whom it shows is written down first. That the caller may export is asked before. */
  async paper(
    asked: ActionsAsked,
    caller: Pick<Caller, 'session' | 'locale' | 'signal'>,
  ): Promise<ListPaper | Rejection> {
    const found = await this.actions.find(asked, { first: MOST_LEAVING, after: null }, caller)
    if (isRejection(found)) return found
    const { telling, total } = found
    const rows = found.rows.slice(0, MOST_LEAVING)
    await this.audit.write(caller.session.persona, 'leavingActions', {
      which: asked.which,
      filters: asked.filters,
      cases: rows.map(({ case_id }) => case_id),
    })
    const told = await this.actions.told(rows, asked.which, telling, caller.session)
    const cases = told.map((action, at) => ({
      action,
      region: textOf(rows[at]?.region_1),
      industry: textOf(rows[at]?.industry_1),
    }))
    return listPaper(cases, asked, { total, asOf: telling.asOf, locale: telling.locale, lists: this.lists })
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
