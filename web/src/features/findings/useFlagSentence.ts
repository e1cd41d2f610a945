import { useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { FlagSentencesDocument } from '../../graphql/flag-documents'
import type { FlagSentencesQuery } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'

type Board = Extract<FlagSentencesQuery['flagBoard'], { __typename: 'FlagBoard' }>
const OVER: readonly Board['flags'][number]['state'][] = ['closed', 'dismissed']

/** The gravest thing that was found and waits for somebody, in a leader's words; null while there is none. */
export function useFlagSentence(): ComputedRef<{ readonly id: string; readonly text: string } | null> {
  const { t } = useText()
  const catalogue = useCatalogue()
  const query = useQuery({
    query: FlagSentencesDocument,
    variables: {},
    pause: computed(() => !catalogue.value.viewer.may.officeTotals),
    context: { additionalTypenames: ['Flag', 'FlagStep'] },
  })
  return computed(() => {
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
}
