import type { TableValue } from './table.js'

type Value = Pick<TableValue, 'value' | 'state'>

/** A value as part of a whole, 0–1; null where one of the two is hidden, missing or the whole is nothing. */
export function shareOf({ value, state }: Value, whole: Value): number | null {
  if (value === null || whole.value === null || whole.value === 0) return null
  return state === 'suppressed' || whole.state === 'suppressed' ? null : value / whole.value
}

/**
 * Places of values from the first: equal values share a place and the next one is passed over (1, 1, 3), as the
 * assessment demands (并列). Null has no place.
 *
 * @param values in any order; @param direction `desc`: the largest is first.
 */
export function ranksOf(values: readonly (number | null)[], direction: 'asc' | 'desc'): (number | null)[] {
  const sign = direction === 'asc' ? 1 : -1
  const sorted = values.filter((value) => value !== null).sort((a, b) => sign * (a - b))
  const first = new Map<number, number>()
  sorted.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i + 1)
  })
  return values.map((value) => (value === null ? null : (first.get(value) ?? null)))
}

/** Running sums; none at all where one number is hidden, because two neighbouring sums would tell it. */
export function runningSums(values: readonly Value[]): (number | null)[] {
  if (values.some(({ state }) => state === 'suppressed')) return values.map(() => null)
  let sum = 0
  return values.map(({ value }) => (sum += value ?? 0))
}
