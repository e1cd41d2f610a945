import type { Locale, MemberLists } from '../office/member-lists.js'
import type { Personas } from './personas.js'
import { ROLES } from './roles.js'
import type { Session } from './session.js'
import type { Scope } from './scope.js'
import type { Seen, Viewer } from './viewer.models.js'

/** Tells people who they are here, and what they may do. */
export class ViewerService {
  constructor(
    private readonly personas: Personas,
    private readonly lists: MemberLists,
    /** The office assesses its units. */
    private readonly assesses: boolean,
  ) {}

  /** @throws Error for a session of nobody, which the door lets in to no one. */
  viewer({ persona: id, scope, mayChoose }: Session, locale: Locale): Viewer {
    const persona = this.personas.find(id)
    if (!persona) throw new Error(`internal: a session of nobody: ${id}`)
    return {
      persona: id,
      role: persona.role,
      unit: persona.unit?.name[locale] ?? null,
      name: this.personas.nameOf(persona, locale),
      sees: this.seen(scope),
      may: {
        listCases: scope.caseList,
        seeText: scope.summary,
        seeEnterprise: scope.enterprise !== 'none',
        export: scope.export,
        loads: scope.loads,
        officeTotals: scope.officeTotals,
        manage: ROLES[persona.role].manages,
        annotate: scope.annotate,
        supervise: scope.supervise,
        answerUrges: scope.answerUrges,
        ranking: scope.ranking && this.assesses,
        assess: scope.assess,
        object: scope.object,
        screenPast: scope.screenPast,
      },
      mayChoose,
    }
  }

  private seen({ cases }: Scope): Seen[] {
    if (typeof cases === 'string') return []
    return cases.anyOf.map(({ dimension, codes }) => ({
      dimension,
      members: codes.length,
      of: this.lists.of(dimension).length,
    }))
  }
}
