import type { PersonaId } from './personas.js'
import type { Scope } from './scope.js'

/** A signed-in person. */
export interface Session {
  readonly idHash: string
  readonly persona: PersonaId
  readonly scope: Scope
  /** May take on another persona: only while everything shown is synthetic. */
  readonly mayChoose: boolean
}
