import { useQuery } from '@urql/vue'
import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type {
  CaseOrder,
  CasesQuery,
  CasesQueryVariables,
  Direction,
  NumberInput,
  WhichCases,
} from '../../graphql/generated/graphql'
import { CasesDocument } from '../../graphql/provenance-documents'
import { failureOf, type Failure } from '../../ui/failure'

type Page = Extract<CasesQuery['cases'], { __typename: 'CasePage' }>
export type ListedCase = Page['nodes'][number]

/** How the list is asked for; a change begins at the first page again. */
export interface Listing {
  readonly which: WhichCases
  readonly orderBy: CaseOrder
  readonly direction: Direction
  readonly search: string
}

interface CasePages {
  readonly listing: ShallowRef<Listing>
  /** The last page that came; it stays while the next one is on its way. */
  readonly page: Readonly<ShallowRef<Page | null>>
  readonly number: ComputedRef<number>
  readonly fetching: ComputedRef<boolean>
  readonly failure: ComputedRef<Failure | null>
  readonly refusal: ComputedRef<string | null>
  next: () => void
  previous: () => void
  retry: () => void
}

export const PAGE_SIZE = 20

/** The cases behind a number, page by page; at first those that hold the text `search`. The keys of the pages before are kept, so that one can go back. */
export function useCasePages(reference: () => Omit<NumberInput, 'which'>, search = ''): CasePages {
  const listing = shallowRef<Listing>({
    which: 'all',
    orderBy: 'received',
    direction: 'desc',
    search,
  })
  const cursors = shallowRef<readonly string[]>([])
  watch(listing, () => (cursors.value = []), { flush: 'sync' })
  const variables = computed((): CasesQueryVariables => {
    const { which, ...order } = listing.value
    return { of: { ...reference(), which }, first: PAGE_SIZE, after: cursors.value.at(-1) ?? null, ...order }
  })
  const query = useQuery({ query: CasesDocument, variables })
  const page = shallowRef<Page | null>(null)
  watch(
    query.data,
    (data) => {
      if (data?.cases.__typename === 'CasePage') page.value = data.cases
    },
    { immediate: true },
  )
  return {
    listing,
    page,
    number: computed(() => cursors.value.length + 1),
    fetching: computed(() => query.fetching.value),
    failure: computed(() => (query.error.value ? failureOf(query.error.value) : null)),
    refusal: computed(() => {
      const answer = query.data.value?.cases
      return answer?.__typename === 'Rejection' ? answer.message : null
    }),
    next: () => {
      const end = page.value?.endCursor
      if (end && !query.fetching.value) cursors.value = [...cursors.value, end]
    },
    previous: () => (cursors.value = cursors.value.slice(0, -1)),
    retry: () => void query.executeQuery({ requestPolicy: 'network-only' }),
  }
}
