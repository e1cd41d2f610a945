import { createHash, randomBytes } from 'node:crypto'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import { PERSONAS, type PersonaId, type Session, isPersona } from './session.js'

const LINK_HOURS = 24
const SESSION_HOURS = 12
/** Signing out is told to this cache at once; a session that ends by time does so within this many ms. */
const REMEMBER_MS = 10_000

const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const secret = (): string => randomBytes(32).toString('base64url')
const hoursFrom = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

/** Links that sign in once, and the sessions they open. Only hashes of tokens are stored. */
export class SignIn {
  private readonly remembered = new Map<string, { session: Session; until: number }>()

  constructor(
    private readonly metadata: PrismaClient,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Makes a link's token for a persona; it works once, for 24 hours. */
  async makeLink(persona: PersonaId): Promise<string> {
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

  /**
   * Opens a session for a link's token. Of two who use it at once, one gets a session.
   *
   * @returns the session's id for the cookie; null when the link is unknown, used or too old.
   */
  async useLink(token: string): Promise<string | null> {
    const now = this.now()
    const tokenHash = hash(token)
    const used = await this.metadata.signInLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (used.count !== 1) return null
    const { persona } = await this.metadata.signInLink.findUniqueOrThrow({ where: { tokenHash } })
    const id = secret()
    await this.metadata.$transaction([
      this.metadata.session.create({
        data: { idHash: hash(id), persona, createdAt: now, expiresAt: hoursFrom(now, SESSION_HOURS) },
      }),
      this.metadata.auditEntry.create({ data: { at: now, persona, action: 'signIn', detail: {} } }),
    ])
    return id
  }

  /** The session of a cookie; null when there is none, it has ended, or its persona does not exist. */
  async find(id: string | undefined): Promise<Session | null> {
    if (!id) return null
    const now = this.now()
    const idHash = hash(id)
    const known = this.remembered.get(idHash)
    if (known && known.until > now.getTime()) return known.session
    const stored = await this.metadata.session.findUnique({ where: { idHash } })
    if (!stored || stored.endedAt || stored.expiresAt <= now || !isPersona(stored.persona)) return null
    const session = { idHash, persona: stored.persona, scope: PERSONAS[stored.persona].scope }
    if (this.remembered.size > 1000) this.remembered.clear()
    this.remembered.set(idHash, {
      session,
      until: Math.min(now.getTime() + REMEMBER_MS, stored.expiresAt.getTime()),
    })
    return session
  }

  /** Ends a session for good. */
  async end(session: Session): Promise<void> {
    this.remembered.delete(session.idHash)
    await this.metadata.session.updateMany({
      where: { idHash: session.idHash, endedAt: null },
      data: { endedAt: this.now() },
    })
  }
}
