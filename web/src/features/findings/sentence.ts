import type { Piece } from './citing'

/** What is said before anything is clicked. */
export interface Sentence {
  readonly label: string
  readonly pieces: readonly Piece[]
  /** The flag that it tells of. */
  readonly to?: string
  /** Does it take the whole width? */
  readonly whole?: true
  /** Is it on its way? Its line is kept for it. */
  readonly waits?: true
}
