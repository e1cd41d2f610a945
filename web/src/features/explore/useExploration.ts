import { useQuery } from '@urql/vue'
import { computed, inject, provide, shallowRef, watch, type ComputedRef, type InjectionKey } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { explorationAddress, parseExploration, type Exploration } from '../../composables/exploration'
import { rejectionOf, tableOf, type Table } from '../../graphql/answer'
import type { MetricsQuery } from '../../graphql/generated/graphql'
import { MetricsDocument } from '../../graphql/metrics-documents'
import { useInquiryText } from '../../locales/useInquiryText'
import { useAnnotations } from '../annotations/useAnnotations'
import { failureOf, type Failure } from '../../ui/failure'
import { explorationRequest } from './request'
import type { Exploring } from './views'

interface ExplorationState {
  readonly exploring: ComputedRef<Exploring>
  readonly exploration: ComputedRef<Exploration>
  /** Changes the exploration as one step that the back button undoes. */
  change: (change: Partial<Exploration>) => void
  /** The last answer that came; it stays while the next one is on its way. */
  readonly table: ComputedRef<Table | null>
  readonly refusal: ComputedRef<string | null>
  readonly fetching: ComputedRef<boolean>
  readonly failure: ComputedRef<Failure | null>
  retry: () => void
}

const KEY: InjectionKey<ExplorationState> = Symbol('exploration')

/** Asks what the address says, again whenever it changes, and provides it to what is below. */
export function provideExploration(): ExplorationState {
  const catalogue = useCatalogue()
  const route = useRoute()
  const router = useRouter()
  const { t } = useInquiryText()
  const { said } = useAnnotations()
  const exploration = shallowRef(parseExploration(route.query, catalogue.value))
  const onPage = () => route.name === 'explore'
  watch(
    () => route.query,
    (address) => {
      if (onPage()) exploration.value = parseExploration(address, catalogue.value)
    },
  )
  const variables = computed(() => ({ request: explorationRequest(exploration.value, catalogue.value) }))
  const query = useQuery({ query: MetricsDocument, variables, requestPolicy: 'cache-and-network' })
  const kept = shallowRef<MetricsQuery | undefined>()
  watch(query.data, (data) => (kept.value = data ?? kept.value), { immediate: true })
  const state: ExplorationState = {
    exploration: computed(() => exploration.value),
    exploring: computed(() => ({
      catalogue: catalogue.value,
      screen: exploration.value,
      t,
      annotations: exploration.value.notes ? said.value : [],
    })),
    change: (change) => void router.push({ query: explorationAddress({ ...exploration.value, ...change }) }),
    table: computed(() => tableOf(kept.value?.metrics)),
    refusal: computed(() => rejectionOf(kept.value?.metrics)?.message ?? null),
    fetching: computed(() => query.fetching.value || query.stale.value),
    failure: computed(() => (query.error.value ? failureOf(query.error.value) : null)),
    retry: () => void query.executeQuery({ requestPolicy: 'network-only' }),
  }
  provide(KEY, state)
  return state
}

export function useExploration(): ExplorationState {
  const state = inject(KEY)
  if (!state) throw new Error('No exploration is provided here')
  return state
}
