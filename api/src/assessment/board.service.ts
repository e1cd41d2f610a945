import type { AssessmentTable } from '@fengsui/domain/assessment/assessment'
import {
  type Quarter,
  parseQuarter,
  quarterBefore,
  quarterLabel,
  quarterOf,
} from '@fengsui/domain/assessment/quarter'
import type { Day } from '@fengsui/domain/time/day'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { unavailable } from '../query/run.js'
import type { AssessmentBook, Version, VersionHead } from './assessment-book.js'
import type { PastRank } from './assessment.models.js'
import type { AssessmentService } from './assessment.service.js'
import type { RankingBoard } from './board.models.js'
import type { EntriesService } from './entries.service.js'
import { leaguesOf } from './league-view.js'
import type { ObjectionsService } from './objections.service.js'
import type { OwnUnits } from './own-unit.js'
import type { Reckoning } from './reckoning.js'
import { badQuarter, notAssessed, unknownAssessment } from './refusals.js'
import { rulesTold } from './rule-view.js'
import { type Sight, seesTable, sightOf } from './sight.js'
import type { VersionView } from './version-view.js'

export interface BoardParts {
  readonly assessments: AssessmentService
  readonly reckoning: Reckoning
  readonly book: AssessmentBook
  readonly objections: ObjectionsService
  readonly entries: EntriesService
  readonly units: OwnUnits
  readonly view: VersionView
  readonly states: DataStates
  readonly lists: MemberLists
}

/** What is wanted: a quarter, or one of its versions; neither: the newest that the caller may see. */
export interface BoardAsked {
  readonly quarter?: string | null
  readonly version?: string | null
}

/** A quarter that somebody may see, with the table that is shown of it; null: there is none. */
export interface Shown {
  readonly quarter: Quarter
  /** Of the quarter, as far as the caller may see them, the newest first. */
  readonly heads: readonly VersionHead[]
  readonly version: Version | null
  readonly table: AssessmentTable | null
}

/** Quarters that are offered to be closed, before the one of the as-of day. */
const QUARTERS_BACK = 5
const PAST_QUARTERS = 4

/** The page of the assessment, as each role may see it. */
export class RankingService {
  constructor(private readonly parts: BoardParts) {}

  /** That the caller may see published tables is asked before. */
  async board(asked: BoardAsked, caller: Caller): Promise<RankingBoard | Rejection> {
    const { view, units, reckoning, lists, states, entries, objections, book } = this.parts
    const { locale, session } = caller
    const rules = reckoning.rules
    if (rules === null) return notAssessed()
    const asOf = (await states.known())?.asOf ?? null
    if (asOf === null) return unavailable()
    const sight = sightOf(session, units)
    const all = await book.heads()
    const shown = await this.shown(asked, { all, asOf, sight }, caller)
    if (isRejection(shown)) return shown
    const quarterTold = (id: string, heads: readonly VersionHead[]) =>
      view.quarter(id, heads, (parseQuarter(id)?.to ?? asOf) < asOf && sight.assesses, locale)
    const told = {
      quarters: quartersSeen(all, asOf, sight).map((id) => quarterTold(id, headsOf(all, id, sight))),
      asOf,
      ownUnit: sight.own,
      previewed: previewOf(all, sight, (head) => quarterTold(head.quarter, [head])),
    }
    if (shown === null || shown.table === null)
      return { ...told, ...EMPTY, base: rules.base, rules: rulesTold(rules.deductions, locale) }
    const { quarter, heads, version, table } = shown
    const past = await this.past(quarter, all, sight, locale)
    const written = await entries.ofQuarter(quarter)
    const ruleText = (id: string): string => table.rules.find((rule) => rule.id === id)?.text ?? id
    const raised = sight.assesses ? await objections.ofQuarter(quarter.id, null) : []
    return {
      ...told,
      quarter: quarterTold(quarter.id, heads),
      version: version && view.version(version, isNewest(all, version), sight, locale),
      base: table.base,
      leagues: leaguesOf(table, rules.leagues, { lists, locale, sight, table, past }),
      rules: rulesTold(table.rules, locale),
      difference: version && view.difference(version, sight, locale),
      entries: written
        .filter(({ kind, unit, withdrawnAt }) => entryIsSeen({ kind, unit, withdrawnAt }, sight))
        .map((entry) => view.entry(entry, locale)),
      objections: raised.map((each) => view.objection(each, ruleText, locale)),
      unknownLimits: table.unknownLimits,
    }
  }

