import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ClickHouseAddress } from '@fengsui/etl/warehouse/client'
import type { ScreenedDay, ScreeningOrder } from './screening-work.js'

/** What the thread says. */
export type ScreeningMessage =
  | { readonly kind: 'day'; readonly screened: ScreenedDay }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: string }

const WORKER = fileURLToPath(new URL('../../dist/flags/screening-worker.js', import.meta.url))
const HEAP_MB = 1024
const ENDED = 'the screening thread ended'

/** Screens days in a thread of its own and of low priority, one order after the other: nobody's click waits for it. */
export class Screener {
  private worker: Worker | null = null
  private last: Promise<unknown> = Promise.resolve()
  private isClosed = false

  constructor(private readonly address: ClickHouseAddress) {}

  /**
   * @param onDay takes each day as it is screened; what it makes of it is waited for at the end.
   * @param until ends the thread in the middle of a day.
   * @throws Error when the thread fails, or was ended, or the screener was closed.
   */
  screen(
    order: ScreeningOrder,
    onDay: (screened: ScreenedDay) => Promise<void>,
    until?: AbortSignal,
  ): Promise<void> {
    const work = this.last.then(() => this.run(order, onDay, until))
    this.last = work.catch(() => undefined)
    return work
  }

  /** Ends the thread; what is being screened is not finished. */
  async close(): Promise<void> {
    this.isClosed = true
    await this.worker?.terminate()
    await this.last
  }

  private async run(
    order: ScreeningOrder,
    onDay: (screened: ScreenedDay) => Promise<void>,
    until?: AbortSignal,
  ): Promise<void> {
    if (this.isClosed) throw new Error('the screener is closed')
    if (until?.aborted) throw new Error(ENDED)
    const kept: Promise<void>[] = []
    const worker = new Worker(WORKER, {
      execArgv: [],
      workerData: { address: this.address, order },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      env: { NODE_ENV: 'production' },
    })
    this.worker = worker
    worker.unref()
    const end = (): void => void worker.terminate()
    until?.addEventListener('abort', end)
    try {
      await new Promise<void>((resolve, reject) => {
        worker.on('message', (message: ScreeningMessage) => {
          if (message.kind === 'day') kept.push(onDay(message.screened))
          else if (message.kind === 'done') resolve()
          else reject(new Error(message.error))
        })
        worker.on('error', reject)
        worker.on('exit', () => reject(new Error(ENDED)))
      })
      await Promise.all(kept)
    } finally {
      until?.removeEventListener('abort', end)
      this.worker = null
      await worker.terminate()
      await Promise.allSettled(kept)
    }
  }
}
