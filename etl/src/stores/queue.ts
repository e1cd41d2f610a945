/** One piece of work for the engine, which does one at a time. */
export interface Job {
  /** 1 = first (clicks); higher numbers wait longer. Work of equal priority keeps its order. */
  readonly priority: number
}

/** A queue that hands out the most urgent job, first come first served among equals. */
export class JobQueue<J extends Job> {
  readonly #jobs: J[] = []

  get size(): number {
    return this.#jobs.length
  }

  add(job: J): void {
    const behind = this.#jobs.findIndex((waiting) => waiting.priority > job.priority)
    if (behind === -1) this.#jobs.push(job)
    else this.#jobs.splice(behind, 0, job)
  }

  next(): J | undefined {
    return this.#jobs.shift()
  }

  /** Takes a job out before its turn; false if it was not waiting. */
  remove(job: J): boolean {
    const at = this.#jobs.indexOf(job)
    if (at === -1) return false
    this.#jobs.splice(at, 1)
    return true
  }
}
