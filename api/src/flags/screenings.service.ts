import { createHash } from 'node:crypto'
import type { FlagThresholds } from '@fengsui/domain/flags/thresholds'
import { type Day, addDays } from '@fengsui/domain/time/day'
import type { Prisma, PrismaClient, Screening as ScreeningRow } from '@fengsui/prisma/metadata'
import type { Office } from '@fengsui/prisma/office/office'
import type { DataStates } from '../office/data-state.js'
import { canonical } from '../provenance/canonical.js'
import type { Findings, TestedFamily } from './findings.js'
import type { Screener } from './screener.js'
import type { CampaignDays, ScreenedDay, ScreeningOrder } from './screening-work.js'
import { thresholdsOf } from './thresholds.js'

/** What was known on a day: what had been loaded by then, or, before the first load, what had happened by then. */
export type KnownBy = 'load' | 'days'

/** A screening as it is kept. */
export interface Screening {
  readonly id: string
  readonly asOf: Day
  readonly lastBatch: number
  readonly knownBy: KnownBy
  readonly thresholds: FlagThresholds
  readonly campaigns: readonly CampaignDays[]
  readonly finishedAt: Date | null
  readonly tested: readonly TestedFamily[]
  readonly findings: Findings
}

/** Past days that somebody wants screened: the order they belong to, and what ends it. */
export interface BackfillOrder {
  readonly id: string
  readonly until: AbortSignal
}

/** A run that says nothing for so long died with its process; it is made again. */
const DEAD_AFTER_MS = 15 * 60_000

/** Keeps screenings: each is made once from its day, batch and settings, and can be made again from its record. */
export class ScreeningsService {
  constructor(
    private readonly metadata: PrismaClient,
    private readonly office: Office,
    private readonly states: DataStates,
    private readonly screener: Screener,
  ) {}

  /** The screening of the data as they are; null while there are none. Made only if it is not kept yet. */
  async current(): Promise<Screening | null> {
    const { asOf } = await this.states.current()
    if (asOf === null) return null
    const [made] = await this.of([asOf])
    return made ?? null
  }

  /** The newest that is done, of the data as they are or were; what was ordered of past days is none. */
  async newest(): Promise<Screening | null> {
    const row = await this.metadata.screening.findFirst({
      where: { state: 'done', knownBy: 'load', backfillId: null },
      orderBy: [{ asOf: 'desc' }, { lastBatch: 'desc' }, { startedAt: 'desc' }],
    })
    return row && read(row)
  }

  /** A kept one. */
  async find(id: string): Promise<Screening | null> {
    const row = await this.metadata.screening.findUnique({ where: { id } })
    return row?.state === 'done' ? read(row) : null
  }

  /**
   * Screens past days, each with what was known on it, in their order. Days that are kept are not made again, so one that
   * was broken off goes on where it ended. Days of the same state of the data are read together.
   *
   * @param by the order that wants them, and what ends it.
   * @returns those that are done; a day that another process is at is not among them.
   */
  async of(days: readonly Day[], by?: BackfillOrder): Promise<Screening[]> {
    const { asOf, lastBatch, firstDay } = await this.states.current()
    if (asOf === null || firstDay === null) return []
    const { settings, ...given } = await this.settings()
    const wanted = days.filter((day) => day >= firstDay && day <= asOf)
    const groups = new Map<string, { days: Day[]; through: number | null; knownBy: KnownBy; batch: number }>()
    const done: ScreeningRow[] = []
    for (const day of wanted) {
      const loaded = day === asOf ? lastBatch : await this.lastLoadedBy(day)
      const knownBy: KnownBy = loaded === null ? 'days' : 'load'
      const batch = loaded ?? lastBatch
      const key = { asOf: new Date(day), lastBatch: batch, knownBy, settings }
      const kept = await this.metadata.screening.findUnique({
        where: { asOf_lastBatch_knownBy_settings: key },
      })
      if (kept?.state === 'done') done.push(kept)
      else if (await this.begin(kept, key, given, by?.id ?? null)) {
        const name = `${knownBy} ${batch}`
        const group = groups.get(name) ?? {
          days: [],
          through: batch === lastBatch ? null : batch,
          knownBy,
          batch,
        }
        group.days.push(day)
        groups.set(name, group)
      }
    }
    for (const { days: own, through, knownBy, batch } of groups.values()) {
      const keyOf = (day: Day) => ({ asOf: new Date(day), lastBatch: batch, knownBy, settings })
      await this.make({ ...given, days: own, through }, keyOf, done, by?.until)
    }
    return done.map(read).sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  }

  /** A kept screening once more, from its record; nothing is kept of it. */
  async again({ asOf, lastBatch, thresholds, campaigns }: Screening): Promise<ScreenedDay> {
    const { lastBatch: newest } = await this.states.current()
    const through = lastBatch === newest ? null : lastBatch
    const made: ScreenedDay[] = []
    const order = { days: [asOf], through, thresholds, campaigns, regions: this.regions() }
    await this.screener.screen(order, (screened) => {
      made.push(screened)
      return Promise.resolve()
    })
    const [only] = made
    if (!only) throw new Error('internal: a day was screened without a result')
    return only
  }

