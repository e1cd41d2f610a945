import type { Interval } from '../wilson.js'
import { betaPosterior, fitBetaBinomial } from './beta-binomial.js'
import { fitGammaPoisson, gammaPosterior } from './gamma-poisson.js'
import { credible, type Posterior } from './posterior.js'

/** A department, a township: so many cases, so many of them with the property (in time, late, …). */
export interface RankedUnit {
  readonly n: number
  readonly events: number
  /**
   * How many of its cases would have the property, did each go as cases of its kind go everywhere: for units that are
   * given cases of different difficulty (indirect standardisation). All units have it, or none.
   */
  readonly expected?: number
}

/**
 * Clearly better than the typical unit, not distinguishable from it, clearly worse; `none`: has no case.
 */
export type Group = 'ahead' | 'withinChance' | 'behind' | 'none'

export interface FairUnit {
  /** As counted: events ÷ n, or events ÷ expected; null without a case. */
  readonly raw: number | null
  /** Drawn to the typical value as far as its few cases ask. */
  readonly estimate: number
  /** Holds the true value with probability 95 %. */
  readonly interval: Interval
  /** P(the unit is truly better than the typical one). */
  readonly probabilityBetter: number
  readonly group: Group
  /** What is known of its true value. */
  readonly posterior: Posterior
}

export interface FairGroups {
  /** What `estimate` is: a proportion, or a ratio to what was expected. */
  readonly scale: 'proportion' | 'observedOverExpected'
  /** The mean of the units' true values, each unit counted once. */
  readonly typical: number
  /** False: the units differ no more than chance makes equal units differ; then all are within chance. */
  readonly isDetectable: boolean
  /** Chance of differences at least as large between equal units. */
  readonly pEqual: number
  /** In the order given. */
  readonly units: readonly FairUnit[]
}

/** A unit is told apart where it is better, or worse, with at least this probability. */
const SURE = 0.95

/** Differences between units are believed where equal units show such ones no more often. */
const DETECTABLE = 0.05

/**
 * Groups that chance does not decide: what is known of each unit's true value after drawing it to the typical one
 * (empirical Bayes), and whether that tells it from the typical one. Proportions are beta-binomial; where cases differ
 * in difficulty, observed ÷ expected is gamma-Poisson, which sees least where the property is common: count the rarer
 * side then, late cases and not those in time.
 *
 * Two things must hold before a unit is called ahead or behind: that the units differ at all (likelihood ratio against
 * one value for all), and that it is better or worse than the typical one with probability 95 %.
 *
 * C. Morris, JASA 78 (1983) 47–65; H. Goldstein, D. Spiegelhalter, JRSS A 159 (1996) 385–443, on league tables.
 *
 * @param better which direction is good.
 * @throws RangeError when a unit's counts cannot be, only some have expected numbers, or there is no case at all.
 */
export function fairGroups(units: readonly RankedUnit[], better: 'higher' | 'lower'): FairGroups {
  const { scale, typical, pEqual, posteriors } = modelOf(units)
  const isDetectable = differs(pEqual)
  return {
    scale,
    typical,
    isDetectable,
    pEqual,
    units: posteriors.map((posterior, i) => {
      const unit = units[i] as RankedUnit
      const { lower, upper } = posterior.tailsAt(typical)
      const probabilityBetter = better === 'higher' ? upper : lower
      return {
        raw: rawOf(unit),
        estimate: posterior.mean,
        interval: credible(posterior),
        probabilityBetter,
        group: groupOf(unit, isDetectable, probabilityBetter),
        posterior,
      }
    }),
  }
}

interface Model {
  readonly scale: FairGroups['scale']
  readonly typical: number
  readonly pEqual: number
  readonly posteriors: readonly Posterior[]
}

function modelOf(units: readonly RankedUnit[]): Model {
  const isAdjusted = units.some(({ expected }) => expected !== undefined)
  if (isAdjusted && units.some(({ expected }) => expected === undefined))
    throw new RangeError('only some units have expected numbers')
  if (isAdjusted) {
    const exposed = units.map(({ events, expected = 0 }) => ({ events, exposure: expected }))
    const fit = fitGammaPoisson(exposed)
    const posteriors = exposed.map((unit) => gammaPosterior(unit, fit))
    return { scale: 'observedOverExpected', typical: fit.mean, pEqual: fit.pEqual, posteriors }
  }
  const fit = fitBetaBinomial(units)
  const posteriors = units.map((unit) => betaPosterior(unit, fit))
  return { scale: 'proportion', typical: fit.mean, pEqual: fit.pEqual, posteriors }
}

/** Whether there is anything to judge the unit by. */
const hasCases = (unit: RankedUnit): boolean => (unit.expected ?? unit.n) > 0

function rawOf(unit: RankedUnit): number | null {
  return hasCases(unit) ? unit.events / (unit.expected ?? unit.n) : null
}

function groupOf(unit: RankedUnit, isDetectable: boolean, probabilityBetter: number): Group {
  if (!hasCases(unit)) return 'none'
  return isDetectable ? surely(probabilityBetter) : 'withinChance'
}

function surely(probabilityBetter: number): Exclude<Group, 'none'> {
  if (probabilityBetter >= SURE) return 'ahead'
  return probabilityBetter <= 1 - SURE ? 'behind' : 'withinChance'
}

/** Do the units differ at all? @param pEqual chance of differences at least as large between equal units. */
export const differs = (pEqual: number): boolean => pEqual <= DETECTABLE

/** The group of a unit with cases, by the same two conditions. */
export const groupBy = (pEqual: number, probabilityBetter: number): Exclude<Group, 'none'> =>
  differs(pEqual) ? surely(probabilityBetter) : 'withinChance'