  /** The quarter and version that is meant, if the caller may see its table. @returns null where there is none yet. */
  async shown(
    { quarter: quarterId, version: versionId }: BoardAsked,
    of: { readonly all: readonly VersionHead[]; readonly asOf: Day; readonly sight: Sight },
    caller: Pick<Caller, 'session' | 'signal'>,
  ): Promise<Shown | null | Rejection> {
    const { all, asOf, sight } = of
    const { book, assessments } = this.parts
    const chosen = versionId ? all.find(({ id }) => id === versionId) : null
    if (versionId && (!chosen || !seesTable(sight, chosen))) return unknownAssessment()
    const id = chosen?.quarter ?? quarterId ?? defaultQuarter(all, asOf, sight)
    if (id === null) return null
    const quarter = parseQuarter(id)
    if (quarter === null) return badQuarter()
    const heads = headsOf(all, id, sight)
    const head = chosen ?? heads[0]
    const version = head ? await book.find(head.id) : null
    if (version) return { quarter, heads, version, table: version.table }
    if (!sight.assesses) return unknownAssessment()
    const fresh = await assessments.fresh(quarter, caller, false)
    return isRejection(fresh) ? fresh : { quarter, heads, version: null, table: fresh.table }
  }

  /** Places of the four quarters before, by the newest version that the caller may see. */
  async past(
    quarter: Quarter,
    all: readonly VersionHead[],
    sight: Sight,
    locale: Locale,
  ): Promise<(unit: string) => PastRank[]> {
    const quarters = Array.from({ length: PAST_QUARTERS }, (_, at) =>
      quarterBefore(quarter, PAST_QUARTERS - at),
    )
    const versions = await Promise.all(
      quarters.map(({ id }) => {
        const head = headsOf(all, id, sight)[0]
        return head ? this.parts.book.find(head.id) : Promise.resolve(null)
      }),
    )
    return (unit) =>
      quarters.map((each, at) => ({
        quarter: each.id,
        label: quarterLabel(each, locale),
        rank: versions[at]?.table.units.find((one) => one.unit === unit)?.rank ?? null,
        isKnown: Boolean(versions[at]),
      }))
  }
}

const EMPTY = {
  quarter: null,
  version: null,
  leagues: [],
  difference: null,
  entries: [],
  objections: [],
  unknownLimits: 0,
}

/** The versions of a quarter whose table somebody may see, the newest first. */
export const headsOf = (all: readonly VersionHead[], quarter: string, sight: Sight): readonly VersionHead[] =>
  all.filter((head) => head.quarter === quarter && seesTable(sight, head))

/** Is there no later version of the quarter? */
export const isNewest = (all: readonly VersionHead[], { id, quarter }: VersionHead): boolean =>
  all.find((head) => head.quarter === quarter)?.id === id

/** Whoever assesses is offered the last quarters too, closed or not. */
function quartersSeen(all: readonly VersionHead[], asOf: Day, sight: Sight): readonly string[] {
  const known = all.filter((head) => seesTable(sight, head)).map(({ quarter }) => quarter)
  const open = sight.assesses
    ? Array.from({ length: QUARTERS_BACK + 1 }, (_, back) => quarterBefore(quarterOf(asOf), back).id)
    : []
  return [...new Set([...known, ...open])].sort().reverse()
}

const defaultQuarter = (all: readonly VersionHead[], asOf: Day, sight: Sight): string | null =>
  sight.assesses
    ? quarterBefore(quarterOf(asOf), 1).id
    : (all.find((head) => seesTable(sight, head))?.quarter ?? null)

/** The newest version that the own unit is to look at now. */
function previewOf<T>(all: readonly VersionHead[], { own }: Sight, told: (head: VersionHead) => T): T | null {
  const head = all.find((each) => each.state === 'preview' && isNewest(all, each))
  return own !== null && head ? told(head) : null
}

/** A leak is for whoever assesses and the unit itself (K08), what was done well for everybody. */
const entryIsSeen = (
  entry: { readonly kind: string; readonly unit: string; readonly withdrawnAt: Date | null },
  { assesses, own }: Sight,
): boolean => assesses || (entry.withdrawnAt === null && (entry.kind === 'bonus' || entry.unit === own))
