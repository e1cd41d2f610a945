import type { ClickHouseClient } from '@clickhouse/client'
import { type FirstKnown, type Watch, watchOf } from '@fengsui/domain/metrics/arrivals'
import type { Day } from '@fengsui/domain/time/day'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import { compileFirstKnown } from './compile.js'

const KEPT = 20

/** Knows how late reports become known, by state of the data: read from the loads once for each. */
export class ArrivalWatch {
  private readonly kept = new Map<string, Promise<Watch | null>>()

  constructor(
    private readonly metadata: PrismaClient,
    private readonly client: ClickHouseClient,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * @param lastBatch the last load that counts; @param asOf the day up to which the data was complete then.
   * @returns null when a store does not answer: a series can be told without its last days' estimate.
   */
  of(lastBatch: number, asOf: Day): Promise<Watch | null> {
    const key = `${lastBatch} ${asOf}`
    const known = this.kept.get(key)
    if (known) return known
    const watch = this.read(lastBatch, asOf).catch((error: unknown) => {
      this.kept.delete(key)
      const why = error instanceof Error ? error.message : String(error)
      this.log(`how late reports become known cannot be read: ${why}`)
      return null
    })
    this.kept.set(key, watch)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) break
      this.kept.delete(oldest)
    }
    return watch
  }

  private async read(lastBatch: number, asOf: Day): Promise<Watch> {
    const batches = await this.metadata.batch.findMany({
      where: { state: 'loaded', id: { lte: lastBatch } },
      orderBy: { id: 'asc' },
      select: { id: true, source: true, asOf: true },
    })
    const loads = batches.map(({ id, source, asOf: day }) => ({
      ...{ batch: id, source },
      asOf: day && day.toISOString().slice(0, 10),
    }))
    const unread = watchOf(loads, [], asOf)
    if (unread.kind === 'oneLoad') return unread
    const { text, params } = compileFirstKnown(lastBatch, asOf)
    const answer = await this.client.query({ query: text, query_params: params, format: 'JSONEachRow' })
    return watchOf(loads, await answer.json<FirstKnown>(), asOf)
  }
}
