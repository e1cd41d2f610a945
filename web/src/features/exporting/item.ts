import type { Side } from '@fengsui/charts/fields'
import type { Figure } from '@fengsui/charts/figure'
import type { MetricsRequest } from '../../graphql/generated/graphql'

/** In the order in which they are offered: pictures, documents, numbers. */
export const FORMATS = ['png', 'svg', 'pdf', 'pptx', 'xlsx', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** What several pictures from several pages become. */
export const DOCUMENTS = ['pptx', 'pdf', 'xlsx'] as const satisfies readonly Format[]

/** A picture or table that can leave: the server asks it again and draws it from the answer. */
export interface Item {
  readonly request: MetricsRequest
  /** Null: a table without a picture. */
  readonly figure: Figure | null
  /** The plain name of what it shows. */
  readonly name: string
  /** Its heading; null: the finding of the answer. */
  readonly title: string | null
  readonly sides: readonly Side[]
}

/** A name has so many signs at most; longer ones are cut. */
const LONGEST_NAME = 120

export const named = (text: string): string => {
  const signs = [...text]
  return signs.length > LONGEST_NAME ? `${signs.slice(0, LONGEST_NAME - 1).join('')}…` : text
}

/** The formats in which all of some items can be had: a table alone has no picture. */
export const formatsOf = (items: readonly Item[]): readonly Format[] =>
  items.every(({ figure }) => figure !== null)
    ? FORMATS
    : FORMATS.filter((format) => format !== 'png' && format !== 'svg')
