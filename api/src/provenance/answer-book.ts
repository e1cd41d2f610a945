import { createHash } from 'node:crypto'
import type { Scope } from '../access/scope.js'
import type { Day } from '@fengsui/domain/time/day'
import type { Prisma, PrismaClient } from '@fengsui/prisma/metadata'
import type { Query } from '../query/query.js'
import { canonical } from './canonical.js'

/** All that an answer depends on: asked again with it, the same numbers come out. */
export interface Asked {
  readonly query: Query
  readonly scope: Scope
  readonly asOf: Day
  readonly firstDay: Day
  /** Everything loaded up to this batch was seen. */
  readonly lastBatch: number
}

export interface AnswerRecord extends Asked {
  readonly id: string
  readonly persona: string
  readonly askedAt: Date
}

/** Ids already written that this process remembers; more are simply written again. */
const MOST_REMEMBERED = 20_000

/** The id of an answer: the same question on the same data by somebody who sees the same has the same. */
export function answerId({ query, scope, asOf, firstDay, lastBatch }: Asked): string {
  const text = canonical([query, scope, asOf, firstDay, lastBatch])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** Keeps of every answer what it was an answer to. No number stands in it: numbers are counted again. */
export class AnswerBook {
  private readonly remembered = new Set<string>()
  private pending: { readonly rows: Map<string, Prisma.AnswerCreateManyInput>; done: Promise<void> } | null =
    null

  constructor(private readonly metadata: PrismaClient) {}

  /**
   * Writes an answer down under its id; those of one turn go together.
   *
   * @throws the database's error: a number whose origin cannot be told is not shown.
   */
  async write(id: string, asked: Asked, persona: string): Promise<void> {
    if (this.remembered.has(id)) return
    const { query, scope, asOf, firstDay, lastBatch } = asked
    const row: Prisma.AnswerCreateManyInput = {
      id,
      persona,
      query: query as unknown as Prisma.InputJsonObject,
      scope: scope as unknown as Prisma.InputJsonObject,
      asOf: new Date(asOf),
      firstDay: new Date(firstDay),
      lastBatch,
    }
    const pending = (this.pending ??= this.open())
    pending.rows.set(id, row)
    await pending.done
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear()
    this.remembered.add(id)
  }

  private open(): { rows: Map<string, Prisma.AnswerCreateManyInput>; done: Promise<void> } {
    const rows = new Map<string, Prisma.AnswerCreateManyInput>()
    const done = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      this.pending = null
      await this.metadata.answer.createMany({ data: [...rows.values()], skipDuplicates: true })
    })
    return { rows, done }
  }

  /** @returns null when there is no such answer. */
  async find(id: string): Promise<AnswerRecord | null> {
    const found = await this.metadata.answer.findUnique({ where: { id } })
    if (!found) return null
    return {
      id,
      persona: found.persona,
      askedAt: found.askedAt,
      query: found.query as unknown as Query,
      scope: found.scope as unknown as Scope,
      asOf: dayOf(found.asOf),
      firstDay: dayOf(found.firstDay),
      lastBatch: found.lastBatch,
    }
  }
}

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)
