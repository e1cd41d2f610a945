import type { Boundaries } from '@fengsui/charts/territory/layout'
import { useQuery } from '@urql/vue'
import {
  computed,
  onBeforeUnmount,
  onMounted,
  shallowRef,
  watch,
  type ComputedRef,
  type ShallowRef,
} from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import type { MapLevel, MapsQuery } from '../../graphql/generated/graphql'
import { MapsDocument } from '../../graphql/map-documents'

export type MapEntry = MapsQuery['maps'][number]

/** A map that was put in place is seen in open pages within this time. */
const ASK_AGAIN_MS = 8000

/** What was loaded stays: behind a hash there is always the same. */
const loaded = new Map<string, Promise<Boundaries | null>>()

function load(hash: string): Promise<Boundaries | null> {
  const known = loaded.get(hash)
  if (known) return known
  const asked = fetch(`/maps/${hash}.json`, { credentials: 'same-origin' }).then((answer) =>
    answer.ok ? (answer.json() as Promise<Boundaries>) : null,
  )
  loaded.set(hash, asked)
  asked.catch(() => loaded.delete(hash))
  return asked
}

export interface Maps {
  readonly entries: ComputedRef<readonly MapEntry[]>
  readonly of: (level: MapLevel) => MapEntry | null
  /** Asks at once, after something was changed here. */
  refresh: () => void
}

/** The boundaries that are in place, asked again while the page is looked at. */
export function useMaps(): Maps {
  const query = useQuery({ query: MapsDocument, variables: {}, requestPolicy: 'cache-and-network' })
  const catalogue = useCatalogue()
  const entries = computed(() => query.data.value?.maps ?? catalogue.value.maps)
  const refresh = () => void query.executeQuery({ requestPolicy: 'network-only' })
  let timer = 0
  const tick = () => {
    if (document.visibilityState === 'visible') refresh()
  }
  onMounted(() => {
    timer = window.setInterval(tick, ASK_AGAIN_MS)
    document.addEventListener('visibilitychange', tick)
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  })
  return { entries, of: (level) => entries.value.find((map) => map.level === level) ?? null, refresh }
}

/** What is known of the boundaries behind a hash. */
export interface BoundariesState {
  /** Null while they are not there, or where they cannot be had; those of another hash stay while these are fetched. */
  readonly boundaries: Readonly<ShallowRef<Boundaries | null>>
  /** Whether the first ones are on their way. */
  readonly pending: ComputedRef<boolean>
}

/** The boundaries behind a hash; null: there are none. */
export function useBoundaries(hash: () => string | null): BoundariesState {
  const boundaries = shallowRef<Boundaries | null>(null)
  const settled = shallowRef<string | null>(null)
  watch(
    hash,
    async (wanted) => {
      const got = wanted === null ? null : await load(wanted).catch(() => null)
      if (hash() !== wanted) return
      boundaries.value = got
      settled.value = wanted
    },
    { immediate: true },
  )
  const pending = computed(() => boundaries.value === null && hash() !== settled.value)
  return { boundaries, pending }
}
