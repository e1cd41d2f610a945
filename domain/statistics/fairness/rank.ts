import type { Interval } from '../wilson.js'
import type { Posterior } from './posterior.js'

/** What can be said of a unit's place; rank 1 has the largest true value. */
export interface Rank extends Interval {
  /** 1 + Σ P(another's is larger). */
  readonly expected: number
  /** probability[k]: of rank k + 1. */
  readonly probability: readonly number[]
  /** The smallest ranks that are reached with probability 2.5 % and 97.5 %. */
  readonly lower: number
  readonly upper: number
}

/** About so many points carry the distributions; each unit gives its quantiles. */
const POINTS = 1200
const FEWEST_POINTS = 24

/**
 * The distribution of every unit's rank, exactly: where its true value is t, as many are before it as exceed t, and that
 * number is Poisson-binomial; integrated over what is known of t. No simulation: the same numbers every time.
 *
 * The integral runs over the quantiles of all units, with the trapezoidal rule: then P(A > B) + P(B > A) = 1 and the
 * ranks' probabilities add up to 1, to the last digits.
 *
 * N. Laird, T. Louis, J. Educational Statistics 14 (1989) 29–46; the leave-one-out products by halves.
 */
export function rankUnits(posteriors: readonly Posterior[]): Rank[] {
  const { steps, exceeding } = grid(posteriors)
  const probabilities = posteriors.map(() => new Float64Array(posteriors.length))
  steps.forEach((masses, step) => {
    leaveOneOut(exceeding[step] ?? [], (unit, before) => {
      const mass = masses[unit] ?? 0
      const probability = probabilities[unit]
      if (mass > 0 && probability)
        before.forEach((p, k) => (probability[k] = (probability[k] ?? 0) + mass * p))
    })
  })
  return probabilities.map((probability) => summary([...probability]))
}

/**
 * P(unit's true value is larger than the other's), for each pair; 0 on the diagonal.
 *
 * @returns [unit][other].
 */
export function probabilitiesLarger(posteriors: readonly Posterior[]): number[][] {
  const { steps, exceeding } = grid(posteriors)
  return posteriors.map((_, unit) =>
    posteriors.map((_, other) =>
      unit === other
        ? 0
        : steps.reduce(
            (sum, masses, step) => sum + (masses[unit] ?? 0) * (1 - (exceeding[step]?.[other] ?? 0)),
            0,
          ),
    ),
  )
}

/** By step between neighbouring points: each unit's probability inside, and of being beyond (half of inside counts). */
function grid(posteriors: readonly Posterior[]): {
  readonly steps: number[][]
  readonly exceeding: number[][]
} {
  const count = Math.max(FEWEST_POINTS, Math.ceil(POINTS / posteriors.length))
  const points = new Set<number>()
  for (const { quantile } of posteriors)
    for (let i = 0; i < count; i++) points.add(quantile((i + 0.5) / count))
  const tails = [...points]
    .sort((a, b) => a - b)
    .map((t) => posteriors.map(({ tailsAt }) => tailsAt(t).upper))
  const edges = [posteriors.map(() => 1), ...tails, posteriors.map(() => 0)]
  const steps: number[][] = []
  const exceeding: number[][] = []
  for (const [i, next] of edges.slice(1).entries()) {
    const here = edges[i] ?? []
    steps.push(here.map((upper, unit) => upper - (next[unit] ?? 0)))
    exceeding.push(here.map((upper, unit) => (upper + (next[unit] ?? 0)) / 2))
  }
  return { steps, exceeding }
}

/**
 * For every unit the distribution of how many of the others happen, each with its own probability: the others of a half
 * are multiplied in, then that half is halved; O(n² log n), and without the divisions that lose digits.
 */
function leaveOneOut(
  probability: readonly number[],
  found: (unit: number, others: Float64Array) => void,
): void {
  const descend = (from: number, to: number, others: Float64Array): void => {
    if (to - from === 1) return found(from, others)
    const middle = (from + to) >> 1
    descend(from, middle, times(others, probability.slice(middle, to)))
    descend(middle, to, times(others, probability.slice(from, middle)))
  }
  if (probability.length > 0) descend(0, probability.length, Float64Array.of(1))
}

/** The distribution of a number of events, with further independent ones. */
function times(distribution: Float64Array, probabilities: readonly number[]): Float64Array {
  const product = new Float64Array(distribution.length + probabilities.length)
  product.set(distribution)
  let length = distribution.length
  for (const p of probabilities) {
    for (let k = length; k > 0; k--) product[k] = (product[k] ?? 0) * (1 - p) + (product[k - 1] ?? 0) * p
    product[0] = (product[0] ?? 0) * (1 - p)
    length += 1
  }
  return product
}

function summary(probability: readonly number[]): Rank {
  const reached = (share: number): number => {
    let sum = 0
    const index = probability.findIndex((p) => (sum += p) >= share - 1e-12)
    return (index === -1 ? probability.length - 1 : index) + 1
  }
  return {
    expected: probability.reduce((sum, p, k) => sum + p * (k + 1), 0),
    probability,
    lower: reached(0.025),
    upper: reached(0.975),
  }
}
