import { type Day, addDays } from '@fengsui/domain/time/day'
import type { Backfill, PrismaClient } from '@fengsui/prisma/metadata'
import type { ScreeningsService } from './screenings.service.js'

/** Days that are screened at a stretch: the night's own run goes in between. */
const STRETCH = 7
/** A day that another process is at is looked for again after so long. */
const LOOK_AGAIN_MS = 30_000

const isoOf = (date: Date): Day => date.toISOString().slice(0, 10)

/** The days of an order, ascending. @param everyDays days from one to the next, at least 1. */
export function daysOf(from: Day, to: Day, everyDays: number): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, everyDays)) days.push(day)
  return days
}

/** Works off the orders for past days, the oldest first, and takes up those that a stop of the server broke off. */
export class BackfillRunner {
  private working: Promise<void> | null = null
  private at: { readonly id: string; readonly ending: AbortController } | null = null
  private timer: NodeJS.Timeout | null = null
  private isClosed = false

  constructor(
    private readonly metadata: PrismaClient,
    private readonly screenings: ScreeningsService,
    private readonly log: (line: string) => void,
  ) {}

  /** Works until no order is left to work at; nobody waits for it. */
  start(): void {
    if (this.isClosed) return
    this.working ??= this.work().finally(() => (this.working = null))
  }

  /** Ends the work at an order that is no longer wanted. */
  end(id: string): void {
    if (this.at?.id === id) this.at.ending.abort()
  }

  /** Stops; what was begun is gone on with at the next start. */
  async close(): Promise<void> {
    this.isClosed = true
    if (this.timer) clearTimeout(this.timer)
    this.at?.ending.abort()
    await this.working
  }

  private async work(): Promise<void> {
    try {
      for (;;) {
        const order = await this.metadata.backfill.findFirst({
          where: { state: 'running' },
          orderBy: { askedAt: 'asc' },
        })
        if (order === null || this.isClosed || !(await this.finish(order))) return
      }
    } catch (error) {
      this.log(`the orders for past days cannot be read: ${textOf(error)}`)
    }
  }

  /** @returns whether the next order may be taken; not where days are held by another process. */
  private async finish(order: Backfill): Promise<boolean> {
    const { id } = order
    const ending = new AbortController()
    this.at = { id, ending }
    try {
      const left = await this.screen(order, ending.signal)
      if (left === 0) await this.settle(id, { state: 'done', error: null })
      else if (!ending.signal.aborted) this.timer = setTimeout(() => this.start(), LOOK_AGAIN_MS).unref()
      return left === 0 || ending.signal.aborted
    } catch (error) {
      if (ending.signal.aborted) return !this.isClosed
      this.log(`screening past days failed: ${textOf(error)}`)
      await this.settle(id, { state: 'failed', error: textOf(error) })
      return true
    } finally {
      this.at = null
    }
  }

  /** @returns how many days are left: another process is at them, or the order was ended. */
  private async screen({ id, ...order }: Backfill, until: AbortSignal): Promise<number> {
    const days = daysOf(isoOf(order.from), isoOf(order.to), order.everyDays)
    let done = 0
    for (let at = 0; at < days.length && !until.aborted; at += STRETCH) {
      done += (await this.screenings.of(days.slice(at, at + STRETCH), { id, until })).length
      await this.metadata.backfill.updateMany({ where: { id, state: 'running' }, data: { done } })
    }
    return days.length - done
  }

  /** An order that was cancelled meanwhile stays so. */
  private async settle(id: string, how: { state: 'done' | 'failed'; error: string | null }): Promise<void> {
    const data = { ...how, finishedAt: new Date() }
    await this.metadata.backfill.updateMany({ where: { id, state: 'running' }, data })
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
