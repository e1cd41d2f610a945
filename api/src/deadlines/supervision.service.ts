import type { ClickHouseClient } from '@clickhouse/client'
import { CLOCKS, type ClockKind } from '@fengsui/domain/metrics/clocks'
import type { Escalation as EscalationRow, PrismaClient, Urge as UrgeRow } from '@fengsui/prisma/metadata'
import type { Audit } from '../access/audit.js'
import type { Personas } from '../access/personas.js'
import type { Session } from '../access/session.js'
import type { Caller } from '../graphql/caller.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import { compileCase } from '../query/case-list/compile.js'
import { conditionsOf } from '../query/passes/apply-scope.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { type Row, runQuery } from '../query/run.js'
import type { Escalation, Urge } from './actions.models.js'
import { parseNote } from './request.js'
import {
  ESCALATION_KINDS,
  type EscalationKind,
  SUPERVISION_LEVELS,
  type SupervisionLevel,
  URGE_HOWS,
  type UrgeHow,
} from './supervision-words.js'

/** So many cases are watched from above at most. */
const MOST_ESCALATED = 500
const LONGEST_ID = 200

const unknownCase = (): Rejection =>
  reject(
    'unknownCase',
    'case',
    '没有这件举报，或它不在您的权限范围内。',
    'There is no such case, or it is not yours to see.',
  )

/** What was done about cases: 催办 with its answer, 挂牌 and 提级. Each step is written down before it is answered. */
export class SupervisionService {
  constructor(
    private readonly metadata: PrismaClient,
    private readonly client: ClickHouseClient,
    private readonly lists: MemberLists,
    private readonly personas: Personas,
    private readonly audit: Audit,
  ) {}

  /** What was done about some cases, by case. The caller may see them; that is not asked here. */
  async of(
    ids: readonly string[],
    locale: Locale,
    session: Session,
  ): Promise<{ urges: Map<string, Urge[]>; escalations: Map<string, Escalation> }> {
    const where = { caseId: { in: [...ids] } }
    const [urges, escalations] = await Promise.all([
      this.metadata.urge.findMany({ where, orderBy: { at: 'desc' } }),
      this.metadata.escalation.findMany({ where: { ...where, endedAt: null }, orderBy: { at: 'asc' } }),
    ])
    const byCase = new Map<string, Urge[]>()
    for (const urge of urges)
      byCase.set(urge.caseId, [...(byCase.get(urge.caseId) ?? []), this.urgeTold(urge, locale, session)])
    return {
      urges: byCase,
      escalations: new Map(
        escalations.map((each) => [each.caseId, this.escalationTold(each, locale, session)]),
      ),
    }
  }

  /** The cases that are watched from above now. */
  async escalatedIds(): Promise<readonly string[]> {
    const found = await this.metadata.escalation.findMany({
      where: { endedAt: null },
      select: { caseId: true },
      orderBy: { at: 'desc' },
      take: MOST_ESCALATED,
    })
    return [...new Set(found.map(({ caseId }) => caseId))]
  }

  /** Writes down that the unit which has the case was urged. The caller's right to do so is asked before. */
  async urge(
    input: { readonly case: string; readonly clock: string; readonly how: string; readonly text: string },
    caller: Caller,
  ): Promise<Urge | Rejection> {
    const { session, locale } = caller
    const text = parseNote('text', input.text, 0)
    if (isRejection(text)) return text
    const row = await this.seen(input.case, caller)
    if (isRejection(row)) return row
    const { persona } = session
    const data = {
      caseId: input.case,
      clock: input.clock,
      unit: typeof row.department === 'string' ? row.department : '',
      how: input.how as UrgeHow,
    }
    await this.audit.write(persona, 'urge', data)
    return this.urgeTold(
      await this.metadata.urge.create({ data: { ...data, text, persona } }),
      locale,
      session,
    )
  }

  /** Writes down what the unit answered; once. */
  async answerUrge(id: string, input: string, caller: Caller): Promise<Urge | Rejection> {
    const { session, locale } = caller
    const answer = parseNote('text', input, 1)
    if (isRejection(answer)) return answer
    const asked = await this.metadata.urge.findUnique({ where: { id } })
    const row = asked === null ? unknownCase() : await this.seen(asked.caseId, caller)
    if (isRejection(row)) return unknownUrge()
    await this.audit.write(session.persona, 'answerUrge', { urge: id })
    const [answered] = await this.metadata.urge.updateManyAndReturn({
      where: { id, answer: null },
      data: { answer, answeredBy: session.persona, answeredAt: new Date() },
    })
    return answered ? this.urgeTold(answered, locale, session) : answeredAlready()
  }

