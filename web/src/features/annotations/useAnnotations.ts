import type { Annotation as Said } from '@fengsui/charts/answer'
import { useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { AnnotationsDocument } from '../../graphql/annotation-documents'
import type { AnnotationPartsFragment } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'

export type Annotation = AnnotationPartsFragment

interface Annotations {
  /** What was written down about the time of the data, by its first day. */
  readonly annotations: ComputedRef<readonly Annotation[]>
  /** The same with the days off, as pictures take it. */
  readonly said: ComputedRef<readonly Said[]>
}

/** What happened in the time of the data. It is asked once and again when something of it was changed here. */
export function useAnnotations(): Annotations {
  const { t } = useText()
  const catalogue = useCatalogue()
  const query = useQuery({
    query: AnnotationsDocument,
    variables: { period: { preset: 'all' } },
    // An empty list names no type, so the cache has to be told what belongs in it.
    context: { additionalTypenames: ['Annotation', 'RemovedAnnotation'] },
    pause: computed(() => catalogue.value.office.asOf === null),
  })
  const list = computed(() => {
    const answer = query.data.value?.annotations
    return answer?.__typename === 'AnnotationList' ? answer : null
  })
  return {
    annotations: computed(() => list.value?.annotations ?? []),
    said: computed(() => [
      ...(list.value?.annotations ?? []),
      ...(list.value?.holidays ?? []).map(({ name, from, to }) => ({
        kind: 'holiday' as const,
        kindLabel: t('chart.holiday'),
        from,
        to,
        text: name,
      })),
    ]),
  }
}
