import type { Unit, ValueState } from './answer.js'

/** One thing that is drawn and can be picked: a bar, a tile, a cell. */
export interface Mark {
  readonly code: string
  readonly label: string
  /** Null is a gap: no data, too few, suppressed; never drawn as zero. */
  readonly value: number | null
  readonly n: number
  readonly state: ValueState
  /** The number as it is printed, or why there is none. */
  readonly text: string
  /** The change as it is printed, '' without a comparison. */
  readonly change: string
  readonly lower: number | null
  readonly upper: number | null
  /** Lines of the tooltip, plain text. */
  readonly lines: readonly string[]
  /** Not among the picked ones while something is picked. */
  readonly faded: boolean
  /** 其他: many members together, which cannot be picked. */
  readonly isOthers: boolean
}

/** Position in the palette's series; the last is that of 其他. */
export type SeriesColour = 0 | 1 | 2 | 3 | 4 | 5

export interface BarsModel {
  readonly kind: 'bars'
  readonly unit: Unit
  /** Totals are what they are; a rate or quantile of few cases is hatched. */
  readonly additive: boolean
  readonly marks: readonly Mark[]
}

export interface TilesModel {
  readonly kind: 'tiles'
  /** Names the grid, so that one drawing of it is kept. */
  readonly map: string
  readonly marks: readonly (Mark & { readonly x: number; readonly y: number })[]
  readonly max: number
  readonly note: string
  readonly noData: string
}

export interface MatrixModel {
  readonly kind: 'matrix'
  readonly columns: readonly { readonly code: string; readonly label: string }[]
  readonly rows: readonly { readonly code: string; readonly label: string }[]
  /** `column` and `row` are positions in the two lists. */
  readonly cells: readonly (Mark & {
    readonly column: number
    readonly row: number
    readonly rowCode: string
  })[]
  readonly max: number
}

export interface TrendModel {
  readonly kind: 'trend'
  readonly unit: Unit
  readonly buckets: readonly {
    readonly key: string
    readonly to: string
    readonly label: string
    readonly partial: boolean
    readonly lines: readonly string[]
  }[]
  readonly series: readonly {
    readonly name: string
    readonly dashed: boolean
    /** Which colour of the palette; a dashed line has that of the line it is compared with. */
    readonly colour: SeriesColour
    readonly values: readonly (number | null)[]
  }[]
  /** Keys of the first and last bucket of the chosen period, if they are only a part of all. */
  readonly highlight: readonly [string, string] | null
}

/** Upright columns; several series stand on one another. */
export interface ColumnsModel {
  readonly kind: 'columns'
  readonly unit: Unit
  /** The categories are buckets of time, not members. */
  readonly timed: boolean
  readonly categories: readonly {
    /** Code of a member or key of a bucket. */
    readonly key: string
    readonly label: string
    readonly lines: readonly string[]
  }[]
  readonly series: readonly {
    readonly name: string
    readonly colour: SeriesColour
    /** Aligned with the categories; null is a gap. */
    readonly values: readonly (number | null)[]
  }[]
}

export type ChartModel = BarsModel | TilesModel | MatrixModel | TrendModel | ColumnsModel
