import { computed, onBeforeUnmount, onMounted, shallowRef, type ComputedRef, type ShallowRef } from 'vue'

interface Rotation {
  /** Position of what is shown; 0 where there is nothing. */
  readonly at: ComputedRef<number>
  readonly running: ShallowRef<boolean>
  /** Shows the next, or with -1 the one before, and waits the whole time again. */
  step: (by?: number) => void
}

/**
 * Shows one of several things after another.
 * @param count how many there are now. @param seconds how long each is shown.
 */
export function useRotation(count: () => number, seconds: () => number): Rotation {
  const turn = shallowRef(0)
  const running = shallowRef(true)
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => step(running.value ? 1 : 0), seconds() * 1000)
  }
  function step(by = 1): void {
    turn.value += by
    wait()
  }
  onMounted(wait)
  onBeforeUnmount(() => clearTimeout(timer))
  return {
    at: computed(() => {
      const all = count()
      return all === 0 ? 0 : ((turn.value % all) + all) % all
    }),
    running,
    step,
  }
}
