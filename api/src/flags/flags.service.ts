import type { Flag as FlagRow, PrismaClient } from '@fengsui/prisma/metadata'
import type { Office } from '@fengsui/prisma/office/office'
import type { Audit } from '../access/audit.js'
import type { Personas } from '../access/personas.js'
import type { CasePage } from '../cases/case.models.js'
import type { Caller } from '../graphql/caller.js'
import type { MemberLists } from '../office/member-lists.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { rulesOf, tablesOf } from './board-tables.js'
import { draftOf } from './draft.js'
import type { FlagCases } from './flag-cases.js'
import { type FlagLife, signalOf } from './flag-life.js'
import { flagNumbers } from './flag-numbers.js'
import { flagView } from './flag-view.js'
import type { FlagBoard } from './flag-board.models.js'
import type { FlagDetail, FlagStep } from './flag-detail.models.js'
import { checkStep, parseMove } from './request.js'
import type { Screening, ScreeningsService } from './screenings.service.js'
import { maySee } from './sight.js'
import { NEXT_STATES, STATE_TEXTS } from './words.js'

const MOST_FLAGS = 500
const iso = (date: Date): string => date.toISOString().slice(0, 10)

const unknownFlag = (): Rejection =>
  reject(
    'unknownFlag',
    'id',
    '没有这条研判，或它不在您的权限范围内。',
    'There is no such flag, or it is not yours to see.',
  )

const notScreened = (): Rejection =>
  reject(
    'notScreened',
    null,
    '数据还没有研判完成，一般在装载后一分钟内完成，请稍后刷新。',
    'The data are not screened yet; that takes about a minute after a load. Reload soon.',
  )

const forbidden = (): Rejection =>
  reject(
    'forbidden',
    null,
    '您的角色只看统计，不看具体案件；需要时请向区安委办业务人员索取。',
    'Your role sees statistics, not cases; ask the safety commission office.',
  )

/** What the service rests on. */
export interface FlagsFoundations {
  readonly metadata: PrismaClient
  readonly office: Office
  readonly screenings: ScreeningsService
  readonly life: FlagLife
  readonly cases: FlagCases
  readonly lists: MemberLists
  readonly personas: Personas
  readonly audit: Audit
}

/** Shows what was found, and keeps what is done about it. */
export class FlagsService {
  constructor(private readonly on: FlagsFoundations) {}

  /** Everything of the newest screening that the caller may see: flags, the gravest first, and the tables beside them. */
  async board(caller: Caller): Promise<FlagBoard | Rejection> {
    const screening = await this.on.screenings.newest()
    if (screening === null) return notScreened()
    const { scope } = caller.session
    const rows = await this.on.metadata.flag.findMany({
      orderBy: [{ lastDay: 'desc' }, { id: 'asc' }],
      take: MOST_FLAGS,
    })
    const seen = rows.filter((row) => maySee(scope, signalOf(row)))
    const telling = this.telling(caller, screening)
    const isWhole = scope.cases === 'whole'
    const { findings } = screening
    return {
      asOf: screening.asOf,
      screening: screening.id,
      screenedAt: screening.finishedAt,
      knownByLoad: screening.knownBy === 'load',
      tested: screening.tested.reduce((sum, { rows: tests }) => sum + tests.length, 0),
      alertsPerYear: screening.thresholds.budget.alertsPerYear,
      cases: isWhole ? findings.cases : null,
      repeated: isWhole ? findings.repeated : null,
      abnormal: isWhole ? findings.abnormal : null,
      flags: seen.map((row) => flagView(row, telling)).sort(gravestFirst),
      ...tablesOf(findings, seen, telling),
      rules: rulesOf(this.on.office.flags),
    }
  }

