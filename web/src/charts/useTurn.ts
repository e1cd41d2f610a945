import type { Drawing } from '@fengsui/charts/options/option'
import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue'
import { printing } from '../ui/printing'

/** So far outside of the window a picture counts as in sight: it is drawn before one has scrolled to it. */
const NEAR_PX = 150
/** Nobody waits longer than this for a picture out of sight, busy as the browser may be. */
const PATIENCE_MS = 1000

const whenIdle: (work: () => void) => number =
  typeof requestIdleCallback === 'function'
    ? (work) => requestIdleCallback(work, { timeout: PATIENCE_MS })
    : (work) => window.setTimeout(work, 1)
const never: (turn: number) => void =
  typeof cancelIdleCallback === 'function' ? cancelIdleCallback : (turn) => window.clearTimeout(turn)

/**
 * The drawing whose turn it is: at once for a picture in sight and on paper, else when the browser has nothing else to do.
 * A page of ten pictures shows its first ones without drawing the others before.
 *
 * @param frame where the picture stands.
 * @returns null until its first turn.
 */
export function useTurn(
  frame: Readonly<ShallowRef<HTMLElement | null>>,
  drawing: () => Drawing,
): Readonly<ShallowRef<Drawing | null>> {
  const shown = shallowRef<Drawing | null>(null)
  let inSight = false
  let turn: number | null = null
  const take = () => {
    if (turn !== null) never(turn)
    turn = null
    shown.value = drawing()
  }
  const wait = () => {
    turn ??= whenIdle(() => {
      turn = null
      shown.value = drawing()
    })
  }
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(
          (entries) => {
            inSight = entries.at(-1)?.isIntersecting ?? false
            if (inSight && shown.value !== drawing()) take()
          },
          { rootMargin: `${NEAR_PX}px` },
        )
      : null
  onMounted(() => {
    if (!frame.value) return
    const { top, bottom } = frame.value.getBoundingClientRect()
    inSight = observer === null || (bottom > -NEAR_PX && top < window.innerHeight + NEAR_PX)
    if (inSight) take()
    else wait()
    observer?.observe(frame.value)
  })
  watch(drawing, () => (inSight || printing.value ? take() : wait()))
  watch(printing, (now) => now && take(), { flush: 'sync' })
  onBeforeUnmount(() => {
    observer?.disconnect()
    if (turn !== null) never(turn)
  })
  return shown
}
