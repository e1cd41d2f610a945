import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { keepDrawingMemory } from '../config.js'
import type { Made } from './drawing/edition.js'
import type { Edition } from './paper.js'

/** What the thread says. */
export type PressMessage =
  | { readonly kind: 'progress'; readonly papers: number }
  | ({ readonly kind: 'made' } & Made)
  | { readonly kind: 'failed'; readonly error: string }

interface Waiting {
  readonly edition: Edition
  readonly signal: AbortSignal
  readonly onProgress: (papers: number) => void
  readonly resolve: (made: Made) => void
  readonly reject: (error: Error) => void
}

const WORKER = fileURLToPath(new URL('../../dist/exports/press-worker.js', import.meta.url))
/** Fonts and drawing code take about 150 MB: they are let go when nobody has had a file made for so long. */
const IDLE_MS = 120_000
const HEAP_MB = 512

/**
 * Makes files in a thread of its own, one after another, so that nobody's click waits for a drawing. A file that is not
 * wanted any more ends its thread at once; the next one gets a new thread.
 */
export class Press {
  private readonly waiting: Waiting[] = []
  private worker: Worker | null = null
  private running: Waiting | null = null
  private idle: NodeJS.Timeout | null = null

  /**
   * @param onProgress told how many papers are done.
   * @throws the signal's reason when it ends first; Error for faults of ours.
   */
  make(edition: Edition, signal: AbortSignal, onProgress: (papers: number) => void): Promise<Made> {
    return new Promise((resolve, reject) => {
      const job: Waiting = { edition, signal, onProgress, resolve, reject }
      if (signal.aborted) return reject(signal.reason as Error)
      signal.addEventListener('abort', () => this.leave(job), { once: true })
      this.waiting.push(job)
      this.next()
    })
  }

  /** Ends the thread; what is being made is not finished. */
  async close(): Promise<void> {
    const stopped = new Error('the press is closed')
    for (const { reject } of this.waiting.splice(0)) reject(stopped)
    this.running?.reject(stopped)
    this.running = null
    await this.stop()
  }

  private next(): void {
    if (this.running) return
    const job = this.waiting.shift()
    if (this.idle) clearTimeout(this.idle)
    if (!job) {
      this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref()
      return
    }
    this.running = job
    this.worker ??= this.start()
    this.worker.postMessage(job.edition)
  }

  private start(): Worker {
    keepDrawingMemory()
    const worker = new Worker(WORKER, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // Drawing code warns of its own doings otherwise.
      env: { NODE_ENV: 'production', TMPDIR: tmpdir() },
    })
    worker.unref()
    worker.on('message', (message: PressMessage) => {
      if (worker === this.worker) this.hear(message)
    })
    // Out of memory, or a fault of a library that nobody caught.
    worker.on('error', (error) => {
      if (worker !== this.worker) return
      this.worker = null
      this.finish((job) => job.reject(error))
    })
    return worker
  }

  private hear(message: PressMessage): void {
    switch (message.kind) {
      case 'progress':
        this.running?.onProgress(message.papers)
        return
      case 'made':
        this.finish((job) => job.resolve(message))
        return
      case 'failed':
        this.finish((job) => job.reject(new Error(message.error)))
    }
  }

  private finish(settle: (job: Waiting) => void): void {
    const job = this.running
    this.running = null
    if (job) settle(job)
    this.next()
  }

  private leave(job: Waiting): void {
    const at = this.waiting.indexOf(job)
    if (at >= 0) this.waiting.splice(at, 1)
    job.reject(job.signal.reason as Error)
    if (this.running !== job) return
    this.running = null
    void this.stop()
    this.next()
  }

  private async stop(): Promise<void> {
    const { worker } = this
    this.worker = null
    await worker?.terminate()
  }
}