  /** One flag with what was done about it, its numbers and its key points. */
  async detail(id: string, caller: Caller): Promise<FlagDetail | Rejection> {
    const found = await this.seen(id, caller)
    if (isRejection(found)) return found
    const { row, screening } = found
    const signal = signalOf(row)
    const keyPoints = await this.on.cases.keyPoints(signal, screening.asOf, caller)
    if (isRejection(keyPoints)) return keyPoints
    const { scope } = caller.session
    const steps = await this.on.metadata.flagStep.findMany({ where: { flagId: id }, orderBy: { at: 'asc' } })
    return {
      flag: flagView(row, this.telling(caller, screening)),
      steps: steps.map((step): FlagStep => ({
        ...{ from: step.from, to: step.to, toLabel: STATE_TEXTS[step.to][caller.locale], at: step.at },
        note: scope.summary ? step.note : null,
        by: this.who(step.persona, caller),
        snoozedUntil: step.snoozedUntil && iso(step.snoozedUntil),
      })),
      next: scope.supervise ? [...NEXT_STATES[row.state]] : [],
      numbers: scope.smallCells === 'always' ? [] : flagNumbers(signal, screening.tested, caller.locale),
      keyPoints,
      draft: scope.export ? draftOf(signal, screening.asOf, this.on.lists) : null,
    }
  }

  /** The cases of a flag; what is listed is written down first. */
  async list(id: string, caller: Caller): Promise<CasePage | Rejection> {
    if (!caller.session.scope.caseList) return forbidden()
    const found = await this.seen(id, caller)
    if (isRejection(found)) return found
    const page = await this.on.cases.list(signalOf(found.row), found.screening.asOf, caller)
    if (isRejection(page)) return page
    await this.on.audit.write(caller.session.persona, 'listFlagCases', {
      flag: id,
      shown: page.nodes.map((node) => node.id),
    })
    return page
  }

  /** Moves a flag on in its life, or puts it off. The caller's right to do so is asked before. */
  async move(input: object, caller: Caller): Promise<FlagDetail | Rejection> {
    const move = parseMove(input)
    if (isRejection(move)) return move
    const found = await this.seen(move.id, caller)
    if (isRejection(found)) return found
    const { row, screening } = found
    const refused = checkStep(row.state, move, screening.asOf)
    if (refused) return refused
    const { persona } = caller.session
    await this.on.audit.write(persona, 'moveFlag', {
      flag: move.id,
      from: row.state,
      to: move.to,
      until: move.until,
    })
    const moved = await this.on.life.move(row, { ...move, persona })
    return moved === null ? movedAlready() : this.detail(move.id, caller)
  }

  private async seen(
    id: string,
    caller: Caller,
  ): Promise<{ row: FlagRow; screening: Screening } | Rejection> {
    const screening = await this.on.screenings.newest()
    const row = id.length > 64 ? null : await this.on.metadata.flag.findUnique({ where: { id } })
    if (screening === null || row === null || !maySee(caller.session.scope, signalOf(row)))
      return unknownFlag()
    return { row, screening }
  }

  private telling({ session, locale }: Caller, { asOf }: Screening) {
    return { lists: this.on.lists, locale, scope: session.scope, asOf }
  }

  private who(persona: string, { locale }: Caller): string {
    const found = this.on.personas.find(persona)
    return found ? this.on.personas.nameOf(found, locale) : persona
  }
}

const LEVELS = ['alert', 'watch', 'note']
const WORDS = ['lead', 'emerging', 'tendency', 'concentrated', 'typical']

/** What goes on before what is over, 提醒 before 关注, and then by the word and how lately it was found first. */
function gravestFirst(a: FlagBoard['flags'][number], b: FlagBoard['flags'][number]): number {
  return (
    Number(b.ongoing) - Number(a.ongoing) ||
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    WORDS.indexOf(a.word) - WORDS.indexOf(b.word) ||
    (a.firstDay < b.firstDay ? 1 : a.firstDay > b.firstDay ? -1 : 0) ||
    (b.observed ?? 0) - (a.observed ?? 0)
  )
}

const movedAlready = (): Rejection =>
  reject(
    'badFlagStep',
    'to',
    '这条研判刚被他人处理，请刷新页面后再试。',
    'Somebody has moved the flag just now. Reload the page.',
  )
