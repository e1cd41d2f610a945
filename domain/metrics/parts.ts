import type { Aggregate, Measure } from './model.js'
import type { TimeRole } from './time-roles.js'

/** What the engine does with the cases of one attribution date. Texts are SQL as in `Aggregate`. */
export type Fold =
  | { readonly kind: 'count'; readonly where: string | null }
  | { readonly kind: 'sum' | 'mean'; readonly of: string; readonly where: string | null }
  | { readonly kind: 'quantile'; readonly level: number; readonly of: string; readonly where: string }

/** One number that the engine counts. */
export interface Part {
  readonly role: TimeRole
  readonly fold: Fold
}

/**
 * The numbers of which a measure is made: `n` the cases behind its value, `k` those with the property (or the events, or
 * the part of a sum), `value` what is neither: a quantile, a mean, a sum.
 */
export interface Parts {
  readonly n: Part
  readonly k?: Part
  readonly value?: Part
}

export const PART_NAMES = ['n', 'k', 'value'] as const
export type PartName = (typeof PART_NAMES)[number]

const both = (a: string, b: string): string => `(${a}) AND (${b})`

/** Takes a measure apart into what the engine counts. Rates and shares are put together from counts, never averaged. */
export function partsOf({ time, aggregate }: Pick<Measure, 'time' | 'aggregate'>): Parts {
  const count = (where: string | null, role: TimeRole = time): Part => ({
    role,
    fold: { kind: 'count', where },
  })
  const sum = (of: string, where: string | null, role: TimeRole = time): Part => ({
    role,
    fold: { kind: 'sum', of, where },
  })
  switch (aggregate.kind) {
    case 'count':
      return { n: count(aggregate.where ?? null) }
    case 'density':
      return { n: count(null) }
    case 'ratio': {
      const { numerator, denominator } = aggregate
      const isAll = denominator === 'true'
      return {
        n: count(isAll ? null : denominator),
        k: count(isAll ? numerator : both(denominator, numerator)),
      }
    }
    case 'rate':
      return { n: count(null), k: eventsOf(aggregate, count, sum) }
    case 'share': {
      const { of, part, where } = aggregate
      return { n: count(where), k: sum(of, both(where, part)), value: sum(of, where) }
    }
    case 'sum':
      return { n: count(aggregate.where), value: sum(aggregate.of, aggregate.where) }
    case 'mean':
    case 'quantile':
      return { n: count(aggregate.where), value: { role: time, fold: aggregate } }
  }
}

function eventsOf(
  { events, count: perCase, where }: Extract<Aggregate, { kind: 'rate' }>,
  count: (where: string | null, role: TimeRole) => Part,
  sum: (of: string, where: string | null, role: TimeRole) => Part,
): Part {
  return perCase === undefined ? count(where ?? null, events) : sum(perCase, where ?? null, events)
}
