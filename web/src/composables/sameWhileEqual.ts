import { computed, type ComputedRef } from 'vue'

/** Plain data that stays the same object while it says the same, so that who watches it is not called for nothing. */
export const sameWhileEqual = <T extends object | null>(get: () => T): ComputedRef<T> =>
  computed<T>((before) => {
    const now = get()
    return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })
