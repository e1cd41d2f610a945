import { PARTS, type Part, type Window } from './overview-questions.js'

/** The periods of a screen. */
export const SPANS = ['base', 'yearAgo', 'previous'] as const
export type Span = (typeof SPANS)[number]
export type Spans = Readonly<Record<Span, Window>>

/** Where a number of a screen stands. */
export interface Place {
  readonly part: Part
  readonly span: Span
  readonly measure: string
  /** Codes of the members of a row, in the order of the part's dimensions; none for the total. */
  readonly codes?: readonly string[]
  /** First day of a month. */
  readonly month?: string
}

/** Rates as fractions, days as days; `n` is the number of cases behind it. */
export interface Counted {
  readonly n: number
  readonly value: number
}

const CLOSE_ENOUGH = 1e-9

/** Every number of a screen that rests on a case, whoever counted it. */
export class ScreenNumbers {
  private readonly numbers = new Map<string, Counted>()

  put({ part, span, measure, codes = [], month = '' }: Place, { n, value }: Counted): void {
    if (n > 0) this.numbers.set([part, span, measure, month, ...codes].join('|'), { n, value })
  }

  /** A count is its own n. */
  count(place: Place, n: number): void {
    this.put(place, { n, value: n })
  }

  rate(place: Place, k: number, n: number): void {
    this.put(place, { n, value: k / n })
  }

  get size(): number {
    return this.numbers.size
  }

  /** @throws Error that names the first numbers in which two screens differ. */
  expectEqual(others: ScreenNumbers, who: string): void {
    const differing = [...new Set([...this.numbers.keys(), ...others.numbers.keys()])].filter((key) => {
      const [a, b] = [this.numbers.get(key), others.numbers.get(key)]
      return !a || !b || a.n !== b.n || Math.abs(a.value - b.value) > CLOSE_ENOUGH
    })
    if (differing.length === 0) return
    const first = differing
      .slice(0, 5)
      .map(
        (key) =>
          `${key}: ${JSON.stringify(this.numbers.get(key))} ≠ ${JSON.stringify(others.numbers.get(key))}`,
      )
    throw new Error(`${who} differs in ${differing.length} numbers:\n${first.join('\n')}`)
  }
}

interface AnsweredValue {
  readonly value: number | null
  readonly n: number
}

interface AnsweredRow {
  readonly keys: readonly string[]
  readonly bucket: string | null
  readonly values: readonly (AnsweredValue & { readonly changes: readonly AnsweredValue[] })[]
}

/** A part of a screen as the API answers it. */
export interface AnsweredTable {
  readonly __typename: string
  readonly period: Window
  readonly comparedPeriods: readonly { readonly kind: Span; readonly period: Window }[]
  readonly measures: readonly string[]
  readonly rows: readonly AnsweredRow[]
  readonly total: AnsweredRow
}

export type AnsweredScreen = Readonly<Record<Part, AnsweredTable>>

/** The periods that the API chose. @throws Error when it left a comparison out. */
export function spansOf({ total }: AnsweredScreen): Spans {
  const compared = (span: Span): Window => {
    const found = total.comparedPeriods.find(({ kind }) => kind === span)
    if (!found) throw new Error(`the screen is not compared with ${span}`)
    return found.period
  }
  return { base: total.period, yearAgo: compared('yearAgo'), previous: compared('previous') }
}

/** The total of the cards, and the rows of every other part. */
export function numbersOf(screen: AnsweredScreen): ScreenNumbers {
  const numbers = new ScreenNumbers()
  for (const part of PARTS) {
    const { rows, total, measures, comparedPeriods } = screen[part]
    for (const { keys, bucket, values } of part === 'total' ? [total] : rows) {
      const at = { part, codes: keys, month: bucket ?? '' }
      values.forEach(({ value, n, changes }, i) => {
        const measure = measures[i] ?? ''
        numbers.put({ ...at, measure, span: 'base' }, { n, value: value ?? 0 })
        changes.forEach((change, j) => {
          const span = comparedPeriods[j]?.kind
          const month = bucket === null ? '' : monthOf(bucket, span)
          if (span) numbers.put({ ...at, month, measure, span }, { n: change.n, value: change.value ?? 0 })
        })
      })
    }
  }
  return numbers
}

/** The month whose number stands beside a bucket; months are compared with those of the year before only. */
function monthOf(bucket: string, span: Span | undefined): string {
  const year = Number(bucket.slice(0, 4)) - (span === 'yearAgo' ? 1 : 0)
  return `${year}${bucket.slice(4)}`
}
