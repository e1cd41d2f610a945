/** A text in the two languages of the product; Chinese is the first. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/**
 * The event whose date decides to which period a case belongs.
 * `settled` is e = min(closing date, due date in force): the day on which "on time or not" is decided.
 */
export type TimeRole = 'received' | 'accepted' | 'verified' | 'closed' | 'settled' | 'due'

/** Which column of `cases` holds the date of a role. */
export const ROLE_COLUMN: Readonly<Record<TimeRole, string>> = {
  received: 'received_on',
  accepted: 'accepted_on',
  verified: 'verified_on',
  closed: 'closed_on',
  settled: 'settled_on',
  due: 'due_on',
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
  /** The quantile at `level` (0–1, interpolated as R type 7) of `of` over the cases for which `where` holds. */
  | { readonly kind: 'quantile'; readonly level: number; readonly of: string; readonly where: string }

/** What a source must say about a case for a measure to mean anything, beside the date of receipt. */
export type Need = 'accepted_on' | 'verified_on' | 'result' | 'closed_on' | 'due_on'

export type Unit = 'cases' | 'percent' | 'days'

/** One indicator, declared once; everything that shows it derives from here. */
export interface Measure {
  readonly label: Text
  /** One sentence: what is counted. */
  readonly description: Text
  /** The formula as it is printed beside the number (口径). */
  readonly formula: Text
  readonly unit: Unit
  /** Which direction is good; colours a change. */
  readonly better: 'lower' | 'higher' | 'neither'
  /** The attribution date (归属日期). */
  readonly time: TimeRole
  readonly aggregate: Aggregate
  /** May the values of parts be added: decides zero or gap, stacking, and whether 其他 is a sum. */
  readonly additive: boolean
  /** Days after its attribution date before a case is counted; a period without such cases is 未满, not empty. */
  readonly maturityDays?: number
  /** Without these columns the measure would be a zero that is really a gap: an office whose sources lack one has it not. */
  readonly needs: readonly Need[]
  /** The notice item or article that the definition rests on. */
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
}
