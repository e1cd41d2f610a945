import { onBeforeUnmount, onMounted, watch } from 'vue'
import type { Failure } from '../../ui/failure'

const EVERY_MS = 60_000
/** After a failure it is tried again soon, then less and less often. */
const FIRST_RETRY_MS = 3000
const LAST_RETRY_MS = 30_000

/**
 * Keeps a screen that nobody touches up to date: asks again every minute, sooner after a failure, and at once when the
 * network is back.
 */
export function useFreshness(ask: () => void, failure: () => Failure | null): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let retry = FIRST_RETRY_MS
  const after = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      ask()
      after(failure() === null ? EVERY_MS : (retry = Math.min(retry * 2, LAST_RETRY_MS)))
    }, wait)
  }
  const back = () => {
    ask()
    after(EVERY_MS)
  }
  watch(failure, (now) => {
    retry = FIRST_RETRY_MS
    after(now === null ? EVERY_MS : retry)
  })
  onMounted(() => {
    after(EVERY_MS)
    window.addEventListener('online', back)
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    window.removeEventListener('online', back)
  })
}
