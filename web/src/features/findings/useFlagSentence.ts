import { useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { FlagSentencesDocument } from '../../graphql/flag-documents'
import type { FlagSentencesQuery } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'

type Board = Extract<FlagSentencesQuery['flagBoard'], { __typename: 'FlagBoard' }>
const OVER: readonly Board['flags'][number]['state'][] = ['closed', 'dismissed']

interface FlagSentence {
  readonly id: string
  readonly text: string
}

/** The gravest thing that was found and waits for somebody, in a leader's words; null where there is none. */
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
    if (board?.__typename !== 'FlagBoard') return null
    const open = board.flags.filter(
      ({ state, ongoing, snoozedUntil }) =>
        ongoing && !OVER.includes(state) && !(snoozedUntil && snoozedUntil > board.asOf),
    )
    const [first] = open
    if (!first) return null
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
