import type { ClickHouseClient } from '@clickhouse/client'
import { compileReading } from '../query/compile.js'
import { type Facts, type ReadRow, factsOf } from '../query/facts.js'
import type { Plan } from '../query/plan.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { runRows } from '../query/run.js'
import { readTogether } from '../query/scans.js'
import { SharedWork } from './shared-work.js'

const KEPT_ANSWERS = 1000
/** More plans than this go in several statements: the engine reads no statement of any length. */
const MOST_TOGETHER = 16

/** A plan that waits for the statement of its request. */
interface Waiting {
  readonly plan: Plan
  /** Ends when nobody waits for this plan any more. */
  readonly until: AbortSignal
  readonly resolve: (facts: Facts | Rejection) => void
  readonly reject: (error: unknown) => void
}

/**
 * Reads what plans ask. The plans of one request are read in one statement; equal plans in flight are read once; what was
 * read is kept by state of the data and scope, never across scopes.
 */
export class Reader {
  private readonly work = new SharedWork<Facts | Rejection>(KEPT_ANSWERS, (facts) => !isRejection(facts))
  private readonly requests = new WeakMap<AbortSignal, Waiting[]>()

  constructor(private readonly client: ClickHouseClient) {}

  /**
   * @param known what tells the answer from every other: the state of the data and the scope. The plan's own part of it
   *   is added here.
   * @param signal that of the caller's request; plans with the same one are read together.
   * @throws the signal's reason when the caller leaves, and what is a fault of ours.
   */
  async read(plan: Plan, known: object, signal: AbortSignal): Promise<Facts | Rejection> {
    const { query, periods, buckets, conditions, levels, asOf, through } = plan
    const { measures, dimensions, grain } = query
    const counted = { measures, dimensions, grain, periods, buckets, conditions, levels, asOf, through }
    const key = JSON.stringify([known, counted])
    return this.work.get(key, signal, (until) => this.enqueue(plan, signal, until))
  }

  private enqueue(plan: Plan, request: AbortSignal, until: AbortSignal): Promise<Facts | Rejection> {
    return new Promise((resolve, reject) => {
      const waiting = { plan, until, resolve, reject }
      const others = this.requests.get(request)
      if (others) {
        others.push(waiting)
        return
      }
      const all = [waiting]
      this.requests.set(request, all)
      // Whatever the request's other fields ask in this turn comes along.
      setImmediate(() => {
        this.requests.delete(request)
        for (let at = 0; at < all.length; at += MOST_TOGETHER)
          void this.readAll(all.slice(at, at + MOST_TOGETHER))
      })
    })
  }

  private async readAll(waiting: readonly Waiting[]): Promise<void> {
    try {
      const plans = waiting.map(({ plan }) => plan)
      const facts = await this.readTogether(plans, whenAllHaveLeft(waiting.map(({ until }) => until)))
      waiting.forEach(({ resolve }, i) => {
        const mine = isRejection(facts) ? facts : facts[i]
        if (mine) resolve(mine)
      })
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    }
  }

  /** One plan that is too much for the engine must not take the others of its screen along. */
  private async readTogether(
    plans: readonly Plan[],
    signal: AbortSignal,
  ): Promise<readonly (Facts | Rejection)[] | Rejection> {
    const reading = readTogether(plans)
    const rows = await runRows<ReadRow>(this.client, compileReading(reading), signal)
    if (!isRejection(rows)) return factsOf(plans, reading, rows)
    if (plans.length === 1 || rows.code === 'warehouseUnavailable') return rows
    const each: (Facts | Rejection)[] = []
    for (const plan of plans) {
      const alone = await this.readTogether([plan], signal)
      each.push(isRejection(alone) ? alone : (alone[0] ?? rows))
    }
    return each
  }
}

/** A signal that ends when all of several have. */
function whenAllHaveLeft(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController()
  const check = (): void => {
    if (signals.every(({ aborted }) => aborted)) controller.abort(signals[0]?.reason)
  }
  for (const signal of signals) signal.addEventListener('abort', check, { once: true })
  check()
  return controller.signal
}
