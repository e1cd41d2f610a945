import type { TerritoryModel } from '../model.js'
import type { Palette } from '../palette.js'
import { colourOf } from '../territory/scale.js'

/** How one area of a map looks. */
export interface Ink {
  readonly fill: string
  readonly line: string
  readonly lineWidth: number
  readonly opacity: number
  /** Of what nothing is known. */
  readonly dashed: boolean
  /** Of so few cases that it says little. */
  readonly hatched: boolean
}

/** The look of an area: its number as a colour; what is beside the chosen ones steps back. */
export function inkOf(
  { drawn, faded, few }: TerritoryModel['marks'][number],
  { scale, labelled }: Pick<TerritoryModel, 'scale' | 'labelled'>,
  palette: Palette,
): Ink {
  return {
    fill: drawn === null ? palette.empty : colourOf(palette, scale, drawn),
    line: drawn === null ? palette.muted : drawn === 0 ? palette.line : palette.mapLine,
    lineWidth: labelled ? 1 : 0.5,
    opacity: faded ? 0.35 : 1,
    dashed: drawn === null && labelled,
    hatched: few,
  }
}
