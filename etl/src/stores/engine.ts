import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { JobQueue } from './queue.js'
import { quoted, type Statement } from './statement.js'

/** What the worker is asked to do; `before` and `after` set and unset what holds for this statement only. */
export interface EngineTask {
  readonly id: number
  readonly before: string
  readonly sql: string
  readonly after: string
  readonly format: string
}

export type EngineMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unopened'; readonly error: string }
  | {
      readonly kind: 'done'
      readonly id: number
      readonly bytes: Uint8Array
      readonly seconds: number
      readonly rows: number
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string }

/** What came of a statement: bytes in the format asked for, or ClickHouse's words. */
export type EngineAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly seconds: number; readonly rows: number }
  | { readonly ok: false; readonly error: string }

interface Job {
  readonly id: number
  readonly priority: number
  readonly statement: Statement
  readonly settle: (answer: EngineAnswer) => void
  attempts: number
}

const WORKER = fileURLToPath(new URL('../../dist/stores/engine-worker.js', import.meta.url))
/** A statement whose caller has left may end by itself for so long; then its process is killed. */
const GRACE_MS = 150
/** The engine stops a statement at its time limit; if it has not done so after this many seconds more, it hangs. */
const OVERTIME_S = 5
const RESTARTED =
  'Code: 210. DB::Exception: The engine process ended during the query and was started again. (NETWORK_ERROR)'
const OVERTIME =
  'Code: 159. DB::Exception: Timeout exceeded: the engine process was ended. (TIMEOUT_EXCEEDED)'

/**
 * ClickHouse in a process of its own: statements wait their turn by priority; one whose caller leaves is really
 * stopped (its process is killed and started again, which takes a fraction of a second); one that takes the process
 * down with it is tried once more if it only reads. Other callers notice a short wait and nothing else.
 */
export class Engine {
  readonly #queue = new JobQueue<Job>()
  #worker: ChildProcess | null = null
  #running: Job | null = null
  #watchdog: NodeJS.Timeout | null = null
  #nextId = 1
  #closed = false

  constructor(readonly dataDir: string) {}

  /** Starts the process. @throws Error with the engine's words when the directory cannot be opened. */
  async open(): Promise<void> {
    const worker = fork(WORKER, [this.dataDir], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    // chDB says why it could not open a directory on its standard error only.
    let said = ''
    worker.stderr?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk)
      said = (said + chunk.toString()).slice(-4_000)
    })
    const opened = await new Promise<EngineMessage>((resolve) => {
      // `node --watch` has its children send messages of its own.
      worker.on('message', (message: EngineMessage | object) => {
        if ('kind' in message && (message.kind === 'ready' || message.kind === 'unopened')) resolve(message)
      })
      worker.once('exit', (code, signal) =>
        resolve({ kind: 'unopened', error: `engine ended (${signal ?? code})` }),
      )
    })
    if (opened.kind === 'unopened') throw new Error(`${opened.error}\n${said}`.trim())
    worker.on('message', (message: EngineMessage) => this.#settled(message))
    worker.once('exit', () => void this.#fell(worker))
    // A message to a child that is just dying fails here; its exit says all that is to be done.
    worker.on('error', () => undefined)
    this.#worker = worker
    this.#start()
  }

  /** Runs a statement when its turn comes. `signal` takes it out of the queue, or stops it if it is running. */
  run(statement: Statement, signal: AbortSignal): Promise<EngineAnswer> {
    if (signal.aborted) return Promise.resolve({ ok: false, error: RESTARTED })
    return new Promise((settle) => {
      const job: Job = { id: this.#nextId++, priority: statement.priority, statement, settle, attempts: 0 }
      signal.addEventListener('abort', () => this.#abandon(job), { once: true })
      this.#queue.add(job)
      this.#start()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const worker = this.#worker
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    if (worker.connected) worker.disconnect()
    const late = setTimeout(() => worker.kill('SIGKILL'), 2_000)
    await ended
    clearTimeout(late)
  }

  #start(): void {
    const worker = this.#worker
    if (this.#running || !worker?.connected || worker.killed || this.#closed) return
    const job = this.#queue.next()
    if (!job) return
    this.#running = job
    job.attempts += 1
    const { maxSeconds } = job.statement
    if (maxSeconds > 0) {
      this.#watchdog = setTimeout(() => this.#stop(job, OVERTIME), (maxSeconds + OVERTIME_S) * 1000)
    }
    worker.send(task(job))
  }

  #settled(message: EngineMessage): void {
    const job = this.#running
    if (!job || !('id' in message) || message.id !== job.id) return
    this.#finish(
      job,
      message.kind === 'done' ? { ok: true, ...message } : { ok: false, error: message.error },
    )
    this.#start()
  }

  #finish(job: Job, answer: EngineAnswer): void {
    if (this.#watchdog) clearTimeout(this.#watchdog)
    this.#running = null
    job.settle(answer)
  }

  #abandon(job: Job): void {
    if (this.#queue.remove(job)) return job.settle({ ok: false, error: RESTARTED })
    if (this.#running !== job) return
    setTimeout(() => this.#stop(job, RESTARTED), GRACE_MS)
  }

  /** Ends the process under a running statement, and with it the statement. */
  #stop(job: Job, error: string): void {
    if (this.#running !== job) return
    this.#finish(job, { ok: false, error })
    this.#worker?.kill('SIGKILL')
  }

  /** The process is gone: start another; what ran in it is tried once more if that cannot do harm. */
  async #fell(worker: ChildProcess): Promise<void> {
    if (this.#closed || this.#worker !== worker) return
    this.#worker = null
    const job = this.#running
    if (job && job.statement.readonly && job.attempts < 2) {
      if (this.#watchdog) clearTimeout(this.#watchdog)
      this.#running = null
      this.#queue.add(job)
    } else if (job) {
      this.#finish(job, { ok: false, error: RESTARTED })
    }
    try {
      await this.open()
    } catch (error) {
      console.error('the engine could not be started again:', error)
      process.exit(1)
    }
  }
}

/** Settings and parameters are set before a statement and unset after it: the session is shared by all. */
function task({ id, statement }: Job): EngineTask {
  const names = Object.entries(statement.settings)
  const params = Object.entries(statement.params).map(([name, value]) => `param_${name} = ${quoted(value)}`)
  const set = [...names.map(([name, value]) => `${name} = ${quoted(value)}`), ...params]
  return {
    id,
    before: set.length ? `SET ${set.join(', ')}` : '',
    sql: statement.readonly ? `${statement.sql}\nSETTINGS readonly = 1` : statement.sql,
    after: names.length ? `SET ${names.map(([name]) => `${name} = DEFAULT`).join(', ')}` : '',
    format: statement.format,
  }
}
