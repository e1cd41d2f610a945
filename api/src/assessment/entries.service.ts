import type { LeagueUnit } from '@fengsui/domain/assessment/assessment'
import { type Quarter, quarterOf } from '@fengsui/domain/assessment/quarter'
import { type Day, isDay } from '@fengsui/domain/time/day'
import type { AssessmentEntry, AssessmentEntryKind, PrismaClient } from '@fengsui/prisma/metadata'
import type { Audit } from '../access/audit.js'
import { parseNote } from '../deadlines/request.js'
import type { Caller } from '../graphql/caller.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import type { Reckoning } from './reckoning.js'
import { badEntry, unknownEntry } from './refusals.js'

/** What the assessor writes down by hand, as it came in. */
export interface EntryDraft {
  readonly kind: AssessmentEntryKind
  readonly unit: string
  readonly day: string
  readonly documentNo: string
  readonly text: string
}

/**
 * What the assessor writes down by hand: leaks (通知第9、14项：失密泄密), each with the document that found it, and what was done
 * well (通知第15项), which stands in a list of its own and in no score. Nothing is changed; a wrong entry is withdrawn.
 */
export class EntriesService {
  constructor(
    private readonly metadata: PrismaClient,
    private readonly reckoning: Reckoning,
    private readonly audit: Audit,
    private readonly today: () => Day,
  ) {}

  /** Writes an entry down. That the caller may assess is asked before. */
  async add(draft: EntryDraft, { session: { persona } }: Caller): Promise<AssessmentEntry | Rejection> {
    const documentNo = parseNote('documentNo', draft.documentNo, 1)
    if (isRejection(documentNo)) return documentNo
    const text = parseNote('text', draft.text, 0)
    if (isRejection(text)) return text
    const { kind, unit, day } = draft
    if (!isDay(day) || day > this.today()) return badEntry('day')
    const units: readonly LeagueUnit[] = this.reckoning.unitsIn(quarterOf(day))
    if (!units.some((one) => one.unit === unit)) return badEntry('unit')
    await this.audit.write(persona, 'addAssessmentEntry', { kind, unit, day, documentNo })
    return this.metadata.assessmentEntry.create({
      data: { kind, unit, day: new Date(day), documentNo, text, persona },
    })
  }

  /** Takes an entry back; that it was there stays. */
  async withdraw(id: string, { session: { persona } }: Caller): Promise<AssessmentEntry | Rejection> {
    await this.audit.write(persona, 'withdrawAssessmentEntry', { entry: id })
    const [withdrawn] = await this.metadata.assessmentEntry.updateManyAndReturn({
      where: { id, withdrawnAt: null },
      data: { withdrawnBy: persona, withdrawnAt: new Date() },
    })
    return withdrawn ?? unknownEntry()
  }

  /** The entries of a quarter, those withdrawn too, the newest first. */
  async ofQuarter({ from, to }: Quarter): Promise<readonly AssessmentEntry[]> {
    return this.metadata.assessmentEntry.findMany({
      where: { day: { gte: new Date(from), lte: new Date(to) } },
      orderBy: { at: 'desc' },
    })
  }
}
