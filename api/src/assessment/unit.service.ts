import type { AssessmentTable } from '@fengsui/domain/assessment/assessment'
import type { DeductionItem as Item } from '@fengsui/domain/assessment/score'
import { parseQuarter } from '@fengsui/domain/assessment/quarter'
import type { Objection as ObjectionRow } from '@fengsui/prisma/metadata'
import type { Audit } from '../access/audit.js'
import type { Caller } from '../graphql/caller.js'
import type { Locale } from '../office/member-lists.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import type { Version, VersionHead } from './assessment-book.js'
import { type BoardParts, type RankingService, headsOf, isNewest } from './board.service.js'
import type { AssessedUnit, DeductionItem, GamingSign } from './board.models.js'
import { notAssessed, unknownAssessment } from './refusals.js'
import { type Sight, seesUnit, sightOf } from './sight.js'
import { rankedUnit } from './unit-view.js'
import { ENTRY_WORDS, FAILED_WORDS, GAMING_WORDS, SPARED_WORDS } from './words.js'

/** Which unit of which quarter, by which version; without one the newest that the caller may see. */
export interface UnitAsked {
  readonly quarter: string
  readonly version?: string | null
  readonly unit: string
}

/** The page of one unit: what it loses points for, case by case. It is written down whose cases were shown. */
export class UnitService {
  constructor(
    private readonly parts: BoardParts,
    private readonly ranking: RankingService,
    private readonly audit: Audit,
    private readonly today: () => string,
  ) {}

  /** For whoever assesses, and for the unit itself from the preview on; to all others it is not there. */
  async unit(asked: UnitAsked, caller: Caller): Promise<AssessedUnit | Rejection> {
    const { units, reckoning, book, objections, lists, view } = this.parts
    const { locale, session } = caller
    const rules = reckoning.rules
    if (rules === null) return notAssessed()
    const sight = sightOf(session, units)
    const all = await book.heads()
    const found = await this.find(asked, all, sight, caller)
    if (isRejection(found)) return found
    const { table, version } = found
    const of = table.units.find(({ unit }) => unit === asked.unit)
    if (!of) return unknownAssessment()
    const past = await this.ranking.past(table.quarter, all, sight, locale)
    const items = table.items.filter(({ unit }) => unit === asked.unit)
    await this.audit.write(session.persona, 'listDeductions', {
      quarter: table.quarter.id,
      version: version?.version ?? null,
      unit: asked.unit,
      shown: items.map(({ subject }) => subject),
    })
    const raised = await objections.ofQuarter(table.quarter.id, asked.unit)
    const mayObject = sight.own === asked.unit && session.scope.object && this.isOpen(version, all)
    const league = rules.leagues.find(({ id }) => id === of.league)
    return {
      unit: rankedUnit(of, { lists, locale, sight, table, past }),
      league: (locale === 'en' ? league?.nameEn : league?.name) ?? of.league,
      quarter: view.quarter(table.quarter.id, headsOf(all, table.quarter.id, sight), false, locale),
      version: version && view.version(version, isNewest(all, version), sight, locale),
      base: table.base,
      items: items.map((item) => itemTold(item, { table, raised, mayObject, sight, locale })),
      signs: sight.assesses ? of.habits.map((finding) => signTold(finding, locale)) : [],
      past: past(asked.unit),
      objections: raised.map((each) => view.objection(each, (id) => ruleText(table, id), locale)),
    }
  }

  private async find(
    { quarter: quarterId, version: versionId, unit }: UnitAsked,
    all: readonly VersionHead[],
    sight: Sight,
    caller: Caller,
  ): Promise<{ readonly table: AssessmentTable; readonly version: Version | null } | Rejection> {
    const ofQuarter = all.filter((head) => head.quarter === quarterId && seesUnit(sight, head, unit))
    const head = versionId ? ofQuarter.find(({ id }) => id === versionId) : ofQuarter[0]
    const version = head ? await this.parts.book.find(head.id) : null
    if (version) return { table: version.table, version }
    const quarter = parseQuarter(quarterId)
    if (!sight.assesses || versionId || quarter === null) return unknownAssessment()
    const fresh = await this.parts.assessments.fresh(quarter, caller, false)
    return isRejection(fresh) ? fresh : { table: fresh.table, version: null }
  }

  /** May units object to this version now? */
  private isOpen(version: Version | null, all: readonly VersionHead[]): boolean {
    if (version === null || version.state !== 'preview' || !isNewest(all, version)) return false
    return version.objectionsUntil === null || this.today() <= version.objectionsUntil
  }
}

const ruleText = ({ rules }: AssessmentTable, id: string): string =>
  rules.find((rule) => rule.id === id)?.text ?? id

function itemTold(
  item: Item,
  about: {
    readonly table: AssessmentTable
    readonly raised: readonly ObjectionRow[]
    readonly mayObject: boolean
    readonly sight: Sight
    readonly locale: Locale
  },
): DeductionItem {
  const { table, raised, mayObject, sight, locale } = about
  const { rule, ruleFrom, trigger, subject, name, step, day, doneOn, spared } = item
  const version = table.rules.find(({ id, from }) => id === rule && from === ruleFrom)
  const isRaised = raised.some((each) => each.rule === rule && each.subject === subject)
  return {
    ...{ rule, subject, name, day, doneOn },
    ruleText: version?.text ?? rule,
    caseId: trigger !== 'leak' && sight.opensCases ? subject : null,
    text: step === null ? ENTRY_WORDS.leak[locale] : FAILED_WORDS[step][locale],
    points: spared === null ? (version?.points ?? 0) : 0,
    spared: spared && SPARED_WORDS[spared][locale],
    mayObject: mayObject && spared === null && !isRaised,
  }
}

const signTold = (
  { sign, events, n, others }: AssessmentTable['units'][number]['habits'][number],
  locale: Locale,
): GamingSign => ({ label: GAMING_WORDS[sign][locale], events, n, others })
