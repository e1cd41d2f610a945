import { type Palette, rampColour } from '../palette.js'

/** What of a number is drawn: itself, its share of all, or by how much it differs from another period. */
export const VIEWS = ['value', 'share', 'yearAgo', 'previous'] as const
export type View = (typeof VIEWS)[number]

/** From nothing to the most; or from the most less to the most more, with no change in the middle. */
export type Scale =
  | { readonly kind: 'sequential'; readonly max: number }
  | { readonly kind: 'diverging'; readonly most: number }

/** One scale for all these numbers, so that pictures beside and after each other can be compared. */
export function scaleOf(view: View, numbers: Iterable<number | null>): Scale {
  let most = 0
  for (const number of numbers) most = Math.max(most, Math.abs(number ?? 0))
  return view === 'value' || view === 'share'
    ? { kind: 'sequential', max: most }
    : { kind: 'diverging', most }
}

/** The colours of a scale, from its one end to the other. */
export const coloursOf = (palette: Palette, { kind }: Scale): readonly string[] =>
  kind === 'sequential' ? palette.ramp : palette.diverging

/** The colour of a number; nothing at all has that of the paper. */
export function colourOf(palette: Palette, scale: Scale, value: number): string {
  if (scale.kind === 'sequential') return value === 0 ? palette.panel : rampColour(palette, value, scale.max)
  const { diverging } = palette
  const middle = (diverging.length - 1) / 2
  const step = scale.most === 0 ? 0 : Math.round((value / scale.most) * middle)
  return diverging[middle + step] ?? palette.empty
}
