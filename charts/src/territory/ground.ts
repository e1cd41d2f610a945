import type { Boundaries, LayoutKind } from './layout.js'

/** What is known of where the members of a dimension lie, beside what their list says of each. */
export interface Ground {
  readonly boundaries: Boundaries | null
  /** 审图号 of the boundaries, '' without one. */
  readonly reviewNumber: string
  /** What stands on every map that has none: 示意图. */
  readonly schematic: string
}

/** What must stand on a map. */
export const groundNote = (kind: LayoutKind, { reviewNumber, schematic }: Ground): string =>
  kind === 'polygons' && reviewNumber !== '' ? reviewNumber : schematic
