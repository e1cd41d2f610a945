import { type AssessmentTable } from '@fengsui/domain/assessment/assessment'
import { differenceOf } from '@fengsui/domain/assessment/difference'
import { type Quarter, parseQuarter } from '@fengsui/domain/assessment/quarter'
import { addWorkingDays } from '@fengsui/domain/rules/working-days'
import type { Day } from '@fengsui/domain/time/day'
import type { Audit } from '../access/audit.js'
import type { Limits } from '../cases/case-clocks.js'
import { parseNote } from '../deadlines/request.js'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import { canonical } from '../provenance/canonical.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { unavailable } from '../query/run.js'
import { type AssessmentBook, type Version, sealOf } from './assessment-book.js'
import type { ObjectionsService } from './objections.service.js'
import type { Reckoning } from './reckoning.js'
import {
  badQuarter,
  closedAlready,
  notAssessed,
  notClosed,
  notDraft,
  notInPreview,
  quarterOpen,
  sameAgain,
  stillOpen,
  superseded,
  undecided,
  unknownAssessment,
  upheldNotTaken,
} from './refusals.js'

export interface AssessmentParts {
  readonly reckoning: Reckoning
  readonly book: AssessmentBook
  readonly objections: ObjectionsService
  readonly states: DataStates
  readonly limits: Limits
  readonly calendarKnownUntil: Day | null
  readonly audit: Audit
  /** Today in the office's zone. */
  readonly today: () => Day
}

const MOST_REMEMBERED = 8

/** A table that is reckoned now, and the state of the data behind it. */
export interface Fresh {
  readonly table: AssessmentTable
  readonly asOf: Day
  readonly lastBatch: number
}

/**
 * The steps of a quarter's assessment: closing, new versions, preview, publication. Each is written into the audit before
 * it is taken, and beside the version. That the caller may assess is asked before.
 */
export class AssessmentService {
  /** Tables that were reckoned lately, by all that they rest on: a person looks at a quarter unit by unit. */
  private readonly lately = new Map<string, Fresh>()

  constructor(private readonly parts: AssessmentParts) {}

  /** Closes a quarter: freezes its first version, from the data as it is now. */
  async close(id: string, caller: Caller): Promise<Version | Rejection> {
    const quarter = parseQuarter(id)
    if (quarter === null) return badQuarter()
    const { book, audit, calendarKnownUntil } = this.parts
    if (await book.latest(quarter.id)) return closedAlready()
    const fresh = await this.fresh(quarter, caller, true)
    if (isRejection(fresh)) return fresh
    if (fresh.asOf <= quarter.to) return quarterOpen(quarter.to, fresh.asOf)
    const { persona } = caller.session
    await audit.write(persona, 'closeQuarter', { quarter: quarter.id, lastBatch: fresh.lastBatch })
    const frozen = { quarter, version: 1, ...fresh, calendarUntil: calendarKnownUntil, difference: null }
    return (await book.freeze(frozen, { kind: 'closed', persona, reason: '' })) ?? closedAlready()
  }

  /** Freezes a later version beside those before, with what it says otherwise. Nothing is ever overwritten. */
  async revise(id: string, why: string, caller: Caller): Promise<Version | Rejection> {
    const reason = parseNote('reason', why, 1)
    if (isRejection(reason)) return reason
    const quarter = parseQuarter(id)
    if (quarter === null) return badQuarter()
    const { book, audit, objections, calendarKnownUntil } = this.parts
    const before = await book.latest(quarter.id)
    if (before === null) return notClosed()
    const open = await objections.undecided(before.id)
    if (open > 0) return undecided(open)
    const fresh = await this.fresh(quarter, caller, true)
    if (isRejection(fresh)) return fresh
    if (saysTheSame(before.table, fresh.table)) return sameAgain()
    const { persona } = caller.session
    const version = before.version + 1
    await audit.write(persona, 'reviseQuarter', { quarter: quarter.id, version, lastBatch: fresh.lastBatch })
    const difference = differenceOf(before.table, fresh.table)
    const frozen = { quarter, version, ...fresh, calendarUntil: calendarKnownUntil, difference }
    return (await book.freeze(frozen, { kind: 'revised', persona, reason })) ?? superseded()
  }

