import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Caller } from '../graphql/caller.js'
import { type Rejection, reject } from '../query/rejection.js'

const MOST_VIEWS = 200
const LONGEST_NAME = 40
const LONGEST_ADDRESS = 4000

/** The query part of a page's address; nothing that a browser could take for another site or a script. */
const ADDRESS = /^(?![a-z][\w+.-]*:|\/\/)[\w\-.~%!*'():@/?&=+,;]*$/i

export interface View {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly savedAt: Date
}

/** Views of the explore page under a name; those of one persona have them in common. */
export class ViewsService {
  constructor(private readonly metadata: PrismaClient) {}

  /** The newest first. */
  async list({ session }: Caller): Promise<View[]> {
    return this.metadata.savedView.findMany({
      where: { persona: session.persona },
      orderBy: { savedAt: 'desc' },
      take: MOST_VIEWS,
    })
  }

  /** Saves an address under a name; a view of that name is replaced. */
  async save(name: string, address: string, { session }: Caller): Promise<View | Rejection> {
    const { persona } = session
    const called = name.trim()
    if (called === '' || called.length > LONGEST_NAME || !isText(called)) return badName()
    if (address.length > LONGEST_ADDRESS || !ADDRESS.test(address)) return badAddress()
    const where = { persona_name: { persona, name: called } }
    const known = await this.metadata.savedView.findUnique({ where })
    if (!known && (await this.metadata.savedView.count({ where: { persona } })) >= MOST_VIEWS)
      return tooMany()
    const savedAt = new Date()
    return this.metadata.savedView.upsert({
      where,
      create: { persona, name: called, address, savedAt },
      update: { address, savedAt },
    })
  }

  /** Removes a view of the caller's persona. */
  async remove(id: string, { session }: Caller): Promise<{ id: string } | Rejection> {
    const removed = await this.metadata.savedView.deleteMany({ where: { id, persona: session.persona } })
    return removed.count === 1 ? { id } : unknownView()
  }
}

/** Letters and signs that a person can write and read; a control character or half a character is none. */
const isText = (text: string): boolean => !/\p{C}/u.test(text)

const badName = (): Rejection =>
  reject(
    'badView',
    'name',
    `视图名称须为1至${LONGEST_NAME}个字的普通文字。`,
    `A view's name has 1 to ${LONGEST_NAME} characters of plain text.`,
  )

const badAddress = (): Rejection =>
  reject(
    'badView',
    'address',
    '这个视图的地址无法保存，请减少筛选条件后重试。',
    'The address of this view cannot be saved; take away some filters.',
  )

const tooMany = (): Rejection =>
  reject(
    'badView',
    null,
    `最多保存${MOST_VIEWS}个视图，请先删除不用的。`,
    `${MOST_VIEWS} views can be saved; remove some first.`,
  )

const unknownView = (): Rejection =>
  reject(
    'unknownView',
    'id',
    '没有这个视图，可能已被删除。',
    'There is no such view; it may have been removed.',
  )
