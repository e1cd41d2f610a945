/** Cases of one day of receipt that were first known between two looks: the delay lies in (after, by]. */
export interface Entry {
  /** Days from receipt to the last look before; -1 where there was none since the day itself. */
  readonly after: number
  /** Days from receipt to the look that first had them. */
  readonly by: number
  /** Days from receipt to now: a longer delay could not have been seen yet. */
  readonly within: number
  readonly count: number
}

const MOST_ROUNDS = 2000
const CLOSE = 1e-7

/**
 * The part of all cases that is known so many days after receipt, where one looks only now and then (a file a day, or a
 * week) and the latest days have been looked at least: delays are known as intervals and cut off on the right. The
 * non-parametric maximum likelihood by self-consistency: a case counts for each delay in its interval by how likely that
 * is, and stands for those of its day that are still to come. B. Turnbull, JRSS B 38 (1976) 290–295. With a look every day it
 * is the estimate of `reportingDelay`.
 *
 * @param longest days after which all is taken to be known; what came later is left out.
 * @returns by delay, 0 … longest, rising to 1; empty without a case.
 */
export function entryDelay(entries: readonly Entry[], longest: number): number[] {
  const within = (days: number): number => Math.min(days, longest)
  const seen = entries.filter(({ after, count }) => after < longest && count > 0)
  if (seen.length === 0) return []
  let known = Array.from({ length: longest + 1 }, (_, delay) => (delay + 1) / (longest + 1))
  const upTo = (delay: number): number => (delay < 0 ? 0 : (known[delay] ?? NaN))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // Weights of the delays as steps: what is added at one place holds from there on.
    const steps = new Float64Array(longest + 2)
    const add = (from: number, weight: number): void => {
      steps[from] = (steps[from] ?? 0) + weight
    }
    for (const { after, by, within: limit, count } of seen) {
      const here = count / (upTo(within(by)) - upTo(after))
      if (!Number.isFinite(here)) continue
      add(after + 1, here)
      add(within(by) + 1, -here)
      if (limit < longest) add(limit + 1, count / upTo(limit))
    }
    const next: number[] = []
    let [weight, sum] = [0, 0]
    for (let delay = 0; delay <= longest; delay++) {
      weight += steps[delay] ?? 0
      sum += Math.max(0, weight) * (upTo(delay) - upTo(delay - 1))
      next.push(sum)
    }
    const scaled = next.map((value) => value / sum)
    const moved = scaled.reduce((most, value, at) => Math.max(most, Math.abs(value - upTo(at))), 0)
    known = scaled
    if (moved < CLOSE) break
  }
  return known
}
