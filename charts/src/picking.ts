import type { ChartModel } from './model.js'

/** What the drawing says of a point that was clicked. */
export interface Point {
  /** Position of the mark in its series. */
  readonly index: number
  readonly series: number
  /** Of the mark or of the place on an axis. */
  readonly name: string
  /** `axis` where a name on an axis was clicked. */
  readonly seriesType: string
  /** When it was clicked, in ms; absent where it does not matter. */
  readonly time?: number
}

/** What a point stands for: a member of the first dimension, one of each of two, or days. */
export type Picked =
  | { readonly kind: 'member'; readonly code: string }
  | { readonly kind: 'pair'; readonly codes: readonly [string, string] }
  | { readonly kind: 'days'; readonly from: string; readonly to: string }

const member = (code: string | undefined): Picked | null =>
  code === undefined ? null : { kind: 'member', code }

/** What was picked; null where the point stands for nothing that can be: 其他, a head, a stage. */
export function pickedAt(model: ChartModel, point: Point): Picked | null {
  const isAxis = point.seriesType === 'axis'
  switch (model.kind) {
    case 'trend': {
      const bucket = model.buckets[point.index]
      return bucket ? { kind: 'days', from: bucket.key, to: bucket.to } : null
    }
    case 'calendar': {
      const day = isAxis ? undefined : model.days[point.index]
      return day ? { kind: 'days', from: day.key, to: day.key } : null
    }
    case 'columns': {
      const category = model.categories[point.index]
      if (!category) return null
      return category.to === null
        ? member(category.key)
        : { kind: 'days', from: category.key, to: category.to }
    }
    case 'bars': {
      const mark = isAxis ? model.marks.find(({ label }) => label === point.name) : model.marks[point.index]
      return mark?.isOthers ? null : member(mark?.code)
    }
    case 'matrix': {
      const cell = isAxis ? undefined : model.cells[point.index]
      return cell ? { kind: 'pair', codes: [cell.code, cell.rowCode] } : null
    }
    case 'multiples':
      return isAxis ? null : member(model.panes[point.series]?.code)
    case 'slope':
      return isAxis ? null : member(model.marks[point.series]?.code)
    case 'territory':
      return member(model.marks[point.index]?.code)
    case 'funnel':
      return isAxis ? null : member(model.marks[point.index]?.code)
    case 'stages':
      return null
  }
}
