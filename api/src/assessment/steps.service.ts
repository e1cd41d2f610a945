import type { AssessmentEntryKind } from '@fengsui/prisma/metadata'
import { quarterOf } from '@fengsui/domain/assessment/quarter'
import type { Caller } from '../graphql/caller.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { type AssessmentBook, type Version, dayOf } from './assessment-book.js'
import type { AssessmentEntryInput } from './assessment.models.js'
import type { AssessmentService } from './assessment.service.js'
import type { AssessmentProof, AssessmentTaken } from './board.models.js'
import type { EntriesService } from './entries.service.js'
import type { ObjectionDraft, ObjectionsService } from './objections.service.js'
import { unknownAssessment } from './refusals.js'

/** The steps as the API answers them: which version, objection or entry it was, and of which quarter. */
export class AssessmentSteps {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly objections: ObjectionsService,
    private readonly entries: EntriesService,
    private readonly book: AssessmentBook,
  ) {}

  async close(quarter: string, caller: Caller): Promise<AssessmentTaken | Rejection> {
    return taken(await this.assessments.close(quarter, caller))
  }

  async revise(quarter: string, reason: string, caller: Caller): Promise<AssessmentTaken | Rejection> {
    return taken(await this.assessments.revise(quarter, reason, caller))
  }

  async preview(id: string, caller: Caller): Promise<AssessmentTaken | Rejection> {
    return taken(await this.assessments.preview(id, caller))
  }

  async publish(id: string, reason: string, caller: Caller): Promise<AssessmentTaken | Rejection> {
    return taken(await this.assessments.publish(id, reason, caller))
  }

  async object(draft: ObjectionDraft, caller: Caller): Promise<AssessmentTaken | Rejection> {
    return taken(await this.objections.object(draft, caller))
  }

  async decide(
    id: string,
    { upheld, reason }: { readonly upheld: boolean; readonly reason: string },
    caller: Caller,
  ): Promise<AssessmentTaken | Rejection> {
    return taken(await this.objections.decide(id, upheld, reason, caller))
  }

  async addEntry(input: AssessmentEntryInput, caller: Caller): Promise<AssessmentTaken | Rejection> {
    const entry = await this.entries.add({ ...input, kind: input.kind as AssessmentEntryKind }, caller)
    return isRejection(entry) ? entry : { id: entry.id, quarter: quarterOf(dayOf(entry.day)).id }
  }

  async withdrawEntry(id: string, caller: Caller): Promise<AssessmentTaken | Rejection> {
    const entry = await this.entries.withdraw(id, caller)
    return isRejection(entry) ? entry : { id: entry.id, quarter: quarterOf(dayOf(entry.day)).id }
  }

  /** Whether a version, reckoned once more, is the same. */
  async proof(id: string, caller: Caller): Promise<AssessmentProof | Rejection> {
    const version = await this.book.find(id)
    if (version === null) return unknownAssessment()
    const isSame = await this.assessments.provesItself(version, caller)
    return isRejection(isSame) ? isSame : { isSame, hash: version.hash }
  }
}

const taken = (result: Pick<Version, 'id' | 'quarter'> | Rejection): AssessmentTaken | Rejection =>
  isRejection(result) ? result : { id: result.id, quarter: result.quarter }
