import { indexCodes } from '@fengsui/prisma/office/lookup'
import type { Office } from '@fengsui/prisma/office/office'
import type { PersonaId, Personas } from '../access/personas.js'

/** Finds the unit for which somebody speaks, as it stands in the list of units that are assessed. */
export class OwnUnits {
  private readonly index

  constructor(
    private readonly personas: Personas,
    office: Office,
  ) {
    this.index = indexCodes(office.lists.department)
  }

  /**
   * Code of the unit: a department itself, of a town the government that the list of departments knows by the town's
   * name. Null for a role of the whole office, and for a unit that handles no case.
   */
  of(id: PersonaId): string | null {
    const persona = this.personas.find(id)
    if (!persona?.unit) return null
    const { code, name } = persona.unit
    if (persona.role === 'department') return code
    return this.index.find(name.zh)?.code ?? null
  }
}
