/**
 * The quantile of a sample, linear between its ordered values: type 7 of R. Hyndman, Y. Fan, American Statistician 50
 * (1996) 361–365, R's default.
 *
 * @param p 0 … 1.
 * @returns NaN of an empty sample.
 */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const [below, above] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN]
  return below + (at - Math.floor(at)) * (above - below)
}

/** The middle value, or the mean of the two in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)
