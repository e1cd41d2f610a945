import type { Interval } from '../wilson.js'
import { type Group, differs, groupBy } from './fair-groups.js'
import { fitNormalNormal, normalPosterior } from './normal-normal.js'
import { credible } from './posterior.js'
import { rankUnits } from './rank.js'

/** A unit's times, as logarithms ln(1 + days). */
export interface TimedUnit {
  /** Cases, 1 at least. */
  readonly n: number
  readonly mean: number
  /** Σ (logarithm − mean)². */
  readonly squares: number
}

export interface FairTime {
  /** Days of a typical case (geometric mean), drawn to the typical unit as far as its few cases ask. */
  readonly estimate: number
  /** Holds the true value with probability 95 %. */
  readonly interval: Interval
  readonly group: Exclude<Group, 'none'>
  /** The ranks that it may truly have, 1 the fastest; the interval holds the true one with probability 95 %. */
  readonly rank: Interval & { readonly expected: number }
}

export interface FairTimes {
  /** Days of a typical case in the typical unit. */
  readonly typical: number
  /** False: the units differ no more than chance makes equal units differ. */
  readonly isDetectable: boolean
  readonly pEqual: number
  /** In the order given. */
  readonly units: readonly FairTime[]
}

const daysOf = (logarithm: number): number => Math.expm1(logarithm)

/**
 * Units by how long their cases take, less being better. Times are skewed, so that their logarithms are compared; the
 * spread within units is taken as one for all (pooled), so that a unit of few cases is not sure of itself by chance.
 * Grouped as by `fairGroups`.
 *
 * @throws RangeError when there are fewer than two units, or no unit has two cases that differ.
 */
export function fairTimes(units: readonly TimedUnit[]): FairTimes {
  const free = units.reduce((sum, { n }) => sum + n - 1, 0)
  const pooled = units.reduce((sum, { squares }) => sum + squares, 0) / free
  if (units.length < 2 || !(pooled > 0)) throw new RangeError('times of two units at least, which differ')
  const measured = units.map(({ n, mean }) => ({ mean, variance: pooled / n }))
  const fit = fitNormalNormal(measured)
  const posteriors = measured.map((unit) => normalPosterior(unit, fit))
  const ranks = rankUnits(posteriors)
  const last = units.length + 1
  return {
    typical: daysOf(fit.mean),
    pEqual: fit.pEqual,
    isDetectable: differs(fit.pEqual),
    units: posteriors.map((posterior, i) => {
      const { lower, upper } = credible(posterior)
      const rank = ranks[i] ?? { expected: NaN, lower: NaN, upper: NaN }
      return {
        estimate: daysOf(posterior.mean),
        interval: { lower: daysOf(lower), upper: daysOf(upper) },
        group: groupBy(fit.pEqual, posterior.tailsAt(fit.mean).lower),
        rank: { expected: last - rank.expected, lower: last - rank.upper, upper: last - rank.lower },
      }
    }),
  }
}
