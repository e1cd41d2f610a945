import type { Text } from '@fengsui/domain/metrics/model'
import { GraphQLError } from 'graphql/index.js'

const MINUTE_MS = 60_000
const MOST_KNOWN = 10_000

/**
 * How much one session may ask for: a bucket that holds a minute's worth and fills evenly. What is counted are costly
 * fields, so that many in one request are no cheaper than one each.
 */
export class Rate {
  private readonly buckets = new Map<string, { left: number; at: number }>()

  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws GraphQLError RATE_LIMITED that says in how many seconds there will be enough. */
  take(session: string, fields: number): void {
    const seconds = this.secondsUntil(session, fields)
    if (seconds > 0) throw tooOften(seconds)
  }

  /** Takes as much if there is enough. @returns 0, or in how many seconds there will be. */
  secondsUntil(session: string, fields: number): number {
    const now = this.now()
    const { left, at } = this.buckets.get(session) ?? { left: this.perMinute, at: now }
    const filled = Math.min(this.perMinute, left + ((now - at) / MINUTE_MS) * this.perMinute)
    if (fields > filled) return Math.ceil(((fields - filled) / this.perMinute) * 60)
    if (this.buckets.size >= MOST_KNOWN) this.forget(now)
    this.buckets.set(session, { left: filled - fields, at: now })
    return 0
  }

  /** Those that have filled up by now are as if they had never been. */
  private forget(now: number): void {
    for (const [session, { at }] of this.buckets) if (now - at >= MINUTE_MS) this.buckets.delete(session)
  }
}

export const tooOftenText = (seconds: number): Text => ({
  zh: `请求过于频繁，请在${seconds}秒后重试。`,
  en: `Too many requests. Try again in ${seconds} seconds.`,
})

const tooOften = (seconds: number): GraphQLError =>
  new GraphQLError('too often', {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfterSeconds: seconds,
      sentence: tooOftenText(seconds),
      http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
    },
  })
