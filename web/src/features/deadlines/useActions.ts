import { useQuery } from '@urql/vue'
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { sameWhileEqual } from '../../composables/sameWhileEqual'
import { ActionsDocument } from '../../graphql/deadline-documents'
import type { ActionsInput, ActionsQuery, ActionsQueryVariables } from '../../graphql/generated/graphql'
import { failureOf, type Failure } from '../../ui/failure'

type Page = Extract<ActionsQuery['actions'], { __typename: 'ActionPage' }>
export type ListedAction = Page['nodes'][number]

interface Actions {
  /** The last page that came; it stays while the next one is on its way. */
  readonly page: Readonly<ShallowRef<Page | null>>
  readonly number: ComputedRef<number>
  readonly fetching: ComputedRef<boolean>
  readonly failure: ComputedRef<Failure | null>
  readonly refusal: ComputedRef<string | null>
  next: () => void
  previous: () => void
  /** Asks again: something was done about a case. */
  again: () => void
}

const PAGE_SIZE = 20

/** The cases of a list to act on, page by page; another list begins at its first page. */
export function useActions(which: () => ActionsInput, pause: () => boolean): Actions {
  const cursors = shallowRef<readonly string[]>([])
  const list = sameWhileEqual(which)
  watch(list, () => (cursors.value = []), { flush: 'sync' })
  const variables = computed((): ActionsQueryVariables => ({
    which: list.value,
    first: PAGE_SIZE,
    after: cursors.value.at(-1) ?? null,
  }))
  const query = useQuery({
    query: ActionsDocument,
    variables,
    pause: computed(pause),
    requestPolicy: 'cache-and-network',
    // An empty list names no type, so the cache has to be told what belongs in it.
    context: { additionalTypenames: ['Urge', 'Escalation'] },
  })
  const page = shallowRef<Page | null>(null)
  watch(
    query.data,
    (data) => {
      if (data?.actions.__typename === 'ActionPage') page.value = data.actions
    },
    { immediate: true },
  )
  return {
    page,
    number: computed(() => cursors.value.length + 1),
    fetching: computed(() => query.fetching.value),
    failure: computed(() => (query.error.value ? failureOf(query.error.value) : null)),
    refusal: computed(() => {
      const answer = query.data.value?.actions
      return answer?.__typename === 'Rejection' ? answer.message : null
    }),
    next: () => {
      const end = page.value?.endCursor
      if (end && !query.fetching.value) cursors.value = [...cursors.value, end]
    },
    previous: () => (cursors.value = cursors.value.slice(0, -1)),
    again: () => void query.executeQuery({ requestPolicy: 'network-only' }),
  }
}
