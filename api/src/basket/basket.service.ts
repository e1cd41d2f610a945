import type { PrismaClient } from '@fengsui/prisma/metadata'
import { demand } from '../access/demand.js'
import type { Caller } from '../graphql/caller.js'
import { MOST_ITEMS, parseItem } from '../exports/request.js'
import { type Rejection, isRejection, reject } from '../query/rejection.js'

const LONGEST_ITEM = 16_000

interface Kept {
  readonly id: string
  /** As JSON. */
  readonly item: string
  readonly addedAt: Date
}

interface Basket {
  items: Kept[]
}

/** Pictures of several pages that are to become one file; those of one persona have them in common. */
export class BasketService {
  constructor(private readonly metadata: PrismaClient) {}

  /** @throws GraphQLError FORBIDDEN for a role that may not export, as all of these. */
  async list({ session }: Caller): Promise<Basket> {
    demand(session, 'export')
    const found = await this.metadata.basketItem.findMany({
      where: { persona: session.persona },
      orderBy: [{ position: 'asc' }, { addedAt: 'asc' }],
      take: MOST_ITEMS,
    })
    return { items: found.map(({ id, item, addedAt }) => ({ id, item: JSON.stringify(item), addedAt })) }
  }

  /** Puts an item at the end. @param text the item as JSON. */
  async add(text: string, caller: Caller): Promise<Basket | Rejection> {
    demand(caller.session, 'export')
    const { persona } = caller.session
    const item = itemOf(text)
    if (isRejection(item)) return item
    const { _count, _max } = await this.metadata.basketItem.aggregate({
      where: { persona },
      _count: true,
      _max: { position: true },
    })
    if (_count >= MOST_ITEMS) return full()
    await this.metadata.basketItem.create({ data: { persona, item, position: (_max.position ?? 0) + 1 } })
    return this.list(caller)
  }

  /** @param title '' or null: the finding of the answer. */
  async rename(id: string, title: string | null, caller: Caller): Promise<Basket | Rejection> {
    demand(caller.session, 'export')
    const { persona } = caller.session
    const kept = await this.metadata.basketItem.findFirst({ where: { id, persona } })
    if (!kept) return unknown()
    const called = title?.trim() ?? ''
    const renamed = itemOf(JSON.stringify({ ...(kept.item as object), title: called === '' ? null : called }))
    if (isRejection(renamed)) return badTitle()
    await this.metadata.basketItem.update({ where: { id }, data: { item: renamed } })
    return this.list(caller)
  }

  async arrange(ids: readonly string[], caller: Caller): Promise<Basket | Rejection> {
    const { items } = await this.list(caller)
    const known = new Set(items.map(({ id }) => id))
    if (ids.some((id) => !known.has(id)) || new Set(ids).size < ids.length) return unknown()
    const order = [...ids, ...[...known].filter((id) => !ids.includes(id))]
    await this.metadata.$transaction(
      order.map((id, at) => this.metadata.basketItem.update({ where: { id }, data: { position: at + 1 } })),
    )
    return this.list(caller)
  }

  /** Removes items; one that is not there any more is removed. */
  async remove(ids: readonly string[], caller: Caller): Promise<Basket | Rejection> {
    demand(caller.session, 'export')
    const { persona } = caller.session
    await this.metadata.basketItem.deleteMany({ where: { persona, id: { in: [...ids] } } })
    return this.list(caller)
  }
}

/** An item as it is stored: what the door of the exports lets in, as it came. */
function itemOf(text: string): object | Rejection {
  if (text.length > LONGEST_ITEM) return tooLong()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return unreadable()
  }
  const item = parseItem(value)
  return isRejection(item) ? item : (value as object)
}

const full = (): Rejection =>
  reject(
    'badBasket',
    null,
    `简报素材最多${MOST_ITEMS}个，请先导出或删除一些。`,
    `The basket holds ${MOST_ITEMS} charts; export or remove some first.`,
  )

const badTitle = (): Rejection =>
  reject(
    'badBasket',
    'title',
    '标题须为1至120个字的普通文字。',
    'A heading has 1 to 120 characters of plain text.',
  )

const tooLong = (): Rejection =>
  reject(
    'badBasket',
    'item',
    '这个图表的条件过多，无法加入简报素材，请减少筛选条件。',
    'This chart has too many conditions for the basket; take away some filters.',
  )

const unreadable = (): Rejection =>
  reject(
    'badBasket',
    'item',
    '这个图表的内容无法识别，请刷新页面后重新选择。',
    'This chart cannot be read; reload the page and choose it again.',
  )

const unknown = (): Rejection =>
  reject(
    'badBasket',
    'ids',
    '简报素材中没有这一项，可能已被删除，请刷新后重试。',
    'There is no such chart in the basket; it may have been removed. Reload and try again.',
  )