  /** Puts a case under the eyes of a level above; one that is there already is put there anew. */
  async escalate(
    input: {
      readonly case: string
      readonly kind: string
      readonly level: string
      readonly unit: string
      readonly reason: string
    },
    caller: Caller,
  ): Promise<Escalation | Rejection> {
    const { session, locale } = caller
    const unit = parseNote('unit', input.unit, 1)
    if (isRejection(unit)) return unit
    const reason = parseNote('reason', input.reason, 1)
    if (isRejection(reason)) return reason
    const row = await this.seen(input.case, caller)
    if (isRejection(row)) return row
    const { persona } = session
    const data = {
      caseId: input.case,
      kind: input.kind as EscalationKind,
      level: input.level as SupervisionLevel,
      unit,
      reason,
    }
    await this.audit.write(persona, 'escalate', { case: input.case, kind: input.kind, level: input.level })
    const [, created] = await this.metadata.$transaction([
      this.metadata.escalation.updateMany({
        where: { caseId: input.case, endedAt: null },
        data: { endedAt: new Date(), endedBy: persona },
      }),
      this.metadata.escalation.create({ data: { ...data, persona } }),
    ])
    return this.escalationTold(created, locale, session)
  }

  /** Takes a case off the list; that it was there stays. */
  async endEscalation(id: string, caller: Caller): Promise<Escalation | Rejection> {
    const { session, locale } = caller
    await this.audit.write(session.persona, 'endEscalation', { escalation: id })
    const [ended] = await this.metadata.escalation.updateManyAndReturn({
      where: { id, endedAt: null },
      data: { endedAt: new Date(), endedBy: session.persona },
    })
    return ended ? this.escalationTold(ended, locale, session) : unknownEscalation()
  }

  /** The case, if the caller may see it. */
  private async seen(id: string, { session, signal }: Caller): Promise<Row | Rejection> {
    if (id.length > LONGEST_ID) return unknownCase()
    const query = compileCase(id, conditionsOf(session.scope), { summary: false, enterprise: 'none' })
    const rows = await runQuery(this.client, query, signal)
    if (isRejection(rows)) return rows
    return rows[0] ?? unknownCase()
  }

  private who(persona: string | null, locale: Locale): string | null {
    const found = persona === null ? null : this.personas.find(persona)
    return found ? this.personas.nameOf(found, locale) : persona
  }

  private urgeTold(urge: UrgeRow, locale: Locale, { scope }: Session): Urge {
    const { id, clock, unit, how, text, persona, at, answer, answeredBy, answeredAt } = urge
    return {
      id,
      clock,
      clockLabel: CLOCKS[clock as ClockKind].label[locale],
      unit: this.lists.label('department', unit, locale),
      how,
      howLabel: URGE_HOWS[how][locale],
      text: scope.summary ? text : null,
      by: this.who(persona, locale) ?? '',
      at,
      answer: scope.summary ? answer : null,
      answeredBy: this.who(answeredBy, locale),
      answeredAt,
    }
  }

  private escalationTold(escalation: EscalationRow, locale: Locale, { scope }: Session): Escalation {
    const { id, kind, level, unit, reason, persona, at, endedAt } = escalation
    return {
      id,
      kind,
      kindLabel: ESCALATION_KINDS[kind][locale],
      level,
      levelLabel: SUPERVISION_LEVELS[level][locale],
      unit,
      reason: scope.summary ? reason : null,
      by: this.who(persona, locale) ?? '',
      at,
      endedAt,
    }
  }
}

const unknownUrge = (): Rejection =>
  reject(
    'unknownUrge',
    'id',
    '没有这条催办，或它不在您的权限范围内。',
    'There is no such urge, or it is not yours to answer.',
  )

const answeredAlready = (): Rejection =>
  reject(
    'unknownUrge',
    'id',
    '这条催办已经答复过，请刷新页面。',
    'This urge has its answer; reload the page.',
  )

const unknownEscalation = (): Rejection =>
  reject(
    'unknownEscalation',
    'id',
    '没有这条挂牌或提级记录，可能已经解除，请刷新页面。',
    'There is no such escalation; it may have been ended. Reload the page.',
  )