  /** Lets every unit see its own part of a draft, and object to it for so many working days. */
  async preview(id: string, { session: { persona } }: Caller): Promise<Version | Rejection> {
    const { book, audit, reckoning, limits, today } = this.parts
    const found = await this.newest(id)
    if (isRejection(found)) return found
    if (found.state !== 'draft') return notDraft()
    const days = reckoning.rules?.objectionWorkingDays ?? 0
    const objectionsUntil = addWorkingDays(today(), days, limits.calendar)
    await audit.write(persona, 'previewAssessment', { id, objectionsUntil })
    const taken = { kind: 'previewed', persona, reason: '' } as const
    return (await book.move(id, 'draft', { state: 'preview', objectionsUntil }, taken)) ?? notDraft()
  }

  /**
   * Publishes what was previewed: when every objection is decided, what was upheld is out of the table, and the time for
   * objections is over, or a reason is given why it need not be waited for.
   */
  async publish(id: string, why: string, { session: { persona } }: Caller): Promise<Version | Rejection> {
    const { book, audit, objections, today } = this.parts
    const reason = parseNote('reason', why, 0)
    if (isRejection(reason)) return reason
    const found = await this.newest(id)
    if (isRejection(found)) return found
    if (found.state !== 'preview') return notInPreview()
    const open = await objections.undecided(id)
    if (open > 0) return undecided(open)
    const waived = await book.waivers(found.quarter)
    const counted = found.table.items.filter(({ spared }) => spared === null)
    if (counted.some((item) => waived.some((one) => one.rule === item.rule && one.subject === item.subject)))
      return upheldNotTaken()
    const until = found.objectionsUntil
    if (until !== null && today() <= until && reason === '') return stillOpen(until)
    await audit.write(persona, 'publishAssessment', { id, hash: found.hash })
    const taken = { kind: 'published', persona, reason } as const
    return (await book.move(id, 'preview', { state: 'published' }, taken)) ?? notInPreview()
  }

  /**
   * Whether a version proves itself: its table is sealed as it was, and reckoned once more from what had been loaded then,
   * by its own rules and entries, it is the same.
   */
  async provesItself(
    version: Version,
    caller: Pick<Caller, 'session' | 'signal'>,
  ): Promise<boolean | Rejection> {
    const { table, asOf, lastBatch } = version
    if (sealOf(table) !== version.hash) return false
    const { quarter, rules, base, items } = table
    const again = await this.parts.reckoning.tableAfter(
      lastBatch,
      {
        ...{ quarter, asOf, rules, base },
        leaks: items.flatMap(({ trigger, subject, unit, day, name }) =>
          trigger === 'leak' ? { id: subject, unit, day, documentNo: name } : [],
        ),
        waivers: items.filter(({ spared }) => spared === 'waived'),
      },
      caller,
    )
    return isRejection(again) ? again : sealOf(again) === version.hash
  }

  /** The table of a quarter by the present rules, from the data as it is now. @param exact nothing loaded meanwhile is in it. */
  async fresh(
    quarter: Quarter,
    caller: Pick<Caller, 'session' | 'signal'>,
    exact: boolean,
  ): Promise<Fresh | Rejection> {
    const { reckoning, book, states } = this.parts
    if (reckoning.rules === null) return notAssessed()
    const state = await states.known()
    if (state === null || state.asOf === null) return unavailable()
    const { asOf, lastBatch } = state
    const { deductions: rules, base } = reckoning.rules
    const [leaks, waivers] = await Promise.all([book.leaks(quarter), book.waivers(quarter.id)])
    const reckoned = { quarter, asOf, rules, base, leaks, waivers }
    if (exact) {
      const table = await reckoning.tableAfter(lastBatch, reckoned, caller)
      return isRejection(table) ? table : { table, asOf, lastBatch }
    }
    const key = canonical({ quarter, lastBatch, asOf, leaks, waivers })
    const known = this.lately.get(key)
    if (known && caller.session.scope.cases === 'whole') return known
    const table = await reckoning.table({ ...reckoned, through: null }, caller)
    if (isRejection(table)) return table
    const fresh = { table, asOf, lastBatch }
    this.lately.set(key, fresh)
    for (const oldest of [...this.lately.keys()].slice(0, -MOST_REMEMBERED)) this.lately.delete(oldest)
    return fresh
  }

  private async newest(id: string): Promise<Version | Rejection> {
    const { book } = this.parts
    const found = await book.find(id)
    if (found === null) return unknownAssessment()
    const latest = await book.latest(found.quarter)
    return latest?.id === id ? found : superseded()
  }
}

const saysTheSame = (before: AssessmentTable, after: AssessmentTable): boolean =>
  canonical({ ...before, asOf: '' }) === canonical({ ...after, asOf: '' })
