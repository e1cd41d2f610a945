import type { Drawing } from '@fengsui/charts/options/option'
import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue'
import { printing } from '../ui/printing'
import { inTurn } from './turns'

/** So far outside of the window a picture counts as in sight: it is drawn before one has scrolled to it. */
const NEAR_PX = 150
/** Nobody waits longer than this for a picture out of sight, busy as the browser may be. */
const PATIENCE_MS = 1000

type Leave = () => void

/** Does a work when the browser has nothing else to do. */
function whenIdle(work: () => void): Leave {
  if (typeof requestIdleCallback !== 'function') {
    const turn = setTimeout(work, 1)
    return () => clearTimeout(turn)
  }
  const turn = requestIdleCallback(work, { timeout: PATIENCE_MS })
  return () => cancelIdleCallback(turn)
}

/**
 * The drawing whose turn it is: that of a picture in sight comes after those before it, on paper at once, else when the
 * browser has nothing else to do. A page of ten pictures shows its first ones without drawing the others before.
 *
 * @param frame where the picture stands.
 * @param readyFor what there must be before it can be drawn.
 * @returns null until its first turn.
 */
export function useTurn(
  frame: Readonly<ShallowRef<HTMLElement | null>>,
  drawing: () => Drawing,
  readyFor: (drawing: Drawing) => Promise<unknown>,
): Readonly<ShallowRef<Drawing | null>> {
  const shown = shallowRef<Drawing | null>(null)
  let inSight = false
  let isQueued = false
  let leave: Leave | null = null
  const take = () => {
    leave?.()
    leave = null
    isQueued = false
    shown.value = drawing()
  }
  const wait = () => {
    // Who waits already keeps his turn: what is drawn then is the newest.
    if (isQueued) return
    leave?.()
    isQueued = inSight
    const queue = () => inTurn(take, readyFor(drawing()))
    leave = inSight ? queue() : whenIdle(() => (leave = queue()))
  }
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(
          (entries) => {
            const isNow = entries.at(-1)?.isIntersecting ?? false
            if (isNow === inSight) return
            inSight = isNow
            if (inSight && shown.value !== drawing()) wait()
          },
          { rootMargin: `${NEAR_PX}px` },
        )
      : null
  onMounted(() => {
    if (!frame.value) return
    const { top, bottom } = frame.value.getBoundingClientRect()
    inSight = observer === null || (bottom > -NEAR_PX && top < window.innerHeight + NEAR_PX)
    wait()
    observer?.observe(frame.value)
  })
  watch(drawing, () => (printing.value ? take() : wait()))
  watch(printing, (now) => now && take(), { flush: 'sync' })
  onBeforeUnmount(() => {
    observer?.disconnect()
    leave?.()
  })
  return shown
}
