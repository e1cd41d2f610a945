import { sameWhileEqual } from '../../composables/sameWhileEqual'
import { usePages, type Pages } from '../../composables/usePages'
import { ActionsDocument } from '../../graphql/deadline-documents'
import type { ActionsInput, ActionsQuery } from '../../graphql/generated/graphql'

type Page = Extract<ActionsQuery['actions'], { __typename: 'ActionPage' }>
export type ListedAction = Page['nodes'][number]

const PAGE_SIZE = 20

/** The cases of a list to act on, page by page; another list begins at its first page. */
export function useActions(which: () => ActionsInput, pause: () => boolean): Pages<Page> {
  const list = sameWhileEqual(which)
  return usePages({
    query: ActionsDocument,
    variables: (after) => ({ which: list.value, first: PAGE_SIZE, after }),
    answer: ({ actions }) => actions,
    list,
    pause,
    rest: {
      requestPolicy: 'cache-and-network',
      // An empty list names no type, so the cache has to be told what belongs in it.
      context: { additionalTypenames: ['Urge', 'Escalation'] },
    },
  })
}
