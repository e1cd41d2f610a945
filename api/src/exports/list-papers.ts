import type { Office } from '@fengsui/prisma/office/office'
import type { ActionsLeaving } from '../deadlines/actions-leaving.js'
import { titleOf } from '../deadlines/list-paper.js'
import type { Caller } from '../graphql/caller.js'
import type { Locale } from '../office/member-lists.js'
import type { Rejection } from '../query/rejection.js'
import { STANDARDS_TITLE, standardsPaper } from '../rewards/standards-paper.js'
import type { ListOrder } from './order.js'
import type { ListPaper } from './paper.js'

/** The lists that can leave as a file: cases to act on, and the reward standards, in which no case is. */
export class ListPapers {
  constructor(
    private readonly actions: ActionsLeaving,
    private readonly office: Pick<Office, 'rewards'>,
  ) {}

  /** What a list is called. */
  titleOf(list: ListOrder['list'], locale: Locale): string {
    return list === 'rewardStandards' ? STANDARDS_TITLE[locale] : titleOf(list.which, locale)
  }

  /** The list as it may leave. That the caller may export is asked before. */
  async paper(
    list: ListOrder['list'],
    caller: Pick<Caller, 'session' | 'locale' | 'signal'>,
  ): Promise<ListPaper | Rejection> {
    return list === 'rewardStandards'
      ? standardsPaper(this.office, caller.locale)
      : this.actions.paper(list, caller)
  }
}
