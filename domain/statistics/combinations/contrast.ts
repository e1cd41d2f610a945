import { locationQuotient } from '../concentration/location-quotient.js'
import { hypergeometricTails } from '../distributions/discrete.js'
import { benjaminiHochberg } from '../multiple-testing.js'
import { type Rate, rateRatio } from '../rate-ratio.js'

/** One member: its cases among those looked at, and among those they are held against. */
export interface Pair {
  readonly here: number
  readonly there: number
}

/** How a member differs from what was to be expected. */
export interface Contrasted extends Pair {
  /** Cases here, were it as there. */
  readonly expected: number
  /** Its part here ÷ its part there, or its rate; null where there is none there. */
  readonly ratio: number | null
  /** Of the ratio, 95 %; null where there is none. */
  readonly lower: number | null
  readonly upper: number | null
  /** Two-sided: twice the smaller tail. */
  readonly p: number
  /** Adjusted for all members that were tested together. */
  readonly q: number
}

type Single = Omit<Contrasted, 'q'>

/**
 * Members of some cases against the rest: which are more or less common here. Given how many there are of each member
 * and how many cases are here, the number here is hypergeometric (Fisher); all members are one family of tests.
 * R. Fisher, Statistical Methods for Research Workers (1934) §21.02; Benjamini & Hochberg (1995).
 *
 * @param pairs of any dimensions; `there`: those of the rest.
 * @param totals all cases here, and all of the rest, neither 0.
 */
export const againstRest = (pairs: readonly Pair[], totals: Pair): Contrasted[] =>
  adjusted(pairs.map((pair) => restOf(pair, totals)))

function restOf({ here, there }: Pair, totals: Pair): Single {
  const [both, all] = [here + there, totals.here + totals.there]
  const at = (k: number) => hypergeometricTails(k, both, all - both, totals.here)
  const { quotient, lower, upper } = locationQuotient(here, totals.here, there, totals.there)
  return {
    ...{ here, there, lower, upper },
    expected: (both * totals.here) / all,
    ratio: quotient,
    p: twoSided(at(here).lower, at(here - 1).upper),
  }
}

/**
 * Members of some cases against those of another time: which became more or fewer. The exact ratio of two rates; all
 * members are one family of tests.
 *
 * @param days how many days each of the times has, above 0.
 */
export const againstThen = (pairs: readonly Pair[], days: Pair): Contrasted[] =>
  adjusted(pairs.map((pair) => thenOf(pair, days)))

function thenOf({ here, there }: Pair, days: Pair): Single {
  const now: Rate = { count: here, exposure: days.here }
  const { ratio, lower, upper, p } = rateRatio(now, { count: there, exposure: days.there })
  const isKnown = here > 0 && there > 0
  return {
    ...{ here, there, p },
    expected: (there * days.here) / days.there,
    ratio: there > 0 ? ratio : null,
    lower: isKnown ? lower : null,
    upper: isKnown ? upper : null,
  }
}

const twoSided = (lower: number, upper: number): number => Math.min(1, 2 * Math.min(lower, upper))

function adjusted(singles: readonly Single[]): Contrasted[] {
  const q = benjaminiHochberg(singles.map(({ p }) => p))
  return singles.map((single, i) => ({ ...single, q: q[i] ?? NaN }))
}
