import { useMutation, useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import {
  AddToBasketDocument,
  ArrangeBasketDocument,
  BasketDocument,
  RemoveFromBasketDocument,
  RenameInBasketDocument,
} from '../../graphql/basket-documents'
import type { BasketAnswerFragment } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'
import type { Item } from '../exporting/item'

/** An item with the name under which the server keeps it. */
export interface KeptItem {
  readonly id: string
  readonly item: Item
}

interface Basket {
  readonly kept: ComputedRef<readonly KeptItem[]>
  /** Each resolves to the sentence that says why not, '' where it was done. */
  add: (items: readonly Item[]) => Promise<string>
  rename: (id: string, title: string) => Promise<string>
  arrange: (ids: readonly string[]) => Promise<string>
  remove: (ids: readonly string[]) => Promise<string>
}

/** 简报素材: pictures of several pages that are to become one file; the server keeps them. */
export function useBasket(): Basket {
  const { t } = useText()
  const catalogue = useCatalogue()
  // An empty basket names no item, so the cache has to be told what belongs in it.
  const context = { additionalTypenames: ['BasketItem'] }
  const query = useQuery({
    query: BasketDocument,
    variables: {},
    context,
    pause: computed(() => !catalogue.value.viewer.may.export),
  })
  const adding = useMutation(AddToBasketDocument)
  const renaming = useMutation(RenameInBasketDocument)
  const arranging = useMutation(ArrangeBasketDocument)
  const removing = useMutation(RemoveFromBasketDocument)

  /** What every change ends with: the new basket has come along, or the reason why not. */
  function settle(answer: BasketAnswerFragment | undefined): string {
    if (!answer) return t('error.network')
    return answer.__typename === 'Rejection' ? answer.message : ''
  }

  return {
    kept: computed(() =>
      (query.data.value?.basket.items ?? []).map(({ id, item }) => ({ id, item: JSON.parse(item) as Item })),
    ),
    add: async (items) => {
      for (const item of items) {
        const { data } = await adding.executeMutation({ item: JSON.stringify(item) }, context)
        const refused = settle(data?.addToBasket)
        if (refused) return refused
      }
      return ''
    },
    rename: async (id, title) =>
      settle((await renaming.executeMutation({ id, title }, context)).data?.renameInBasket),
    arrange: async (ids) =>
      settle((await arranging.executeMutation({ ids: [...ids] }, context)).data?.arrangeBasket),
    remove: async (ids) =>
      settle((await removing.executeMutation({ ids: [...ids] }, context)).data?.removeFromBasket),
  }
}
