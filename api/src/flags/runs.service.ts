import type { Backfill as BackfillRow, Flag as FlagRow, PrismaClient } from '@fengsui/prisma/metadata'
import type { Audit } from '../access/audit.js'
import type { Personas } from '../access/personas.js'
import type { Caller } from '../graphql/caller.js'
import type { DataStates } from '../office/data-state.js'
import type { Locale, MemberLists } from '../office/member-lists.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'
import { type BackfillRunner, daysOf } from './backfill-runner.js'
import type { FoundSignal } from './findings.js'
import { flagView } from './flag-view.js'
import { MOST_DAYS, parseBackfill } from './request.js'
import { familyNumbers, thresholdNumbers } from './run-numbers.js'
import type { Backfill, ScreeningRun, ScreeningRunDetail, ScreeningRuns } from './runs.models.js'
import type { Screening, ScreeningsService } from './screenings.service.js'
import { maySee } from './sight.js'

const MOST_RUNS = 500
const MOST_ORDERS = 20
const isoOf = (date: Date): string => date.toISOString().slice(0, 10)

/** What a run is listed with: everything but what it found. */
const LISTED = {
  ...{ id: true, asOf: true, lastBatch: true, knownBy: true, finishedAt: true },
  ...{ tests: true, alerts: true, watches: true, backfill: { select: { persona: true } } },
} as const

const unknownRun = (): Rejection =>
  reject('unknownRun', 'id', '没有这次研判记录，请刷新列表后再试。', 'There is no such run. Reload the list.')

const unknownBackfill = (): Rejection =>
  reject(
    'unknownRun',
    'id',
    '没有正在进行的这项回溯，可能已经完成或取消，请刷新。',
    'There is no such order at work; it may be done or cancelled. Reload.',
  )

const noData = (): Rejection =>
  reject('notScreened', null, '还没有装载数据，装载后才能回溯。', 'No data are loaded yet.')

/** What the service rests on. */
export interface RunsFoundations {
  readonly metadata: PrismaClient
  readonly states: DataStates
  readonly screenings: ScreeningsService
  readonly runner: BackfillRunner
  readonly lists: MemberLists
  readonly personas: Personas
  readonly audit: Audit
}

/** Shows the runs of the screening, and takes orders for past days. The caller's right to either is asked before. */
export class RunsService {
  constructor(private readonly on: RunsFoundations) {}

  /** The runs, the latest day first, and the orders for past days, the latest first. */
  async list({ locale }: Caller): Promise<ScreeningRuns> {
    const { asOf, firstDay } = await this.on.states.current()
    const rows = await this.on.metadata.screening.findMany({
      where: { state: 'done' },
      select: LISTED,
      orderBy: [{ asOf: 'desc' }, { startedAt: 'desc' }],
      take: MOST_RUNS,
    })
    const orders = await this.on.metadata.backfill.findMany({
      orderBy: { askedAt: 'desc' },
      take: MOST_ORDERS,
    })
    return {
      ...{ asOf, firstDay, mostDays: MOST_DAYS },
      runs: rows.map((row): ScreeningRun => this.run(row, locale)),
      backfills: orders.map((order) => this.order(order, locale)),
    }
  }

  /** One run: what it was made with, everything that was tested, and what it found, as it was found. */
  async detail(id: string, { session, locale }: Caller): Promise<ScreeningRunDetail | Rejection> {
    const row = await this.on.metadata.screening.findUnique({ where: { id, state: 'done' }, select: LISTED })
    const screening = row && (await this.on.screenings.find(row.id))
    if (!row || !screening) return unknownRun()
    const telling = { lists: this.on.lists, locale, scope: session.scope, asOf: screening.asOf }
    const seen = screening.findings.signals.filter((signal) => maySee(session.scope, signal))
    const { cases, refused, repeated, abnormal } = screening.findings
    return {
      run: this.run(row, locale),
      flags: seen
        .filter(({ level }) => level !== 'note')
        .map((signal, at) => flagView(asFound(signal, screening, at), telling)),
      thresholds: thresholdNumbers(screening.thresholds, locale),
      families: familyNumbers(screening.tested, locale),
      ...{ cases, refused, repeated, abnormal },
    }
  }

  /** Has past days screened. The same days again go on where they ended. */
  async start(input: object, { session, locale }: Caller): Promise<Backfill | Rejection> {
    const { asOf, firstDay } = await this.on.states.current()
    if (asOf === null || firstDay === null) return noData()
    const wanted = parseBackfill(input, { asOf, firstDay })
    if (isRejection(wanted)) return wanted
    const { from, to, everyDays } = wanted
    const { persona } = session
    await this.on.audit.write(persona, 'startBackfill', wanted)
    const span = { from: new Date(from), to: new Date(to), everyDays }
    const days = daysOf(from, to, everyDays).length
    const anew = { state: 'running', persona, done: 0, days, error: null, finishedAt: null } as const
    const order = await this.on.metadata.backfill.upsert({
      where: { from_to_everyDays: span },
      create: { ...span, persona, days },
      update: { ...anew, askedAt: new Date() },
    })
    this.on.runner.start()
    return this.order(order, locale)
  }

  /** Ends an order; the days that are screened are kept. */
  async cancel(id: string, { session, locale }: Caller): Promise<Backfill | Rejection> {
    await this.on.audit.write(session.persona, 'cancelBackfill', { backfill: id })
    const [order] = await this.on.metadata.backfill.updateManyAndReturn({
      where: { id, state: 'running' },
      data: { state: 'cancelled', finishedAt: new Date() },
    })
    if (!order) return unknownBackfill()
    this.on.runner.end(id)
    return this.order(order, locale)
  }

  private run(row: ListedRun, locale: Locale): ScreeningRun {
    const { id, lastBatch, finishedAt, tests, alerts, watches, backfill } = row
    return {
      ...{ id, lastBatch, finishedAt, alerts, watches, tested: tests },
      asOf: isoOf(row.asOf),
      retrospective: backfill !== null || row.knownBy === 'days',
      knownByLoad: row.knownBy === 'load',
      by: backfill && this.who(backfill.persona, locale),
    }
  }

  private order(order: BackfillRow, locale: Locale): Backfill {
    const { id, from, to, everyDays, state, done, days, askedAt, finishedAt } = order
    return {
      ...{ id, everyDays, state, done, days, askedAt, finishedAt },
      ...{ from: isoOf(from), to: isoOf(to), by: this.who(order.persona, locale) },
    }
  }

  private who(persona: string, locale: Locale): string {
    const found = this.on.personas.find(persona)
    return found ? this.on.personas.nameOf(found, locale) : persona
  }
}

interface ListedRun {
  readonly id: string
  readonly asOf: Date
  readonly lastBatch: number
  readonly knownBy: string
  readonly finishedAt: Date | null
  readonly tests: number
  readonly alerts: number
  readonly watches: number
  readonly backfill: { readonly persona: string } | null
}

/** A signal of a run in the form of a flag that nobody has looked after. */
function asFound(signal: FoundSignal, { id, asOf }: Screening, at: number): FlagRow {
  const { key, word, level, region, industry, issue, enterprise } = signal
  const day = new Date(asOf)
  return {
    ...{ key, word, level, region, industry, issue, enterprise },
    ...{ id: `${id}:${at}`, state: 'found', screeningId: id, snoozedUntil: null },
    ...{ firstDay: day, lastDay: day, foundAt: day, signal: signal as unknown as FlagRow['signal'] },
  }
}
