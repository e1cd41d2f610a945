import type { Office } from '@fengsui/prisma/office/office'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Locale } from '../office/member-lists.js'
import type { Batch, ReasonCount, SourceStatus } from './ingest.models.js'

const MOST_BATCHES = 200

/** Tells what was loaded, from where, and what became of the rows. */
export class IngestService {
  constructor(
    private readonly metadata: PrismaClient,
    private readonly settings: Office,
  ) {}

  /** One entry per source of the office, loaded or not. */
  async sources(locale: Locale): Promise<SourceStatus[]> {
    const loaded = await this.metadata.batch.groupBy({
      by: ['source'],
      where: { state: 'loaded' },
      _max: { id: true, finishedAt: true, asOf: true },
      _sum: { rowsIn: true, quarantined: true },
    })
    return this.settings.sources.map(({ id, name, nameEn }) => {
      const found = loaded.find(({ source }) => source === id)
      return {
        id,
        name: locale === 'en' && nameEn ? nameEn : name,
        lastLoadedAt: found?._max.finishedAt?.toISOString() ?? null,
        lastBatch: found?._max.id ?? null,
        rows: found?._sum.rowsIn ?? 0,
        quarantined: found?._sum.quarantined ?? 0,
        asOf: found?._max.asOf?.toISOString().slice(0, 10) ?? null,
      }
    })
  }

  /** The newest batches first. */
  async batches(first: number): Promise<Batch[]> {
    const take = Math.min(Math.max(first, 1), MOST_BATCHES)
    const batches = await this.metadata.batch.findMany({ orderBy: { id: 'desc' }, take })
    return batches.map(({ reasons, startedAt, finishedAt, ...batch }) => ({
      ...batch,
      reasons: reasonCounts(reasons),
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    }))
  }
}

/** Reasons as stored (`{code: rows}`), the most frequent first. */
function reasonCounts(stored: unknown): ReasonCount[] {
  return Object.entries(Object(stored) as Record<string, unknown>)
    .map(([reason, rows]) => ({ reason, text: reason, rows: Number(rows) }))
    .sort((a, b) => b.rows - a.rows)
}
