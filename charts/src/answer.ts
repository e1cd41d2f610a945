/**
 * What the charts need of an answer, as the API gives it. It is said here once more and by shape only, so that the
 * screen and the files draw from the same code and neither has to know the other.
 */

export type Unit = 'cases' | 'percent' | 'days' | 'yuan' | 'per10k' | 'per100'
export type ValueState = 'ok' | 'noData' | 'tooFew' | 'suppressed' | 'immature'

interface Period {
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface Change {
  /** The number of the compared period. */
  readonly value: number | null
  readonly n: number
  readonly difference: number | null
  readonly ratio: number | null
  /** `ok`: there is a number; else why there is none. */
  readonly state: string
  readonly text: string
}

/** What a count of the last days will be when all of their reports have been entered. */
export interface Nowcast {
  readonly expected: number
  readonly lower: number
  readonly upper: number
}

export interface Value {
  readonly value: number | null
  readonly n: number
  readonly lower: number | null
  readonly upper: number | null
  readonly state: ValueState
  /** Part of the total, or of the total of its bucket. */
  readonly share: number | null
  /** Place among all members. */
  readonly rank: number | null
  /** Sum from the first bucket to this one. */
  readonly cumulative: number | null
  readonly changes: readonly Change[]
  /** Absent or null where nothing is to come, or it is not known. */
  readonly nowcast?: Nowcast | null
}

/** A row has one key for each dimension of its table, and the first day of its bucket where time is split. */
export interface Row {
  readonly keys: readonly string[]
  readonly labels: readonly string[]
  readonly bucket: string | null
  /** Aligned with the measures of the table. */
  readonly values: readonly Value[]
}

export interface Bucket {
  readonly key: string
  readonly label: string
  readonly to: string
  readonly partial: boolean
}

export interface Table {
  readonly period: Period
  readonly comparedPeriods: readonly {
    readonly kind: string
    readonly label: string
    readonly period: Period
  }[]
  readonly measures: readonly string[]
  readonly dimensions: readonly string[]
  readonly buckets: readonly Bucket[]
  readonly rows: readonly Row[]
  /** 其他: what `top` left out, together. */
  readonly others: readonly Row[]
  readonly total: Row
  /** Rows read. */
  readonly cases: number
}

/** The kinds of what can have happened; each has a sign of its own. */
export type NoteKind = 'policy' | 'campaign' | 'accident' | 'dataGap' | 'holiday'

/** Something that happened in some days, both inclusive, and what its kind is called. */
export interface Annotation {
  readonly kind: NoteKind
  readonly kindLabel: string
  readonly from: string
  readonly to: string
  readonly text: string
}

/** A cluster in space and time that a screening found (时空聚集); its numbers are null where they are hidden. */
export interface Cluster {
  readonly id: string
  readonly title: string
  readonly level: 'alert' | 'watch' | 'note'
  readonly levelLabel: string
  readonly from: string
  readonly to: string
  /** Codes of its areas, the one in the middle first. */
  readonly regions: readonly string[]
  readonly observed: number | null
  readonly expected: number | null
  readonly ratio: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** So many or more by chance. */
  readonly p: number | null
  /** How often chance alone would do it, as a sentence. */
  readonly chance: string
}

/** What the catalogue says of a measure. */
export interface MeasureEntry {
  readonly label: string
  readonly unit: Unit
  readonly better: string
  readonly additive: boolean
}

/** A member of a dimension, the one above it, its place on the schematic map, and where its seat is (degrees). */
export interface Member {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly tile: { readonly x: number; readonly y: number } | null
  readonly seat: { readonly lon: number; readonly lat: number } | null
}

/** The catalogue, as far as pictures and their headings speak of it. */
export interface Names {
  measure(id: string): MeasureEntry
  /** Null where the office does not have the dimension. */
  dimension(id: string): { readonly label: string } | null
  members(id: string): readonly Member[]
}
