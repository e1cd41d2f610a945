import type { Neighbours } from './local-autocorrelation.js'

/** Cases of an area, and what they are held against; above 0. */
export interface AreaCount {
  readonly cases: number
  readonly population: number
}

export interface Smoothed {
  /** The mean rate. */
  readonly mean: number
  /** Variance of the true rates; 0 where there is none to be seen. */
  readonly variance: number
  /** Rates drawn to the mean, the more the smaller the population. */
  readonly rates: readonly number[]
}

/**
 * Rates for the colours of a map: each drawn to the common one as its population asks, by the method of moments.
 * b = Σ cases ÷ Σ population, a = max(0, s² − b ÷ mean population), rate = b + (r − b) a ÷ (a + b ÷ population).
 * R. Marshall, Applied Statistics 40 (1991) 283–294.
 */
export function marshall(areas: readonly AreaCount[]): Smoothed {
  const { mean, variance } = momentsOf(areas)
  return { mean, variance, rates: areas.map((area) => drawn(area, mean, variance)) }
}

/** As `marshall`, each area drawn to the rate of itself and its neighbours. */
export function marshallLocal(areas: readonly AreaCount[], neighbours: Neighbours): number[] {
  return areas.map((area, i) => {
    const around = (neighbours[i] ?? []).flatMap((j) => areas[j] ?? [])
    const { mean, variance } = momentsOf([area, ...around])
    return drawn(area, mean, variance)
  })
}

function momentsOf(areas: readonly AreaCount[]): { readonly mean: number; readonly variance: number } {
  const population = areas.reduce((sum, area) => sum + area.population, 0)
  const mean = areas.reduce((sum, { cases }) => sum + cases, 0) / population
  const s2 = areas.reduce(
    (sum, area) => sum + area.population * (area.cases / area.population - mean) ** 2,
    0,
  )
  return { mean, variance: Math.max(0, s2 / population - mean / (population / areas.length)) }
}

function drawn({ cases, population }: AreaCount, mean: number, variance: number): number {
  if (variance === 0) return mean
  return mean + (cases / population - mean) * (variance / (variance + mean / population))
}
