/** A rectangle of the window, in CSS pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

type Size = Pick<Box, 'width' | 'height'>

/** Between what opens and what opened it, and between it and the edge of the window. */
const GAP = 6
const EDGE = 8

const within = (at: number, length: number, whole: number): number =>
  Math.max(EDGE, Math.min(at, whole - EDGE - length))

/**
 * Where something opens beside what opened it: below, or above where there is more room, and never out of the window
 * while it fits.
 *
 * @param toEnd its right edges meet, else its left ones.
 */
export function placed(by: Box, size: Size, window: Size, toEnd: boolean): Pick<Box, 'left' | 'top'> {
  const below = by.top + by.height + GAP
  const above = by.top - GAP - size.height
  const isLow = below + size.height > window.height - EDGE && above >= EDGE
  return {
    left: within(toEnd ? by.left + by.width - size.width : by.left, size.width, window.width),
    top: within(isLow ? above : below, size.height, window.height),
  }
}
