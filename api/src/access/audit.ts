import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { PersonaId } from './personas.js'

/** Writes who did what. Called before the act is answered: what cannot be written down is not done. */
export class Audit {
  constructor(private readonly metadata: PrismaClient) {}

  /** @param detail what was asked for, without any number of the answer. */
  async write(persona: PersonaId, action: string, detail: object): Promise<void> {
    await this.metadata.auditEntry.create({ data: { persona, action, detail: { ...detail } } })
  }
}
