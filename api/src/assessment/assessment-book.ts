import { createHash } from 'node:crypto'
import type { AssessmentTable } from '@fengsui/domain/assessment/assessment'
import type { Difference } from '@fengsui/domain/assessment/difference'
import type { Quarter } from '@fengsui/domain/assessment/quarter'
import type { LeakEntry, Waiver } from '@fengsui/domain/assessment/score'
import type { Day } from '@fengsui/domain/time/day'
import type {
  Assessment,
  AssessmentState,
  AssessmentStep,
  AssessmentStepKind,
  PrismaClient,
} from '@fengsui/prisma/metadata'
import { canonical } from '../provenance/canonical.js'

/** A version of a quarter's table as it was frozen. */
export interface Version {
  readonly id: string
  readonly quarter: string
  readonly version: number
  readonly state: AssessmentState
  readonly table: AssessmentTable
  readonly hash: string
  readonly asOf: Day
  readonly lastBatch: number
  readonly calendarUntil: Day | null
  readonly difference: Difference | null
  readonly objectionsUntil: Day | null
  readonly steps: readonly AssessmentStep[]
}

/** The same without what is in it. */
export type VersionHead = Pick<Version, 'id' | 'quarter' | 'version' | 'state'>

/** What is frozen. */
export interface Frozen {
  readonly quarter: Quarter
  readonly version: number
  readonly table: AssessmentTable
  readonly asOf: Day
  readonly lastBatch: number
  readonly calendarUntil: Day | null
  readonly difference: Difference | null
}

/** Who takes a step, and why. */
export interface Taken {
  readonly kind: AssessmentStepKind
  readonly persona: string
  readonly reason: string
}

/** The seal of a table: it does not depend on the order in which a database keeps keys. */
export const sealOf = (table: AssessmentTable): string =>
  createHash('sha256').update(canonical(table)).digest('hex')

/** Keeps versions, and what was decided about them. Tables are only ever added. */
export class AssessmentBook {
  constructor(private readonly metadata: PrismaClient) {}

  /** All versions, the newest quarter and version first. */
  async heads(): Promise<readonly VersionHead[]> {
    return this.metadata.assessment.findMany({
      select: { id: true, quarter: true, version: true, state: true },
      orderBy: [{ quarter: 'desc' }, { version: 'desc' }],
    })
  }

  async find(id: string): Promise<Version | null> {
    const row = await this.metadata.assessment.findUnique({ where: { id }, include: STEPS })
    return row && versionOf(row)
  }

  /** The newest version of a quarter. */
  async latest(quarter: string): Promise<Version | null> {
    const row = await this.metadata.assessment.findFirst({
      where: { quarter },
      orderBy: { version: 'desc' },
      include: STEPS,
    })
    return row && versionOf(row)
  }

  /**
   * Freezes a version.
   *
   * @returns null where the quarter has a version of this number already.
   */
  async freeze(frozen: Frozen, taken: Taken): Promise<Version | null> {
    const { quarter, version, table, asOf, lastBatch, calendarUntil, difference } = frozen
    const data = {
      ...{ quarter: quarter.id, version, lastBatch, hash: sealOf(table) },
      table: plain(table),
      asOf: new Date(asOf),
      calendarUntil: calendarUntil === null ? null : new Date(calendarUntil),
      ...(difference !== null && { difference: plain(difference) }),
      steps: { create: { ...taken } },
    }
    const taking = this.metadata.assessment.create({ data, include: STEPS })
    const row = await taking.catch((error: unknown) => {
      if (isTaken(error)) return null
      throw error
    })
    return row && versionOf(row)
  }

  /** Leads a version from one state to the next. @returns null where it is not in that state any more. */
  async move(
    id: string,
    from: AssessmentState,
    to: { readonly state: AssessmentState; readonly objectionsUntil?: Day | null },
    taken: Taken,
  ): Promise<Version | null> {
    const until = to.objectionsUntil
    const data = {
      state: to.state,
      ...(until !== undefined && { objectionsUntil: until === null ? null : new Date(until) }),
    }
    const isMoved = await this.metadata.$transaction(async (both) => {
      const { count } = await both.assessment.updateMany({ where: { id, state: from }, data })
      if (count === 1) await both.assessmentStep.create({ data: { assessmentId: id, ...taken } })
      return count === 1
    })
    return isMoved ? this.find(id) : null
  }

  /** Writes down a step that changes no state. */
  async note(assessmentId: string, taken: Taken): Promise<void> {
    await this.metadata.assessmentStep.create({ data: { assessmentId, ...taken } })
  }

  /** The deductions that objections removed. */
  async waivers(quarter: string): Promise<readonly Waiver[]> {
    return this.metadata.objection.findMany({
      where: { quarter, upheld: true },
      select: { rule: true, subject: true },
      orderBy: { id: 'asc' },
    })
  }

  /** The leaks of a quarter that were written down and not withdrawn. */
  async leaks({ from, to }: Quarter): Promise<readonly LeakEntry[]> {
    const found = await this.metadata.assessmentEntry.findMany({
      where: { kind: 'leak', withdrawnAt: null, day: { gte: new Date(from), lte: new Date(to) } },
      orderBy: { id: 'asc' },
    })
    return found.map(({ id, unit, day, documentNo }) => ({ id, unit, day: dayOf(day), documentNo }))
  }
}

const STEPS = { steps: { orderBy: { id: 'asc' } } } as const

/** A day as it is kept, and as it travels. */
export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

const plain = <T extends object>(value: T): object => JSON.parse(JSON.stringify(value)) as object

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2002'

function versionOf({
  table,
  difference,
  asOf,
  calendarUntil,
  objectionsUntil,
  ...row
}: Assessment & { readonly steps: readonly AssessmentStep[] }): Version {
  return {
    ...row,
    table: table as unknown as AssessmentTable,
    difference: difference as unknown as Difference | null,
    asOf: dayOf(asOf),
    calendarUntil: calendarUntil && dayOf(calendarUntil),
    objectionsUntil: objectionsUntil && dayOf(objectionsUntil),
  }
}
