import type { TimeRole } from './time-roles.js'

/** A text in the two languages of the product; Chinese is the first. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/**
 * How a measure is made from the cases of a period. Every text is SQL over the columns of `cases`;
 * `{asOf: Date32}` may stand in it and is bound to the as-of date of the data.
 */
export type Aggregate =
  /** The number of cases, or of those for which `where` holds. */
  | { readonly kind: 'count'; readonly where?: string }
  /** numerator ÷ denominator, both numbers of cases; the numerator's cases are among the denominator's. */
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
  /**
   * Events ÷ cases, where the two need not be the same cases: events are dated by themselves (延期 by the day of the
   * grant), or a case may hold several. `count` is SQL for the number of events of one case.
   */
  | { readonly kind: 'rate'; readonly events: TimeRole; readonly count?: string; readonly where?: string }
  /** The quantile at `level` (0–1, interpolated as R type 7) of `of` over the cases for which `where` holds. */
  | { readonly kind: 'quantile'; readonly level: number; readonly of: string; readonly where: string }
  | { readonly kind: 'mean'; readonly of: string; readonly where: string }
  | { readonly kind: 'sum'; readonly of: string; readonly where: string }
  /** A part of a sum: the sum of `of` over the cases for which `part` holds ÷ the sum over those for which `where` does. */
  | { readonly kind: 'share'; readonly of: string; readonly part: string; readonly where: string }
  /** Cases ÷ what the office's lists say of the places or sectors they come from, times `per`. */
  | { readonly kind: 'density'; readonly denominator: DenominatorId; readonly per: number }

/** Numbers of the office's own lists by which cases are divided; loaded with the day of which they are. */
export const DENOMINATORS = {
  population: { label: { zh: '常住人口', en: 'Resident population' }, bearers: ['region'] },
  enterprises: { label: { zh: '监管企业', en: 'Supervised enterprises' }, bearers: ['region', 'industry'] },
} as const satisfies Record<string, { label: Text; bearers: readonly string[] }>

export type DenominatorId = keyof typeof DENOMINATORS

/** What a source must say about a case for a measure to mean anything, beside the date of receipt. */
export type Need =
  | 'accepted_on'
  | 'rejected_on'
  | 'verified_on'
  | 'result'
  | 'assigned_on'
  | 'returned_on'
  | 'extended_on'
  | 'closed_on'
  | 'replied_on'
  | 'reporter_kind'
  | 'reward_decided_on'
  | 'reward_paid_on'
  | 'reward_amount'
  | 'upstream_case_no'
  | 'due_on'
  | 'accept_due_on'
  | 'reply_due_on'
  | 'signed_on'
  | 'sign_due_on'
  | 'refusal_told_on'
  | 'refusal_due_on'
  | 'reward_due_on'
  | 'reward_notified_on'
  | 'claim_due_on'

/** What a number is counted in. Percent values travel as fractions. */
export const UNITS = {
  cases: { zh: '件', en: 'cases' },
  percent: { zh: '%', en: '%' },
  days: { zh: '天', en: 'days' },
  yuan: { zh: '元', en: 'CNY' },
  per10k: { zh: '件/万人', en: 'per 10,000 people' },
  per100: { zh: '件/百家', en: 'per 100 enterprises' },
} as const satisfies Record<string, Text>

export type Unit = keyof typeof UNITS

/** One indicator, declared once; everything that shows it derives from here. */
export interface Measure {
  readonly label: Text
  /** One sentence: what is counted. */
  readonly description: Text
  /** The formula as it is printed beside the number (口径). */
  readonly formula: Text
  /** What a rate or average is over; null for numbers of cases and amounts. */
  readonly denominator: Text | null
  readonly unit: Unit
  /** Which direction is good; colours a change. */
  readonly better: 'lower' | 'higher' | 'neither'
  /** The attribution date (归属日期); of a rate, that of its denominator. */
  readonly time: TimeRole
  readonly aggregate: Aggregate
  /** May the values of parts be added: decides zero or gap, stacking, shares and running totals. */
  readonly additive: boolean
  /** Days after its attribution date before a case is counted; a period without such cases is 未满, not empty. */
  readonly maturityDays?: number
  /** Its attribution days are known ahead (ends of limits): a period may lie after the as-of day. */
  readonly ahead?: true
  /** Without these columns the measure would be a zero that is really a gap: an office whose sources lack one has it not. */
  readonly needs: readonly Need[]
  /** The notice item, article or bulletin that the definition rests on. */
  readonly basis: Text
}

/** One axis along which cases are counted. */
export interface Dimension {
  readonly label: Text
  readonly description: Text
  /** The column of `cases`; its value is a code, '' when the source did not say. */
  readonly column: string
  /** The hierarchy and the level in it (1 = coarsest), for drill-down. */
  readonly hierarchy: string
  readonly level: number
  /** The values of a dimension that no list of the office holds: the canonical words of a case. */
  readonly words?: Readonly<Record<string, Text>>
}
