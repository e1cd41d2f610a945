import type { Side } from '@fengsui/charts/fields'
import type { Figure } from '@fengsui/charts/figure'
import type { ActionsAsked } from '../deadlines/request.js'
import type { Query } from '../query/query.js'

export const FORMATS = ['png', 'svg', 'pdf', 'pptx', 'xlsx', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** A picture or table that is to leave: what is asked, and how its answer is shown. */
export interface Item {
  readonly query: Query
  readonly figure: Figure | null
  readonly name: string
  readonly title: string | null
  readonly sides: readonly Side[]
}

/** What somebody wants as one file. */
export interface Order {
  readonly format: Format
  readonly title: string
  readonly items: readonly Item[]
}

/** A list that somebody wants as one file: cases, or the reward standards. */
export interface ListOrder {
  readonly format: 'xlsx' | 'csv'
  readonly list: ActionsAsked | 'rewardStandards'
}

/** A version of a quarter's ranking that somebody wants as one file. */
export interface RankingOrder {
  readonly format: 'xlsx' | 'pptx' | 'pdf'
  /** Id of the version. */
  readonly ranking: string
}
