import type { Cluster } from '@fengsui/charts/answer'
import { useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import { ClustersDocument } from '../../graphql/cluster-documents'
import { failureOf } from '../../ui/failure'

/** What is known of the clusters in space and time of some days. */
export interface ClustersState {
  /** Null while they are on their way, or cannot be had. */
  readonly clusters: ComputedRef<readonly Cluster[] | null>
  /** Day of the newest screening; null: there is none yet. */
  readonly asOf: ComputedRef<string | null>
  readonly failure: ComputedRef<string | null>
}

/** @param days of all that is shown, so that months can be played without a question; null: nothing is asked. */
export function useClusters(
  days: () => { readonly from: string; readonly to: string } | null,
): ClustersState {
  const query = useQuery({
    query: ClustersDocument,
    variables: computed(() => days() ?? { from: '', to: '' }),
    pause: computed(() => days() === null),
    context: { additionalTypenames: ['Flag'] },
  })
  const told = computed(() => (days() === null ? null : (query.data.value?.flagClusters ?? null)))
  return {
    clusters: computed(() => told.value?.clusters ?? null),
    asOf: computed(() => told.value?.asOf ?? null),
    failure: computed(() => (query.error.value ? failureOf(query.error.value) : null)),
  }
}
