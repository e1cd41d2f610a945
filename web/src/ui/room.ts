/** How high something was when it was shown last, so that nothing moves when it comes again. */
interface Kept {
  /** Of the window and of the thing, in CSS pixels. */
  readonly width: number
  readonly height: number
}

const keyOf = (name: string): string => `fengsui.room.${name}`

/** @returns the height in CSS pixels that it took in a window as wide as this; null where that is not known. */
export function keptRoom(name: string | undefined): number | null {
  if (name === undefined) return null
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null') as Kept | null
    return kept?.width === innerWidth && kept.height > 0 ? kept.height : null
  } catch {
    return null
  }
}

/** Keeps the height of what is shown now. */
export function keepRoom(name: string, height: number): void {
  const kept: Kept = { width: innerWidth, height }
  localStorage.setItem(keyOf(name), JSON.stringify(kept))
}
