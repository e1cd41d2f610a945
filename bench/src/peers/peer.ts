import type { ScreenNumbers, Spans } from '../screen-numbers.js'

/** Somebody else who answers a screen from the same rows. */
export interface Peer {
  readonly name: string
  /** Resolves when the engine has answered everything; what comes back makes numbers of it, in its own time. */
  ask(spans: Spans): Promise<() => ScreenNumbers>
  close(): Promise<void>
}
