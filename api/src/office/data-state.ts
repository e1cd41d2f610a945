import { createHash } from 'node:crypto'
import type { ClickHouseClient } from '@clickhouse/client'
import type { Text } from '@fengsui/domain/metrics/model'
import type { Day } from '@fengsui/domain/time/day'
import type { Office } from '@fengsui/prisma/office/office'
import type { PrismaClient } from '@fengsui/prisma/metadata'

/** How far the data goes, and which state of it is served. */
export interface DataState {
  /** The latest day up to which a source is complete; null while the warehouse is empty. */
  readonly asOf: Day | null
  readonly firstDay: Day | null
  /** Changes with every load. */
  readonly dataVersion: string
  /** The last batch that is loaded; what is served is the state after it. 0 while there is none. */
  readonly lastBatch: number
  /** Something loaded is synthetic. */
  readonly demo: boolean
  /** Sources that are complete only up to an earlier day. */
  readonly behind: readonly { readonly name: Text; readonly asOf: Day }[]
}

/** Loads come from other processes; their effect is seen this many ms after them at the latest. */
const REMEMBER_MS = 1000
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

/** The name of the state that the data has when a batch was the last to be loaded. */
export const dataVersionOf = (lastBatch: number): string =>
  createHash('sha256').update(`cases:${lastBatch}`).digest('hex').slice(0, 16)

/** Watches what has been loaded. */
export class DataStates {
  private asked: { readonly state: Promise<DataState>; readonly at: number } | null = null
  /** The first and last day of receipt, by data version: read from the cases once per version. */
  private range: { readonly version: string; readonly first: Day | null; readonly last: Day | null } | null =
    null

  constructor(
    private readonly metadata: PrismaClient,
    private readonly client: ClickHouseClient,
    private readonly office: Office,
    private readonly log: (line: string) => void = () => undefined,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The state at most a second ago. @throws when a store does not answer. */
  current(): Promise<DataState> {
    const now = this.now()
    if (this.asked && now - this.asked.at < REMEMBER_MS) return this.asked.state
    const state = this.read()
    this.asked = { state, at: now }
    state.catch(() => (this.asked = null))
    return state
  }

  /** The same, or null when a store does not answer; why is told to the log. */
  known(): Promise<DataState | null> {
    return this.current().catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      this.log(`the state of the data cannot be read: ${why}`)
      return null
    })
  }

  private async read(): Promise<DataState> {
    const [newest, demo, latest] = await Promise.all([
      this.metadata.batch.aggregate({ where: { state: 'loaded' }, _max: { id: true } }),
      this.metadata.batch.findFirst({ where: { state: 'loaded', demo: true }, select: { id: true } }),
      this.metadata.batch.groupBy({
        by: ['source'],
        where: { state: 'loaded', asOf: { not: null } },
        _max: { asOf: true },
      }),
    ])
    const lastBatch = newest._max.id ?? 0
    const dataVersion = dataVersionOf(lastBatch)
    const { first, last } = await this.rangeOf(dataVersion)
    const days = latest.flatMap(({ source, _max }) => (_max.asOf ? [{ source, day: dayOf(_max.asOf) }] : []))
    const asOf =
      last &&
      (days
        .map(({ day }) => day)
        .sort()
        .at(-1) ??
        last)
    const behind = this.office.sources.flatMap(({ id, name, nameEn }) => {
      const day = days.find(({ source }) => source === id)?.day
      return day && asOf && day < asOf ? [{ name: { zh: name, en: nameEn || name }, asOf: day }] : []
    })
    return { asOf, firstDay: first, dataVersion, lastBatch, demo: demo !== null, behind }
  }

  private async rangeOf(version: string): Promise<{ first: Day | null; last: Day | null }> {
    if (this.range?.version === version && this.range.first) return this.range
    const answer = await this.client.query({
      query:
        'SELECT count() AS cases, toString(min(received_on)) AS first, toString(max(received_on)) AS last FROM cases',
      format: 'JSONEachRow',
    })
    const [row] = await answer.json<{ cases: number | string; first: string; last: string }>()
    const empty = !row || Number(row.cases) === 0
    this.range = { version, first: empty ? null : row.first, last: empty ? null : row.last }
    return this.range
  }
}
