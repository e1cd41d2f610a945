import { lookupKey } from '@fengsui/prisma/office/lookup'
import type { Office } from '@fengsui/prisma/office/office'

/**
 * Makes the function that finds an item of the office's reward standards by what a source calls it. Nothing else of such a
 * cell is kept: people write remarks into it.
 *
 * @returns a function that gives the item's id, null for what is no item.
 */
export function rewardItemReader({ rewards }: Pick<Office, 'rewards'>): (text: string) => string | null {
  const ids = new Map(
    rewards
      .flatMap(({ categories }) => categories.flatMap(({ items }) => items))
      .map(({ id }) => [lookupKey(id), id]),
  )
  return (text) => ids.get(lookupKey(text)) ?? null
}
