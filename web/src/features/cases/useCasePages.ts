import { shallowRef, type ShallowRef } from 'vue'
import { usePages, type Pages } from '../../composables/usePages'
import type {
  CaseOrder,
  CasesQuery,
  Direction,
  NumberInput,
  WhichCases,
} from '../../graphql/generated/graphql'
import { CasesDocument } from '../../graphql/provenance-documents'

type Page = Extract<CasesQuery['cases'], { __typename: 'CasePage' }>
export type ListedCase = Page['nodes'][number]

/** How the list is asked for; a change begins at the first page again. */
export interface Listing {
  readonly which: WhichCases
  readonly orderBy: CaseOrder
  readonly direction: Direction
  readonly search: string
}

interface CasePages extends Pages<Page> {
  readonly listing: ShallowRef<Listing>
}

export const PAGE_SIZE = 20

/** The cases behind a number, page by page; at first those that hold the text `search`. */
export function useCasePages(reference: () => Omit<NumberInput, 'which'>, search = ''): CasePages {
  const listing = shallowRef<Listing>({
    which: 'all',
    orderBy: 'received',
    direction: 'desc',
    search,
  })
  const pages = usePages({
    query: CasesDocument,
    variables: (after) => {
      const { which, ...order } = listing.value
      return { of: { ...reference(), which }, first: PAGE_SIZE, after, ...order }
    },
    answer: ({ cases }) => cases,
    list: listing,
  })
  return { ...pages, listing }
}
