import type { Day } from '@fengsui/domain/time/day'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Session } from '../access/session.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import type { FlagCluster, FlagClusters } from './clusters.models.js'
import { signalOf } from './flag-life.js'
import { titleOf } from './flag-view.js'
import type { ScreeningsService } from './screenings.service.js'
import { chanceWords } from './sentence.js'
import { countFor, maySee } from './sight.js'
import { LEVEL_TEXTS, STATE_TEXTS } from './words.js'

/** The clusters of a few years; a map shows the newest of its period. */
const MOST_TOLD = 100
const MOST_READ = 500

interface Who {
  readonly session: Session
  readonly locale: Locale
}

interface Days {
  readonly from: Day
  readonly to: Day
}

/** The clusters in space and time that screenings found, as maps show them. */
export class ClusterMap {
  constructor(
    private readonly metadata: PrismaClient,
    private readonly screenings: Pick<ScreeningsService, 'newest'>,
    private readonly lists: MemberLists,
  ) {}

  /**
   * Those of which any day lies in a period, the newest first, as far as the viewer sees all of their cases; the ones that
   * were dismissed are none. Each as the newest screening that found it saw it.
   *
   * @param leaving the map leaves the office: small numbers are hidden whoever has it made.
   */
  async within({ from, to }: Days, { session, locale }: Who, leaving = false): Promise<FlagClusters> {
    const newest = await this.screenings.newest()
    if (newest === null) return { asOf: null, clusters: [] }
    const scope = leaving ? { ...session.scope, smallCells: 'always' as const } : session.scope
    const rows = await this.metadata.flag.findMany({
      where: { signal: { path: ['rule'], equals: 'cluster' }, state: { not: 'dismissed' } },
      orderBy: [{ lastDay: 'desc' }, { id: 'asc' }],
      take: MOST_READ,
    })
    const clusters = rows
      .map((row) => ({ row, signal: signalOf(row) }))
      .filter(({ signal }) => signal.from <= to && signal.to >= from && maySee(scope, signal))
      .sort((a, b) => (a.signal.to < b.signal.to ? 1 : a.signal.to > b.signal.to ? -1 : 0))
      .slice(0, MOST_TOLD)
      .map(({ row, signal }): FlagCluster => {
        const observed = countFor(scope, signal.observed)
        // Expected and ratio together are the count.
        const ratio = observed === null ? null : signal.ratio
        return {
          ...{ id: row.id, title: titleOf(signal, this.lists, locale), level: signal.level },
          levelLabel: LEVEL_TEXTS[signal.level][locale],
          stateLabel: STATE_TEXTS[row.state][locale],
          ...{ from: signal.from, to: signal.to, regions: [...signal.regions], observed },
          expected: observed === null ? null : signal.expected,
          ...{ ratio: ratio?.ratio ?? null, lower: ratio?.lower ?? null, upper: ratio?.upper ?? null },
          ...{ p: signal.p, chance: chanceWords(signal.perYear, locale).trim() },
        }
      })
    return { asOf: newest.asOf, clusters }
  }
}
