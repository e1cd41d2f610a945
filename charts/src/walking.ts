import type { ChartModel } from './model.js'
import type { Point } from './picking.js'

/** A point of a picture at which one can stop: where it lies among the others, what it says, what a click there means. */
export interface Stop {
  readonly column: number
  readonly row: number
  readonly lines: readonly string[]
  readonly point: Point
}

const point = (index: number, series: number, seriesType: string, name = ''): Point => ({
  index,
  series,
  name,
  seriesType,
})

/** The first series that has a value at a place, for a tooltip to stand at; the first of all where none has. */
const speaking = (series: readonly { readonly values: readonly (number | null)[] }[], at: number): number =>
  Math.max(
    0,
    series.findIndex(({ values }) => typeof values[at] === 'number'),
  )

/** All points of a picture, in the order in which they are read. */
export function stopsOf(model: ChartModel): readonly Stop[] {
  switch (model.kind) {
    case 'trend':
      return model.buckets.map(({ lines }, at) => ({
        column: at,
        row: 0,
        lines,
        point: point(at, speaking(model.series, at), 'line'),
      }))
    case 'columns':
      return model.categories.map(({ lines }, at) => ({
        column: at,
        row: 0,
        lines,
        point: point(at, speaking(model.series, at), 'bar'),
      }))
    case 'bars':
      return model.marks.map(({ lines }, at) => ({ column: 0, row: at, lines, point: point(at, 0, 'bar') }))
    case 'stages':
      return model.stages.map(({ lines }, at) => ({ column: 0, row: at, lines, point: point(at, 0, 'bar') }))
    case 'matrix':
      return model.cells
        .map(({ column, row, lines }, at) => ({ column, row, lines, point: point(at, 0, 'custom') }))
        .sort((a, b) => a.row - b.row || a.column - b.column)
    case 'calendar':
      return model.days.map(({ week, weekday, lines }, at) => ({
        column: week,
        row: weekday,
        lines,
        point: point(at, 0, 'custom'),
      }))
    case 'territory':
      return model.marks
        .map((mark, at) => {
          const [column = 0, row = 0] = model.layout.outlines[at]?.centre ?? []
          return {
            ...{ column, row, point: point(at, 0, 'custom') },
            get lines() {
              return mark.lines
            },
          }
        })
        .sort((a, b) => a.row - b.row || a.column - b.column)
    case 'multiples':
      return model.panes.flatMap(({ label, lines }, pane) =>
        lines.map((own, at) => ({
          column: at,
          row: pane,
          lines: [label, ...own],
          point: point(at, pane, 'line'),
        })),
      )
    case 'funnel':
      return model.marks
        .map(({ n, value, lines }, at) => ({ column: n, row: -value, lines, point: point(at, 0, 'scatter') }))
        .sort((a, b) => a.column - b.column || a.row - b.row)
    case 'slope':
      return model.marks.map(({ lines, value }, at) => ({
        column: 0,
        row: at,
        lines,
        point: point(value === null ? 0 : 1, at, 'line'),
      }))
  }
}

/** What the keys of a picture mean: which way, and how far. */
const DIRECTIONS: Readonly<Record<string, { readonly across: number; readonly down: number }>> = {
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
}

/** Sideways counts for more, so that one stays in a line as long as it goes on. */
const ASIDE = 3

/**
 * Where a key leads from a point; null where it is no key of a picture.
 * @param now position of the point among the stops; null before the first step.
 */
export function stepped(stops: readonly Stop[], now: number | null, key: string): number | null {
  const way = DIRECTIONS[key]
  const last = stops.length - 1
  if (last < 0 || (!way && key !== 'Home' && key !== 'End')) return null
  if (key === 'Home') return 0
  if (key === 'End') return last
  const here = now === null ? undefined : stops[now]
  if (!way || now === null || !here) return way && way.across + way.down < 0 ? last : 0
  const isLine =
    stops.every(({ row }) => row === here.row) || stops.every(({ column }) => column === here.column)
  if (isLine) return Math.min(last, Math.max(0, now + way.across + way.down))
  let best = now
  let least = Infinity
  stops.forEach((stop, at) => {
    const [across, down] = [stop.column - here.column, stop.row - here.row]
    const ahead = across * way.across + down * way.down
    const aside = Math.abs(across * way.down) + Math.abs(down * way.across)
    const cost = ahead + ASIDE * aside
    if (ahead > 0 && cost < least) [best, least] = [at, cost]
  })
  return best
}
