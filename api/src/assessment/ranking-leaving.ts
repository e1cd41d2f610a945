import { quarterLabel } from '@fengsui/domain/assessment/quarter'
import type { Text } from '@fengsui/domain/metrics/model'
import type { Audit } from '../access/audit.js'
import type { ListPaper } from '../exports/paper.js'
import type { Caller } from '../graphql/caller.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { unavailable } from '../query/run.js'
import type { BoardParts, RankingService } from './board.service.js'
import { leaguesOf } from './league-view.js'
import { rankingPaper } from './ranking-paper.js'
import { notAssessed, unknownAssessment } from './refusals.js'
import { leavingSight, sightOf } from './sight.js'
import { STATE_WORDS } from './words.js'

export const RANKING_TITLE: Text = { zh: '举报办理季度考核排名', en: 'Quarterly ranking of units' }

/** Has tables leave the office as files: those that the caller may see, with small numbers hidden and no case in them. */
export class RankingLeaving {
  constructor(
    private readonly parts: BoardParts,
    private readonly ranking: RankingService,
    private readonly audit: Audit,
  ) {}

  /** That the caller may have it leave is asked before. */
  async paper(
    version: string,
    caller: Pick<Caller, 'session' | 'locale' | 'signal'>,
  ): Promise<ListPaper | Rejection> {
    const { book, states, units, reckoning, lists } = this.parts
    const { session, locale } = caller
    const rules = reckoning.rules
    if (rules === null) return notAssessed()
    const asOf = (await states.known())?.asOf ?? null
    if (asOf === null) return unavailable()
    const all = await book.heads()
    const sight = sightOf(session, units)
    const shown = await this.ranking.shown({ version }, { all, asOf, sight }, caller)
    if (isRejection(shown)) return shown
    if (!shown?.version || !shown.table) return unknownAssessment()
    const { quarter, table, version: frozen } = shown
    await this.audit.write(session.persona, 'leavingRanking', { version, hash: frozen.hash })
    const past = await this.ranking.past(quarter, all, sight, locale)
    const telling = { lists, locale, sight: leavingSight(sight), table, past }
    return rankingPaper(leaguesOf(table, rules.leagues, telling), {
      title: `${quarterLabel(quarter, locale)}${locale === 'zh' ? '' : ': '}${RANKING_TITLE[locale]}`,
      state: STATE_WORDS[frozen.state][locale],
      version: frozen.version,
      hash: frozen.hash,
      asOf: frozen.asOf,
      base: table.base,
      locale,
    })
  }
}
