import type { Point } from '@fengsui/charts/picking'
import { stepped, type Stop } from '@fengsui/charts/walking'
import { computed, nextTick, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'

/** What is done to the drawing on the way. */
interface Drawn {
  /** Marks a point and shows what it says. */
  show: (point: Point) => void
  /** Takes the mark away again. */
  hide: () => void
  pick: (point: Point) => void
}

interface Walk {
  /** Position of the point that is looked at; null while none is. */
  readonly at: Readonly<ShallowRef<number | null>>
  /** What that point says, in one sentence for those who do not see it. */
  readonly said: ComputedRef<string>
  press: (event: KeyboardEvent) => void
  leave: () => void
}

/** The walk through a picture by keyboard: arrows, Home and End go, Enter and Space pick, Esc stops looking. */
export function useWalk(stops: () => readonly Stop[], drawn: Drawn): Walk {
  const at = shallowRef<number | null>(null)
  const stop = computed(() => (at.value === null ? undefined : stops()[at.value]))

  function leave(): void {
    if (at.value === null) return
    at.value = null
    drawn.hide()
  }

  /** Does the key mean something here? */
  function take(key: string): boolean {
    if (key === 'Enter' || key === ' ') {
      if (stop.value) drawn.pick(stop.value.point)
      return stop.value !== undefined
    }
    if (key === 'Escape') {
      const looked = at.value !== null
      leave()
      return looked
    }
    const next = stepped(stops(), at.value, key)
    if (next === null) return false
    if (next !== at.value) drawn.hide()
    at.value = next
    if (stop.value) drawn.show(stop.value.point)
    return true
  }

  // What was picked is drawn anew: the mark has to be set again.
  watch(stops, async () => {
    await nextTick()
    if (stop.value) drawn.show(stop.value.point)
    else leave()
  })

  return {
    at,
    said: computed(() => stop.value?.lines.join('，') ?? ''),
    press: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !take(event.key)) return
      event.preventDefault()
    },
    leave,
  }
}
