import type { DimensionId } from '@fengsui/domain/metrics/dimensions'

/** Cases whose member of a dimension is one of these. */
export interface Within {
  readonly dimension: DimensionId
  readonly codes: readonly string[]
}

/** What a person may see, as data. Whatever it does not allow is not shown. */
export interface Scope {
  /** Every case, no case, or the cases that lie within any of these. */
  readonly cases: 'whole' | 'nothing' | { readonly anyOf: readonly Within[] }
  /** Beside the own cases: totals of the whole office, without any breakdown by place, sector or unit. */
  readonly officeTotals: boolean
  /** Single cases may be listed. */
  readonly caseList: boolean
  /** The redacted text of a case. */
  readonly summary: boolean
  /** The reported enterprise: of every case, of important leads only (重大隐患, 瞒报谎报), or never. */
  readonly enterprise: 'all' | 'keyLeads' | 'none'
  /** Answers may leave the office (exports). */
  readonly export: boolean
  /** When small cells are hidden: in what leaves, or on the screen too. */
  readonly smallCells: 'leaving' | 'always'
  /** The loads, sources and quarantine of the pipeline. */
  readonly loads: boolean
  /** May write down what happened beside the pictures over time, for all others to read. */
  readonly annotate: boolean
  /** May urge units, and put cases under the eyes of a level above. */
  readonly supervise: boolean
  /** May write down what a unit answered when it was urged. */
  readonly answerUrges: boolean
  /** The published tables of the quarterly assessment. */
  readonly ranking: boolean
  /** May close quarters, publish tables, decide objections, and write down leaks: sees all of the assessment. */
  readonly assess: boolean
  /** May see what its own unit loses points for, and object to it. */
  readonly object: boolean
  /** May have past days screened anew (回溯), and read what each run of 研判 found. */
  readonly screenPast: boolean
}

/** Nothing of everything: where every scope begins. */
export const NO_SCOPE: Scope = {
  cases: 'nothing',
  officeTotals: false,
  caseList: false,
  summary: false,
  enterprise: 'none',
  export: false,
  smallCells: 'always',
  loads: false,
  annotate: false,
  supervise: false,
  answerUrges: false,
  ranking: false,
  assess: false,
  object: false,
  screenPast: false,
}

/** Everything; what leaves the office still hides its small cells. */
export const WHOLE_SCOPE: Scope = {
  cases: 'whole',
  officeTotals: true,
  caseList: true,
  summary: true,
  enterprise: 'all',
  export: true,
  smallCells: 'leaving',
  loads: true,
  annotate: true,
  supervise: true,
  answerUrges: true,
  ranking: true,
  assess: true,
  object: false,
  screenPast: true,
}
