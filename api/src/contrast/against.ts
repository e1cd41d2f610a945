import type { ComparisonKind } from '@fengsui/domain/time/comparison'

/** What cases can be held against, and how that is told. */
export const AGAINST = {
  rest: 'All other cases of the period that the caller may see.',
  previous: 'The same cases of the period before.',
  yearAgo: 'The same cases of a year ago.',
} as const

export type Against = keyof typeof AGAINST

/** The comparison that it is; null: it is of the same time. */
export const comparisonOf = (against: Against): ComparisonKind | null => (against === 'rest' ? null : against)
