import type { Layout } from './territory/layout.js'
import type { Scale } from './territory/scale.js'
import type { Nowcast, NoteKind, Unit, ValueState } from './answer.js'

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
  /** Name of the measure. */
  readonly measure: string
  readonly unit: Unit
  /** Totals are what they are; a rate or quantile of few cases is hatched. */
  readonly additive: boolean
  readonly marks: readonly Mark[]
}

/** A cluster as it lies on a map. */
export interface ClusterMark {
  readonly id: string
  /** On the map and beside it, from 1 on. */
  readonly number: number
  readonly title: string
  readonly levelLabel: string
  readonly isAlert: boolean
  /** Positions of its areas among the outlines, the one in the middle first. */
  readonly places: readonly number[]
  /** All that is said of it, in a line. */
  readonly text: string
}

/** A map of regions: by boundaries, points or tiles. */
export interface TerritoryModel {
  readonly kind: 'territory'
  /** Name of the measure. */
  readonly measure: string
  readonly layout: Layout
  /** Aligned with the outlines of the layout. */
  readonly marks: readonly (Mark & {
    /** What the colour says: the number, its share, or its difference. Null is blank. */
    readonly drawn: number | null
    /** Of so few cases that it says little. */
    readonly few: boolean
  })[]
  readonly scale: Scale
  /** Names and numbers stand in the areas. */
  readonly labelled: boolean
  readonly unit: Unit
  /** 审图号, or that the map is 示意图. */
  readonly note: string
  /** What stands together in the period, if that is shown. */
  readonly clusters: readonly ClusterMark[]
}

export interface MatrixModel {
  readonly kind: 'matrix'
  readonly unit: Unit
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

/** What happened in some buckets of a time axis. */
export interface Note {
  readonly kind: NoteKind
  readonly kindLabel: string
  readonly text: string
  /** Kind, text and days, as they are said. */
  readonly words: string
  /** Positions of the first and last bucket that it touches. */
  readonly first: number
  readonly last: number
}

/** What the last points of a series are expected to grow to while reports of their days are still being entered. */
export interface Filling {
  /** What the expected line is called, and what is still to come on top of a column. */
  readonly name: string
  readonly more: string
  /** Aligned with the values of the series; null where the number is whole. */
  readonly points: readonly (Nowcast | null)[]
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
    readonly filling?: Filling | null
  }[]
  /** Up to where chance reaches, as a shaded ground under the lines; absent where nothing is expected. */
  readonly band?: { readonly name: string; readonly upper: readonly (number | null)[] } | null
  /** Keys of the first and last bucket of the chosen period, if they are only a part of all. */
  readonly highlight: readonly [string, string] | null
  readonly notes: readonly Note[]
}

/** Upright columns; several series stand on one another. */
export interface ColumnsModel {
  readonly kind: 'columns'
  readonly unit: Unit
  /** The categories are buckets of time, not members. */
  readonly timed: boolean
  readonly categories: readonly {
    /** Code of a member or first day of a bucket. */
    readonly key: string
    /** Last day of a bucket; null for a member. */
    readonly to: string | null
    readonly label: string
    readonly lines: readonly string[]
  }[]
  readonly series: readonly {
    readonly name: string
    readonly colour: SeriesColour
    /** Aligned with the categories; null is a gap. */
    readonly values: readonly (number | null)[]
  }[]
  /** Of one series over time: what its last columns grow to. */
  readonly filling: Filling | null
  /** Of columns over time. */
  readonly notes: readonly Note[]
}

/** A calendar: a column for each week, a line for each day of the week from Monday on. */
export interface CalendarModel {
  readonly kind: 'calendar'
  /** Name of the measure. */
  readonly measure: string
  readonly unit: Unit
  /** Heads of the weeks; '' but where a month begins. */
  readonly weeks: readonly string[]
  readonly weekdays: readonly string[]
  readonly days: readonly {
    /** The day as yyyy-mm-dd. */
    readonly key: string
    readonly week: number
    /** 0 is Monday. */
    readonly weekday: number
    readonly value: number | null
    readonly lines: readonly string[]
    /** Its reports are still being entered. */
    readonly isFilling: boolean
    /** What happened on it, other than days off: an accident before anything else. */
    readonly noted: NoteKind | null
  }[]
  readonly max: number
  readonly notes: readonly Note[]
}

/** Small multiples: one little line for each member, all on the same scale. */
export interface MultiplesModel {
  readonly kind: 'multiples'
  readonly unit: Unit
  readonly buckets: readonly {
    readonly key: string
    readonly label: string
    readonly partial: boolean
    /** Its reports are still being entered. */
    readonly isFilling: boolean
    /** Something happened in it, other than days off. */
    readonly isNoted: boolean
  }[]
  readonly panes: readonly {
    readonly code: string
    readonly label: string
    /** What stands beside the name: the last whole bucket's number. */
    readonly text: string
    /** Aligned with the buckets; null is a gap. */
    readonly values: readonly (number | null)[]
    readonly lines: readonly (readonly string[])[]
    readonly faded: boolean
  }[]
  readonly max: number
  readonly notes: readonly Note[]
}

/** From the compared period to this one: a line for each member. */
export interface SlopeModel {
  readonly kind: 'slope'
  readonly unit: Unit
  /** What the two periods are called. */
  readonly ends: readonly [string, string]
  readonly marks: readonly (Mark & { readonly before: number | null; readonly beforeText: string })[]
}

/** A rate of each member against the number of its cases, with the limits of chance around the rate of all. */
export interface FunnelModel {
  readonly kind: 'funnel'
  /** Name of the measure. */
  readonly measure: string
  /** Which side had better be: `higher`, `lower` or `neither`. */
  readonly better: string
  /** The rate of all; null where there is none. */
  readonly target: number | null
  /** What the lines are called. */
  readonly lineNames: { readonly target: string; readonly warning: string; readonly alarm: string }
  /** What the axis of the cases is called. */
  readonly across: string
  readonly marks: readonly (Mark & {
    readonly value: number
    /** On which side of the inner limits (95 %). */
    readonly side: 'above' | 'below' | 'within'
    /** Outside the outer limits (99.8 %). */
    readonly far: boolean
  })[]
  /** From 1 case on. */
  readonly limits: readonly { readonly n: number; readonly warning: Ends; readonly alarm: Ends }[]
}

interface Ends {
  readonly lower: number
  readonly upper: number
}

/** What becomes of the cases: each stage beside the one it is a part of. */
export interface StagesModel {
  readonly kind: 'stages'
  readonly unit: Unit
  readonly stages: readonly {
    readonly key: string
    readonly label: string
    readonly value: number | null
    readonly text: string
    /** Part of the first stage, as it is printed; '' for the first. */
    readonly share: string
    readonly lines: readonly string[]
  }[]
}

export type ChartModel =
  | BarsModel
  | TerritoryModel
  | MatrixModel
  | TrendModel
  | ColumnsModel
  | CalendarModel
  | MultiplesModel
  | SlopeModel
  | FunnelModel
  | StagesModel