  private async make(
    order: ScreeningOrder,
    keyOf: (day: Day) => Prisma.ScreeningAsOfLastBatchKnownBySettingsCompoundUniqueInput,
    done: ScreeningRow[],
    until?: AbortSignal,
  ): Promise<void> {
    const keep = async ({ day, findings, tested }: ScreenedDay): Promise<void> => {
      const data = {
        state: 'done',
        finishedAt: new Date(),
        error: null,
        ...stored({ findings, tested }),
      } as const
      done.push(
        await this.metadata.screening.update({
          where: { asOf_lastBatch_knownBy_settings: keyOf(day) },
          data,
        }),
      )
    }
    try {
      await this.screener.screen(order, keep, until)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      for (const day of order.days)
        await this.metadata.screening.updateMany({
          where: { ...keyOf(day), state: 'running' },
          data: { state: 'failed', finishedAt: new Date(), error: text },
        })
      throw error
    }
  }

  /** Takes a screening upon itself, unless somebody living is at it. */
  private async begin(
    kept: ScreeningRow | null,
    key: Prisma.ScreeningAsOfLastBatchKnownBySettingsCompoundUniqueInput,
    { thresholds, campaigns }: Pick<ScreeningOrder, 'thresholds' | 'campaigns'>,
    backfillId: string | null,
  ): Promise<boolean> {
    const startedAt = new Date()
    if (kept === null) {
      const given = { thresholds, campaigns } as unknown as Prisma.InputJsonValue
      const data = [{ ...key, startedAt, given, backfillId }]
      return (await this.metadata.screening.createMany({ data, skipDuplicates: true })).count === 1
    }
    if (kept.state === 'running' && startedAt.getTime() - kept.startedAt.getTime() < DEAD_AFTER_MS)
      return false
    const taken = await this.metadata.screening.updateMany({
      where: { id: kept.id, startedAt: kept.startedAt },
      data: { state: 'running', startedAt },
    })
    return taken.count === 1
  }

  /** The last batch that had been loaded by the end of a day; null when none had. */
  private async lastLoadedBy(day: Day): Promise<number | null> {
    const { _max } = await this.metadata.batch.aggregate({
      where: { state: 'loaded', finishedAt: { lt: new Date(addDays(day, 1)) } },
      _max: { id: true },
    })
    return _max.id
  }

  private async settings(): Promise<Omit<ScreeningOrder, 'days' | 'through'> & { settings: string }> {
    const thresholds = thresholdsOf(this.office.flags)
    const campaigns = await this.campaigns()
    const settings = createHash('sha256').update(canonical({ thresholds, campaigns })).digest('hex')
    return { thresholds, campaigns, regions: this.regions(), settings }
  }

  private regions(): ScreeningOrder['regions'] {
    return this.office.lists.region.members
      .filter(({ level }) => level === 1)
      .map(({ code, lon, lat }) => ({ code, x: lon, y: lat }))
  }

  /** Campaigns of the office's file and those that people wrote down. */
  private async campaigns(): Promise<CampaignDays[]> {
    const written = await this.metadata.annotation.findMany({
      where: { kind: 'campaign' },
      orderBy: { from: 'asc' },
    })
    const iso = (day: Date): Day => day.toISOString().slice(0, 10)
    return [
      ...this.office.annotations.filter(({ kind }) => kind === 'campaign'),
      ...written.map((each) => ({ ...each, from: iso(each.from), to: iso(each.to) })),
    ].map(({ from, to, region, industry, text }) => ({ from, to, region, industry, text }))
  }
}

const countOf = ({ signals }: Findings, level: string): number =>
  signals.filter((signal) => signal.level === level).length

/** Plain data as PostgreSQL keeps it. */
const stored = ({ findings, tested }: Omit<ScreenedDay, 'day'>) => ({
  tests: tested.reduce((sum, { rows }) => sum + rows.length, 0),
  alerts: countOf(findings, 'alert'),
  watches: countOf(findings, 'watch'),
  findings: findings as unknown as Prisma.InputJsonValue,
  tested: tested as unknown as Prisma.InputJsonValue,
})

function read(row: ScreeningRow): Screening {
  const { id, asOf, lastBatch, knownBy, given, finishedAt, tested, findings } = row
  return {
    ...(given as unknown as Pick<Screening, 'thresholds' | 'campaigns'>),
    ...{ id, lastBatch, finishedAt, asOf: asOf.toISOString().slice(0, 10) },
    knownBy: knownBy as KnownBy,
    tested: tested as unknown as TestedFamily[],
    findings: findings as unknown as Findings,
  }
}
