import { useMutation, useQuery } from '@urql/vue'
import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { SavedViewsQuery } from '../../graphql/generated/graphql'
import { RemoveViewDocument, SavedViewsDocument, SaveViewDocument } from '../../graphql/view-documents'
import { useText } from '../../locales/useText'

interface SavedViews {
  readonly views: ComputedRef<SavedViewsQuery['savedViews']>
  /** Why the last step did not succeed, '' if it did. */
  readonly failed: ShallowRef<string>
  readonly busy: ComputedRef<boolean>
  isTaken: (name: string) => boolean
  /** Saves what the page shows; resolves to false where it was refused. */
  save: (name: string) => Promise<boolean>
  remove: (id: string) => Promise<boolean>
  open: (address: string) => void
}

/** Views under a name: the query part of the page's address, kept at the server. */
export function useSavedViews(): SavedViews {
  const { t } = useText()
  const route = useRoute()
  const router = useRouter()
  // An empty list names no type, so the cache has to be told what belongs in it.
  const context = { additionalTypenames: ['SavedView'] }
  const query = useQuery({ query: SavedViewsDocument, variables: {}, context })
  const saving = useMutation(SaveViewDocument)
  const removing = useMutation(RemoveViewDocument)
  const failed = shallowRef('')
  const views = computed(() => query.data.value?.savedViews ?? [])

  function settle(answer: { readonly __typename: string; readonly message?: string } | undefined): boolean {
    const refused = answer ? (answer.__typename === 'Rejection' ? answer.message : '') : t('error.network')
    failed.value = refused ?? ''
    if (failed.value === '') query.executeQuery({ requestPolicy: 'network-only' })
    return failed.value === ''
  }

  return {
    views,
    failed,
    busy: computed(() => saving.fetching.value || removing.fetching.value),
    isTaken: (name) => views.value.some((view) => view.name === name),
    save: async (name) => {
      const { data } = await saving.executeMutation({ name, address: route.fullPath.split('?')[1] ?? '' })
      return settle(data?.saveView)
    },
    remove: async (id) => settle((await removing.executeMutation({ id })).data?.removeView),
    open: (address) => void router.push(`/explore?${address}`),
  }
}
