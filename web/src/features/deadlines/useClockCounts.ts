import { useQuery } from '@urql/vue'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { sameWhileEqual } from '../../composables/sameWhileEqual'
import type { ActionWindow } from '../../graphql/generated/graphql'
import { boardDocument, type BoardAnswers } from '../../graphql/metrics-documents'
import type { Situation } from '../boards/board'
import { countsAsked, type ClockBoard } from './deadline-board'

/** The API answers so many questions of numbers at once; the windows are asked for two by two. */
const TOGETHER = [
  ['overdue', 'today'],
  ['soon', 'ahead'],
] as const satisfies readonly (readonly ActionWindow[])[]

/** The numbers of every limit, by the name of the part; those that came stay while the next are on their way. */
export function useClockCounts(
  board: () => ClockBoard,
  situation: () => Situation,
): ComputedRef<BoardAnswers> {
  const answers = TOGETHER.map((windows) => {
    const variables = sameWhileEqual(() => countsAsked(board(), situation(), windows))
    const query = useQuery({
      query: computed(() => boardDocument(Object.keys(variables.value))),
      variables,
      requestPolicy: 'cache-and-network',
    })
    const kept = shallowRef<BoardAnswers>({})
    watch(query.data, (data) => (kept.value = data ?? kept.value), { immediate: true })
    return kept
  })
  return computed(() => Object.assign({}, ...answers.map((each) => each.value)) as BoardAnswers)
}
