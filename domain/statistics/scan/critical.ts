import { logLikelihoodRatio } from './likelihood.js'

/** Steps of what is expected, for finding the least count that can be enough. */
const STEPS = 1 << 16
const HALVINGS = 60

/**
 * From how many cases on a cylinder's ratio is above a given one. For more cases than expected the ratio grows with the
 * count and falls with what is expected: of each count there is a most that may be expected. Reckoned once, it answers for
 * every cylinder of every replication without a logarithm.
 */
export interface Critical {
  /** By count: the most that may be expected; −1 where the count is never enough. Counts beyond the list are always enough. */
  readonly most: Float64Array
  /** By step of what is expected: the least count that may be enough in it. */
  readonly least: Int32Array
  readonly stepsPerCase: number
}

/**
 * @param total number of all cases.
 * @param llr the ratio that is to be exceeded, above 0.
 * @param largest the most that any cylinder is expected to have.
 * @param leastCases fewer cases are no cluster.
 */
export function criticalCounts(total: number, llr: number, largest: number, leastCases: number): Critical {
  const most: number[] = []
  for (let count = 0; count <= total && (most.at(-1) ?? -1) < largest; count++)
    most.push(count < leastCases ? -1 : mostExpected(count, total, llr))
  const stepsPerCase = (STEPS - 1) / largest
  const least = new Int32Array(STEPS)
  for (let step = 0, count = 0; step < STEPS; step++) {
    while (count < most.length && most[count]! < step / stepsPerCase) count++
    least[step] = count
  }
  return { most: Float64Array.from(most), least, stepsPerCase }
}

/** The most that may be expected for a count to be above a ratio, by halving; the ratio falls from ∞ at 0 to 0 at the count. */
function mostExpected(count: number, total: number, llr: number): number {
  let [below, above] = [0, count]
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (below + above) / 2
    if (logLikelihoodRatio(count, middle, total, 'high') > llr) below = middle
    else above = middle
  }
  return below
}
