import type { Ground } from '@fengsui/charts/territory/ground'
import { useQuery } from '@urql/vue'
import { computed, type ComputedRef } from 'vue'
import { useCatalogue } from '../../catalogue/useCatalogue'
import { MapsDocument } from '../../graphql/map-documents'
import { useBoundaries } from './useMaps'

/**
 * Where the regions of a level lie, for pictures beside others.
 *
 * @param level null: none is drawn, so that nothing is loaded.
 * @param schematic what stands on maps without a review number.
 */
export function useGround(
  level: () => string | null,
  schematic: () => string,
): ComputedRef<(dimension: string) => Ground> {
  const query = useQuery({ query: MapsDocument, variables: {}, pause: computed(() => level() === null) })
  const catalogue = useCatalogue()
  const map = computed(() => {
    const maps = query.data.value?.maps ?? catalogue.value.maps
    return maps.find((each) => each.level === level()) ?? null
  })
  const { boundaries } = useBoundaries(() => map.value?.hash ?? null)
  return computed(() => (dimension: string): Ground => {
    const own = dimension === level() ? map.value : null
    return {
      boundaries: own && boundaries.value,
      reviewNumber: own?.reviewNumber ?? '',
      schematic: schematic(),
    }
  })
}
