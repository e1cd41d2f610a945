import type { Setting } from '@fengsui/charts/prepare/mark'
import { computed, type ComputedRef } from 'vue'
import { codesOf } from '../../composables/question'
import { sameWhileEqual } from '../../composables/sameWhileEqual'
import type { Table } from '../../graphql/answer'
import type { DimensionId } from '../../graphql/generated/graphql'
import type { Situation } from './board'

/**
 * What a picture of an answer is made with. It stays the same object while nothing that the picture shows has changed:
 * a press that filters by one picture draws no other before the next answer.
 */
export function useSetting(
  table: ComputedRef<Table | null>,
  situation: ComputedRef<Situation>,
): ComputedRef<Setting | null> {
  const picked = sameWhileEqual((): Partial<Record<DimensionId, readonly string[]>> => {
    const { screen } = situation.value
    return Object.fromEntries((table.value?.dimensions ?? []).map((id) => [id, codesOf(screen, id)]))
  })
  const catalogue = computed(() => situation.value.catalogue)
  const ground = computed(() => situation.value.ground)
  const annotations = computed(() => situation.value.annotations)
  const t = computed(() => situation.value.t)
  return computed(
    () =>
      table.value && {
        table: table.value,
        names: catalogue.value,
        picked: (dimension) => picked.value[dimension as DimensionId] ?? [],
        t: t.value,
        annotations: annotations.value,
        ground: ground.value,
      },
  )
}
