import { type Scope, WHOLE_SCOPE } from './scope.js'

/** A signed-in person. */
export interface Session {
  readonly idHash: string
  readonly persona: PersonaId
  readonly scope: Scope
}

/** Who there is. The scope of a persona is data; a persona that is not here sees nothing. */
export const PERSONAS = {
  office: { name: { zh: '安委办业务人员', en: 'Safety commission office' }, scope: WHOLE_SCOPE },
} as const satisfies Record<string, { name: { zh: string; en: string }; scope: Scope }>

export type PersonaId = keyof typeof PERSONAS

/** The scope of a stored persona; nothing for one that is not known (any more). */
export const isPersona = (text: string): text is PersonaId => Object.hasOwn(PERSONAS, text)
