import { useQuery, type AnyVariables, type TypedDocumentNode, type UseQueryArgs } from '@urql/vue'
import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { failureOf, type Failure } from '../ui/failure'

/** What a list answers with: a page of it, or why there is none. */
type Answer =
  | { readonly __typename: string; readonly endCursor: string | null }
  | { readonly __typename: 'Rejection'; readonly message: string }

export interface Pages<Page> {
  /** The last page that came; it stays while the next one is on its way. */
  readonly page: Readonly<ShallowRef<Page | null>>
  /** 1 is the first. */
  readonly number: ComputedRef<number>
  readonly fetching: ComputedRef<boolean>
  readonly failure: ComputedRef<Failure | null>
  /** Why the server gives no list, in its words. */
  readonly refusal: ComputedRef<string | null>
  next: () => void
  previous: () => void
  /** Asks for the same page again. */
  again: () => void
}

interface Asked<Data, Variables extends AnyVariables, Found> {
  readonly query: TypedDocumentNode<Data, Variables>
  /** @param after the key of the row before the page; null on the first. */
  readonly variables: (after: string | null) => Variables
  readonly answer: (data: Data) => Found
  /** When it changes, the list begins at its first page again. */
  readonly list: Ref<unknown>
  readonly pause?: () => boolean
  readonly rest?: Pick<UseQueryArgs, 'requestPolicy' | 'context'>
}

type PageOf<Found> = Exclude<Found, { readonly __typename: 'Rejection' }>

/** A list that comes page by page. The keys of the pages before are kept, so that one can go back. */
export function usePages<Data, Variables extends AnyVariables, Found extends Answer>({
  query: document,
  variables,
  answer,
  list,
  pause,
  rest,
}: Asked<Data, Variables, Found>): Pages<PageOf<Found>> {
  const cursors = shallowRef<readonly string[]>([])
  watch(list, () => (cursors.value = []), { flush: 'sync' })
  const query = useQuery<Data, Variables>({
    ...rest,
    query: document,
    variables: computed(() => variables(cursors.value.at(-1) ?? null)),
    ...(pause && { pause: computed(pause) }),
  })
  const found = computed(() => (query.data.value ? answer(query.data.value) : null))
  const page: ShallowRef<PageOf<Found> | null> = shallowRef(null)
  watch(found, (now) => (page.value = isPage(now) ? now : page.value), { immediate: true })
  return {
    page,
    number: computed(() => cursors.value.length + 1),
    fetching: computed(() => query.fetching.value),
    failure: computed(() => (query.error.value ? failureOf(query.error.value) : null)),
    refusal: computed(() => (found.value && 'message' in found.value ? found.value.message : null)),
    next: () => {
      const end = page.value && 'endCursor' in page.value ? page.value.endCursor : null
      if (end && !query.fetching.value) cursors.value = [...cursors.value, end]
    },
    previous: () => (cursors.value = cursors.value.slice(0, -1)),
    again: () => void query.executeQuery({ requestPolicy: 'network-only' }),
  }
}

const isPage = <Found extends Answer>(found: Found | null): found is PageOf<Found> =>
  found !== null && found.__typename !== 'Rejection'
