/** One measurement: figures with their units in their names, the peer's from the same run, and the goal. */
export interface Measurement {
  readonly bench: string
  readonly size: string
  readonly figures: Readonly<Record<string, number>>
  readonly against: Readonly<Record<string, number>>
  /** Peers that were faster than we. */
  readonly faster?: readonly string[]
  /** Peers that were not asked this time. */
  readonly without?: readonly string[]
  /** Ours ÷ the peer's, in the figure that the goal speaks of. */
  readonly ratio: number
  readonly goal: string
  readonly holds: boolean
}

/** Prints the last line of a bench: one JSON object, numbers to three significant places. */
export function print({ figures, against, ratio, ...rest }: Measurement): void {
  const round = (value: number): number => Number(value.toPrecision(3))
  const rounded = (all: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, round(value)]))
  console.log(
    JSON.stringify({ ...rest, ...rounded(figures), against: rounded(against), ratio: round(ratio) }),
  )
}

/** The value below which a share of the sorted values lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
