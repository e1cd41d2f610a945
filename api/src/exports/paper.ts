import type { Annotation, Cluster, MeasureEntry, Member } from '@fengsui/charts/answer'
import type { Cell, Column, Side } from '@fengsui/charts/fields'
import type { Figure } from '@fengsui/charts/figure'
import type { Ground } from '@fengsui/charts/territory/ground'
import type { Locale } from '../office/member-lists.js'
import type { Table } from '../query/table.js'
import type { Format } from './order.js'

// What travels to the thread that makes files: plain data, and nothing that was not asked as leaving the office.

/** One answer and how it is shown. */
export interface Paper {
  readonly table: Table
  /** Null: a table without a picture. */
  readonly figure: Figure | null
  /** The plain name of what it shows, e.g. 区域. */
  readonly name: string
  /** What its heading is; null: the finding of the answer. */
  readonly title: string | null
  readonly sides: readonly Side[]
  /** Filters of the question in words, '' without any. */
  readonly filters: string
  /** What stands together in its time, for a map that shows it. */
  readonly clusters: readonly Cluster[]
}

/** A list that leaves; nothing of an enterprise, a text of a report or a reporter is in it. */
export interface ListPaper {
  readonly title: string
  /** What it is where it is no list of cases: a line below the title, and notes in place of those of cases. */
  readonly about?: { readonly subtitle: string; readonly notes: readonly string[] }
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** In words, '' without any. */
  readonly filters: string
  /** '' where no data is in it. */
  readonly asOf: string
  /** Cases of the list, those that are not in the file too. */
  readonly total: number
  /** Rows whose place and sector are not named. */
  readonly withheld: number
  readonly holds: 'cases' | 'standards' | 'units'
}

/** What the catalogue says, as far as the papers speak of it. */
export interface PaperCatalogue {
  readonly measures: Readonly<
    Record<string, MeasureEntry & { readonly formula: string; readonly basis: string }>
  >
  readonly dimensions: Readonly<Record<string, string>>
  /** Members of dimensions that are drawn as maps. */
  readonly members: Readonly<Record<string, readonly Member[]>>
  /** Where they lie. */
  readonly grounds: Readonly<Record<string, Ground>>
}

/** Who has the file made, when, and the number under which the audit knows it; on every page of it. */
export interface Mark {
  readonly who: string
  /** Minute in the office's zone, e.g. `2026-11-25 09:30`. */
  readonly at: string
  readonly number: string
}

/** One file to be made. */
export interface Edition {
  readonly format: Format
  readonly title: string
  readonly locale: Locale
  readonly office: { readonly name: string; readonly demo: boolean; readonly mapNote: string }
  readonly catalogue: PaperCatalogue
  readonly mark: Mark
  /** What happened in the time of the data, as far as who has the file made may know it. */
  readonly annotations: readonly Annotation[]
  readonly papers: readonly Paper[]
  /** In place of papers. */
  readonly list: ListPaper | null
}
