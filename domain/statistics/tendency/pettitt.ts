export interface ChangePoint {
  /** Largest |U|. */
  readonly k: number
  /** Index of the last value before the change; of all that are as likely. */
  readonly after: readonly number[]
  /** Two-sided, approximate; good where it is small. */
  readonly p: number
}

/**
 * When the level of a series changed, if it did once: U_t = 2 Σ_{i ≤ t} rank_i − t (n + 1), where |U| is largest;
 * p ≈ 2 exp(−6 K² ÷ (n³ + n²)). A. Pettitt, Applied Statistics 28 (1979) 126–135.
 */
export function pettitt(series: readonly number[]): ChangePoint {
  const n = series.length
  let sum = 0
  const u = midRanks(series).map((rank, i) => {
    sum += rank
    return 2 * sum - (i + 1) * (n + 1)
  })
  const k = u.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return {
    k,
    after: u.flatMap((value, i) => (Math.abs(value) === k ? [i] : [])),
    p: n === 0 ? 1 : Math.min(1, 2 * Math.exp((-6 * k * k) / (n ** 3 + n ** 2))),
  }
}

/** Ranks from 1; equal values share the mean of theirs. */
function midRanks(series: readonly number[]): number[] {
  const order = series.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value)
  const ranks = series.map(() => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && order[to]?.value === order[from]?.value) to++
    for (const { i } of order.slice(from, to)) ranks[i] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}
