import { createHash, randomBytes } from 'node:crypto'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { PersonaId, Personas } from './personas.js'
import type { Session } from './session.js'

const LINK_HOURS = 24
const SESSION_HOURS = 12
/**
 * Signing out is told to this cache at once; a session that ends by time, or whose persona may see something else now,
 * is seen anew within this many ms.
 */
const REMEMBER_MS = 3_000
const MOST_REMEMBERED = 1000

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const secret = (): string => randomBytes(32).toString('base64url')
const hoursFrom = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

/** What signing in rests on. */
export interface SignInParts {
  readonly metadata: PrismaClient
  readonly personas: Personas
  /** May people choose who they are? Asked each time. */
  readonly mayChoose: () => Promise<boolean>
  readonly now?: () => Date
}

/** Links that sign in once, and the sessions they open. Only hashes of tokens are stored. */
export class SignIn {
  private readonly metadata: PrismaClient
  private readonly now: () => Date
  private readonly remembered = new Map<string, { session: Session; until: number }>()
  /** Ended here: no read that was under way meanwhile brings them back. */
  private readonly ended = new Set<string>()

  constructor(private readonly parts: SignInParts) {
    this.metadata = parts.metadata
    this.now = parts.now ?? (() => new Date())
  }

  /** May people choose who they are? */
  mayChoose(): Promise<boolean> {
    return this.parts.mayChoose()
  }

  /**
   * Makes a link's token for a persona; it works once, for 24 hours.
   *
   * @returns null where there is no such persona.
   */
  async makeLink(persona: PersonaId): Promise<string | null> {
    if (!this.parts.personas.find(persona)) return null
    const token = secret()
    const createdAt = this.now()
    await this.forget(createdAt)
    await this.metadata.signInLink.create({
      data: { tokenHash: hash(token), persona, createdAt, expiresAt: hoursFrom(createdAt, LINK_HOURS) },
    })
    return token
  }

  /** Removes links and sessions that can open nothing any more; who signed in when stays in the audit. */
  private async forget(now: Date): Promise<void> {
    const past = { expiresAt: { lt: now } }
    await this.metadata.$transaction([
      this.metadata.signInLink.deleteMany({ where: past }),
      this.metadata.session.deleteMany({ where: past }),
    ])
  }

  /** The persona a link was made for, without using it up; null when it is unknown, used or too old. */
  async lookAtLink(token: string): Promise<PersonaId | null> {
    const link = await this.metadata.signInLink.findUnique({ where: { tokenHash: hash(token) } })
    return link && !link.usedAt && link.expiresAt > this.now() ? link.persona : null
  }

  /**
   * Opens a session for a link's token. Of two who use it at once, one gets a session.
   *
   * @param chosen another persona than the link's own; the link stays unused where that may not be chosen.
   * @returns the session's id for the cookie; null when the link is unknown, used or too old, or its persona is none.
   */
  async useLink(token: string, chosen?: PersonaId): Promise<string | null> {
    const now = this.now()
    const tokenHash = hash(token)
    const persona = chosen ?? (await this.lookAtLink(token))
    if (persona === null || !this.parts.personas.find(persona)) return null
    if (chosen !== undefined && !(await this.mayChoose())) return null
    const used = await this.metadata.signInLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (used.count !== 1) return null
    return this.open(persona, hoursFrom(now, SESSION_HOURS), 'signIn', {})
  }

  /**
   * Ends a session and opens one of another persona in its place, which ends when the first would have.
   *
   * @returns the new session's id; null when the session may not choose (any more) or there is no such persona.
   */
  async change({ idHash, persona: from }: Session, persona: PersonaId): Promise<string | null> {
    if (!this.parts.personas.find(persona) || !(await this.mayChoose())) return null
    const now = this.now()
    const ended = await this.metadata.session.updateMany({
      where: { idHash, endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now },
    })
    this.drop(idHash)
    if (ended.count !== 1) return null
    const { expiresAt } = await this.metadata.session.findUniqueOrThrow({ where: { idHash } })
    return this.open(persona, expiresAt, 'changePersona', { from })
  }

  /** Writes a session and who opened it, both or neither. @returns its id. */
  private async open(persona: PersonaId, expiresAt: Date, action: string, detail: object): Promise<string> {
    const id = secret()
    const now = this.now()
    await this.metadata.$transaction([
      this.metadata.session.create({ data: { idHash: hash(id), persona, createdAt: now, expiresAt } }),
      this.metadata.auditEntry.create({ data: { at: now, persona, action, detail: { ...detail } } }),
    ])
    return id
  }

  /** The session of a cookie; null when there is none, it has ended, or its persona does not exist (any more). */
  async find(id: string | undefined): Promise<Session | null> {
    if (!id) return null
    const now = this.now()
    const idHash = hash(id)
    const known = this.remembered.get(idHash)
    if (known && known.until > now.getTime()) return known.session
    const stored = await this.metadata.session.findUnique({ where: { idHash } })
    if (!stored || stored.endedAt || stored.expiresAt <= now) return null
    const persona = this.parts.personas.find(stored.persona)
    if (!persona) return null
    const scope = this.parts.personas.scopeOf(persona)
    const session: Session = { idHash, persona: persona.id, scope, mayChoose: await this.mayChoose() }
    if (this.ended.has(idHash)) return null
    if (this.remembered.size > MOST_REMEMBERED) this.remembered.clear()
    const until = Math.min(now.getTime() + REMEMBER_MS, stored.expiresAt.getTime())
    this.remembered.set(idHash, { session, until })
    return session
  }

  /** Ends a session for good. */
  async end({ idHash }: Session): Promise<void> {
    this.drop(idHash)
    await this.metadata.session.updateMany({
      where: { idHash, endedAt: null },
      data: { endedAt: this.now() },
    })
  }

  private drop(idHash: string): void {
    if (this.ended.size > MOST_REMEMBERED) this.ended.clear()
    this.ended.add(idHash)
    this.remembered.delete(idHash)
  }
}
