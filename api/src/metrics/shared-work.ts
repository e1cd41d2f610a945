/** One piece of work that several wait for. */
interface Running<T> {
  readonly result: Promise<T>
  readonly controller: AbortController
  waiting: number
}

/**
 * Does equal work once: those who ask while it runs get the same result, those who ask later the kept one. The work is
 * aborted only when everybody who waits for it has left.
 */
export class SharedWork<T> {
  private readonly kept = new Map<string, T>()
  private readonly running = new Map<string, Running<T>>()

  /**
   * @param most results kept; the one unused for longest goes first.
   * @param keep whether a result may be kept (a refusal may not).
   */
  constructor(
    private readonly most: number,
    private readonly keep: (result: T) => boolean,
  ) {}

  /** @throws the signal's reason when the caller leaves, or whatever the work throws. */
  async get(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const known = this.kept.get(key)
    if (known !== undefined) {
      this.kept.delete(key)
      this.kept.set(key, known)
      return known
    }
    signal.throwIfAborted()
    const running = this.running.get(key) ?? this.start(key, work)
    running.waiting++
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error)
        if (--running.waiting > 0) return
        this.running.delete(key)
        running.controller.abort(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      void running.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
    })
  }

  private start(key: string, work: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController()
    const result = work(controller.signal)
      .then((done) => {
        if (this.keep(done)) this.store(key, done)
        return done
      })
      .finally(() => {
        if (this.running.get(key)?.controller === controller) this.running.delete(key)
      })
    // Nobody may be waiting any more when it fails.
    result.catch(() => undefined)
    const running = { result, controller, waiting: 0 }
    this.running.set(key, running)
    return running
  }

  private store(key: string, result: T): void {
    this.kept.set(key, result)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) return
      this.kept.delete(oldest)
    }
  }
}
