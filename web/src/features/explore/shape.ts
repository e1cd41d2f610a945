import type { Catalogue } from '../../catalogue/catalogue'
import type { ChartChoice } from '../../composables/exploration'
import type { MeasureId } from '../../graphql/generated/graphql'

export type ChartKind = Exclude<ChartChoice, 'auto'>

/** What decides which pictures are possible. */
export interface Shape {
  readonly dimensions: number
  readonly timed: boolean
  /** May the members of what is drawn be added to a whole? */
  readonly additive: boolean
  /** Is what is drawn a part of a whole? */
  readonly proportion: boolean
}

/** The shape of a question or of an answer, which have these parts in common. */
export function shapeOf(
  asked: { readonly measures: readonly MeasureId[]; readonly dimensions: readonly unknown[] },
  timed: boolean,
  catalogue: Catalogue,
): Shape {
  const [lead] = asked.measures
  return {
    dimensions: asked.dimensions.length,
    timed,
    additive: lead !== undefined && catalogue.measure(lead).additive,
    proportion: lead !== undefined && catalogue.measure(lead).proportion,
  }
}

/** Can the shape be drawn like this? */
export function isPossible(kind: ChartKind, { dimensions, timed, additive, proportion }: Shape): boolean {
  const axes = dimensions + (timed ? 1 : 0)
  switch (kind) {
    case 'line':
      return timed && dimensions <= 1
    case 'bar':
      return axes === 1
    case 'stacked':
      return additive && axes === 2
    case 'matrix':
      return dimensions === 2 && !timed
    case 'funnel':
      return proportion && dimensions === 1 && !timed
    case 'table':
      return true
  }
}

/** In which order a picture is looked for: time is a line, members are bars, two dimensions a matrix. */
const SENSIBLE: readonly ChartKind[] = ['line', 'bar', 'matrix']

/** The chosen picture if the shape has it, else the sensible one; a table where nothing can be drawn. */
export function chartShown(chosen: ChartChoice, shape: Shape): ChartKind {
  if (chosen !== 'auto' && isPossible(chosen, shape)) return chosen
  return SENSIBLE.find((kind) => isPossible(kind, shape)) ?? 'table'
}
