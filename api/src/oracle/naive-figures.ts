import { poissonInterval } from '@fengsui/domain/statistics/poisson'
import { wilson } from '@fengsui/domain/statistics/wilson'
import type { Day } from '@fengsui/domain/time/day'
import type { ExportedCase } from './exported-cases.js'
import type { Timed } from './naive-answer.js'
import type { NaiveMeasure } from './naive-measures.js'

/** The cases of one measure at one place, and the cases whose events are counted beside them. */
export interface Gathered {
  readonly cases: readonly ExportedCase[]
  readonly events: readonly ExportedCase[]
}

/** What of some cases belongs to a period: together, and by bucket. */
export interface Tally {
  readonly whole: Gathered
  readonly slots: readonly Gathered[]
  /** There is any case or event at all. */
  readonly isThere: boolean
}

/** Sorts cases into a period and its buckets by the measure's own dates. */
export function tally(
  { on, of, making }: NaiveMeasure,
  cases: readonly ExportedCase[],
  time: Timed,
  asOf: Day,
): Tally {
  const counted = sorted(cases, time, (each) => (of(each, asOf) ? on(each) : null))
  const events =
    making.kind === 'rate'
      ? sorted(cases, time, (each) => (making.events(each, asOf) > 0 ? making.eventOn(each) : null))
      : null
  return {
    whole: { cases: counted.whole, events: events?.whole ?? [] },
    slots: counted.slots.map((slot, i) => ({ cases: slot, events: events?.slots[i] ?? [] })),
    isThere: counted.whole.length > 0 || (events?.whole.length ?? 0) > 0,
  }
}

function sorted(
  cases: readonly ExportedCase[],
  { period: { from, to }, spans }: Timed,
  dayOf: (each: ExportedCase) => Day | null,
): { whole: ExportedCase[]; slots: ExportedCase[][] } {
  const whole: ExportedCase[] = []
  const slots = spans.map((): ExportedCase[] => [])
  const slotOf = new Map<Day, ExportedCase[] | undefined>()
  for (const each of cases) {
    const day = dayOf(each)
    if (day === null || day < from || day > to) continue
    whole.push(each)
    if (spans.length === 0) continue
    if (!slotOf.has(day)) {
      slotOf.set(day, slots[spans.findIndex((span) => span && day >= span.from && day <= span.to)])
    }
    slotOf.get(day)?.push(each)
  }
  return { whole, slots }
}

/** The number made of some cases, with its 95 % interval. */
export interface Made {
  readonly value: number | null
  readonly n: number
  readonly k: number | null
  readonly lower: number | null
  readonly upper: number | null
}

const NO_INTERVAL = { lower: null, upper: null }

/** @param exposure what a density divides by; null where it is not known. */
export function made(
  { making }: NaiveMeasure,
  { cases, events }: Gathered,
  asOf: Day,
  exposure: number | null,
): Made {
  const n = cases.length
  const total = (amount: (each: ExportedCase, asOf: Day) => number, of = cases): number =>
    of.reduce((sum, each) => sum + amount(each, asOf), 0)
  switch (making.kind) {
    case 'number':
      return { value: n, n, k: null, ...poissonInterval(n) }
    case 'sum':
      return { value: total(making.amount), n, k: null, ...NO_INTERVAL }
    case 'ratio': {
      const k = cases.filter((each) => making.has(each, asOf)).length
      return n === 0 ? { value: null, n, k, ...NO_INTERVAL } : { value: k / n, n, k, ...wilson(k, n) }
    }
    case 'rate': {
      const k = total(making.events, events)
      if (n === 0) return { value: null, n, k, ...NO_INTERVAL }
      const { lower, upper } = poissonInterval(k)
      return { value: k / n, n, k, lower: lower / n, upper: upper / n }
    }
    case 'share': {
      const all = total(making.amount)
      const part = total(
        making.amount,
        cases.filter((each) => making.has(each, asOf)),
      )
      return { value: all === 0 ? null : part / all, n, k: null, ...NO_INTERVAL }
    }
    case 'mean':
      return { value: n === 0 ? null : total(making.amount) / n, n, k: null, ...NO_INTERVAL }
    case 'quantile': {
      const amounts = cases.map((each) => making.amount(each, asOf))
      return { value: n === 0 ? null : type7(amounts, making.level), n, k: null, ...NO_INTERVAL }
    }
    case 'density': {
      if (exposure === null) return { value: null, n, k: null, ...NO_INTERVAL }
      const { lower, upper } = poissonInterval(n)
      const factor = making.per / exposure
      return { value: n * factor, n, k: null, lower: lower * factor, upper: upper * factor }
    }
  }
}

/** The quantile as R reckons it by default: linear between the two values around (n − 1) × level (Hyndman & Fan, 7). */
function type7(values: readonly number[], level: number): number {
  const sortedValues = [...values].sort((a, b) => a - b)
  const at = (sortedValues.length - 1) * level
  const below = sortedValues[Math.floor(at)] ?? NaN
  const above = sortedValues[Math.ceil(at)] ?? NaN
  return below + (at - Math.floor(at)) * (above - below)
}
