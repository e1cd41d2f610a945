import { useQuery } from '@urql/vue'
import {
  computed,
  inject,
  provide,
  shallowRef,
  watch,
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
} from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import type { Drawing } from '../../charts/options/option'
import { withFilter, withPicked } from '../../composables/question'
import type { Hierarchy, Screen } from '../../composables/screen'
import { useScreen } from '../../composables/useScreen'
import { OverviewDocument } from '../../graphql/metrics-documents'
import type { DimensionId, OverviewQuery } from '../../graphql/generated/graphql'
import { useText } from '../../locales/useText'
import { failureOf, type Failure } from '../../ui/failure'
import { overviewVariables, type ChartId } from './requests'
import type { Situation } from './views'

export interface Overview {
  readonly situation: ComputedRef<Situation>
  /** The last answer; it stays while the next one is on its way. */
  readonly answer: Readonly<ShallowRef<OverviewQuery | undefined>>
  readonly fetching: ComputedRef<boolean>
  readonly failure: ComputedRef<Failure | null>
  /** The chart under the pointer or with the focus. */
  readonly active: ShallowRef<ChartId | null>
  /** Draws a chart apart from the screen; set by the first chart that is there. */
  readonly draw: ShallowRef<((drawing: Drawing, width: number, height: number) => string) | null>
  change: (change: (screen: Screen) => Screen) => void
  pick: (dimension: DimensionId, code: string) => void
  /** Filters by a member and shows the level below it. */
  enter: (hierarchy: Hierarchy, dimension: DimensionId, code: string) => void
  retry: () => void
}

const KEY: InjectionKey<Overview> = Symbol('overview')

/** Asks for the whole overview in one request, again whenever the screen changes, and provides it to what is below. */
export function provideOverview(): Overview {
  const catalogue = useCatalogue()
  const { t } = useText()
  const { screen, change } = useScreen()
  const variables = computed(() => overviewVariables(screen.value, catalogue.value))
  const query = useQuery({ query: OverviewDocument, variables, requestPolicy: 'cache-and-network' })
  const kept = shallowRef<OverviewQuery | undefined>()
  watch(query.data, (data) => (kept.value = data ?? kept.value), { immediate: true })
  const overview: Overview = {
    situation: computed(() => ({ catalogue: catalogue.value, screen: screen.value, t })),
    answer: kept,
    fetching: computed(() => query.fetching.value || query.stale.value),
    failure: computed(() => (query.error.value ? failureOf(query.error.value) : null)),
    active: shallowRef(null),
    draw: shallowRef(null),
    change,
    pick: (dimension, code) => change((now) => withPicked(now, dimension, code)),
    enter: (hierarchy, dimension, code) =>
      change((now) => ({
        ...withFilter(now, dimension, [code]),
        drilled: now.drilled.includes(hierarchy) ? now.drilled : [...now.drilled, hierarchy],
      })),
    retry: () => void query.executeQuery({ requestPolicy: 'network-only' }),
  }
  provide(KEY, overview)
  return overview
}

export function useOverview(): Overview {
  const overview = inject(KEY)
  if (!overview) throw new Error('No overview is provided here')
  return overview
}
