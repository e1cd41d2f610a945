import type { Objection, PrismaClient } from '@fengsui/prisma/metadata'
import type { Day } from '@fengsui/domain/time/day'
import type { Audit } from '../access/audit.js'
import { parseNote } from '../deadlines/request.js'
import type { Caller } from '../graphql/caller.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import type { AssessmentBook } from './assessment-book.js'
import type { OwnUnits } from './own-unit.js'
import {
  noUnit,
  notInPreview,
  objectedAlready,
  objectionsOver,
  unknownAssessment,
  unknownItem,
  unknownObjection,
} from './refusals.js'

/** Which deduction is meant, and why it is wrong. */
export interface ObjectionDraft {
  readonly assessment: string
  readonly rule: string
  readonly subject: string
  readonly reason: string
}

/** What units say against deductions while they preview a version, and what is decided (申诉). */
export class ObjectionsService {
  constructor(
    private readonly metadata: PrismaClient,
    private readonly book: AssessmentBook,
    private readonly units: OwnUnits,
    private readonly audit: Audit,
    private readonly today: () => Day,
  ) {}

  /** Objects for the caller's own unit, to a deduction of that unit. */
  async object(
    draft: ObjectionDraft,
    { session: { persona, scope } }: Caller,
  ): Promise<Objection | Rejection> {
    if (!scope.object) return noUnit()
    const reason = parseNote('reason', draft.reason, 1)
    if (isRejection(reason)) return reason
    const { assessment, rule, subject } = draft
    const unit = this.units.of(persona)
    const version = await this.book.find(assessment)
    // A draft is nobody's to know but of whoever assesses.
    if (version === null || unit === null || version.state === 'draft') return unknownAssessment()
    if (version.state !== 'preview' || (await this.book.latest(version.quarter))?.id !== assessment)
      return notInPreview()
    const until = version.objectionsUntil
    if (until !== null && this.today() > until) return objectionsOver(until)
    const item = version.table.items.find(
      (one) => one.unit === unit && one.rule === rule && one.subject === subject && one.spared === null,
    )
    if (!item) return unknownItem()
    const { quarter } = version
    if (await this.metadata.objection.findFirst({ where: { quarter, unit, rule, subject } }))
      return objectedAlready()
    await this.audit.write(persona, 'object', { assessment, rule, subject })
    const data = { assessmentId: assessment, quarter, unit, rule, subject, name: item.name, reason, persona }
    const made = await this.metadata.objection.create({ data })
    await this.book.note(assessment, { kind: 'objected', persona, reason: item.name })
    return made
  }

  /** Decides an objection; once. What is upheld leaves the table with the next version. */
  async decide(
    id: string,
    upheld: boolean,
    why: string,
    { session: { persona } }: Caller,
  ): Promise<Objection | Rejection> {
    const decision = parseNote('reason', why, 1)
    if (isRejection(decision)) return decision
    await this.audit.write(persona, 'decideObjection', { objection: id, upheld })
    const [decided] = await this.metadata.objection.updateManyAndReturn({
      where: { id, decidedAt: null },
      data: { upheld, decision, decidedBy: persona, decidedAt: new Date() },
    })
    if (!decided) return unknownObjection()
    await this.book.note(decided.assessmentId, { kind: 'decided', persona, reason: decided.name })
    return decided
  }

  /** How many objections to a version wait for their decision. */
  async undecided(assessmentId: string): Promise<number> {
    return this.metadata.objection.count({ where: { assessmentId, decidedAt: null } })
  }

  /** The objections of a quarter, the newest first. @param unit null: of all units. */
  async ofQuarter(quarter: string, unit: string | null): Promise<readonly Objection[]> {
    return this.metadata.objection.findMany({
      where: { quarter, ...(unit !== null && { unit }) },
      orderBy: { at: 'desc' },
    })
  }
}
