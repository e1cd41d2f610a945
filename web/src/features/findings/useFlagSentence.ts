import { useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { FlagSentencesDocument } from '../../graphql/flag-documents'
import type { FlagSentencesQuery } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'

type Board = Extract<FlagSentencesQuery['flagBoard'], { __typename: 'FlagBoard' }>
const OVER: readonly Board['flags'][number]['state'][] = ['closed', 'dismissed']

interface FlagSentence {
  /** Of the flag that it tells of; null where it tells of none. */
  readonly id: string | null
  readonly text: string
}

/**
 * The gravest thing that was found and waits for somebody, in a leader's words, or that there is none, or why that is not
 * known; null for somebody who is not told.
 */
export function useFlagSentence(): {
  readonly sentence: ComputedRef<FlagSentence | null>
  /** Is it on its way for the first time? */
  readonly waits: ComputedRef<boolean>
} {
  const { t } = useText()
  const catalogue = useCatalogue()
  const query = useQuery({
    query: FlagSentencesDocument,
    variables: {},
    pause: computed(() => !catalogue.value.viewer.may.officeTotals),
    context: { additionalTypenames: ['Flag', 'FlagStep'] },
  })
  const sentence = computed(() => {
    const board = query.data.value?.flagBoard
    if (!board) return null
    if (board.__typename !== 'FlagBoard') return { id: null, text: board.message }
    const open = board.flags.filter(
      ({ state, ongoing, snoozedUntil }) =>
        ongoing && !OVER.includes(state) && !(snoozedUntil && snoozedUntil > board.asOf),
    )
    const [first] = open
    if (!first) return { id: null, text: t('finding.noFlag') }
    const alerts = open.filter(({ level }) => level === 'alert').length
    const counts = t('finding.flagCounts', { alerts, watches: open.length - alerts })
    return {
      id: first.id,
      text: t('finding.flag', {
        counts,
        level: first.levelLabel,
        word: first.wordLabel,
        sentence: first.sentence,
      }),
    }
  })
  return { sentence, waits: computed(() => query.fetching.value && query.data.value === undefined) }
}
