import { normalTails, twoSided } from '../distributions/normal.js'

/** For each area the indices of its neighbours, without itself. */
export type Neighbours = readonly (readonly number[])[]

export interface HotSpot {
  /** Above 0: high values stand together; null where nothing can be said. */
  readonly z: number | null
  /** Two-sided, normal; of one area: adjust for all. */
  readonly p: number | null
}

const NOTHING: HotSpot = { z: null, p: null }

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const squaresOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0)

/**
 * Where high, or low, values stand together: the sum over an area and its neighbours in its standard errors,
 * Gᵢ* = (Σⱼ xⱼ − W x̄) ÷ (s √((n W − W²) ÷ (n − 1))), W their number. For colouring a map; for shrunken rates or
 * `freemanTukey`, not for counts. J. Ord, A. Getis, Geographical Analysis 27 (1995) 286–306.
 *
 * @param values one for each area.
 */
export function getisOrdStar(values: readonly number[], neighbours: Neighbours): HotSpot[] {
  const n = values.length
  const mean = sumOf(values) / n
  const s = Math.sqrt(squaresOf(values.map((value) => value - mean)) / n)
  return values.map((_, i) => {
    const around = [i, ...(neighbours[i] ?? [])]
    const sum = sumOf(around.map((j) => values[j] ?? NaN))
    return hotSpot(sum - around.length * mean, s, around.length, n)
  })
}

/** As getisOrdStar, without the area itself, and held against all others only: Gᵢ. Ord & Getis (1995). */
export function getisOrd(values: readonly number[], neighbours: Neighbours): HotSpot[] {
  const n = values.length - 1
  const [all, squares] = [sumOf(values), squaresOf(values)]
  return values.map((value, i) => {
    const around = neighbours[i] ?? []
    if (around.length === 0) return NOTHING
    const mean = (all - value) / n
    const s = Math.sqrt(Math.max(0, (squares - value * value) / n - mean * mean))
    return hotSpot(sumOf(around.map((j) => values[j] ?? NaN)) - around.length * mean, s, around.length, n)
  })
}

function hotSpot(excess: number, s: number, around: number, n: number): HotSpot {
  const error = s * Math.sqrt((n * around - around ** 2) / (n - 1))
  if (!(error > 0)) return NOTHING
  const z = excess / error
  return { z, p: twoSided(z) }
}

/** Whether an area and its neighbours are high or low: HH, LL, or an outlier among them, HL, LH. */
export type Quadrant = 'HH' | 'HL' | 'LH' | 'LL'

export interface LocalMoran {
  readonly statistic: number
  readonly expected: number
  readonly variance: number
  readonly z: number
  /** Two-sided, normal. */
  readonly p: number
  readonly quadrant: Quadrant
}

export interface GlobalMoran {
  readonly statistic: number
  readonly expected: number
  readonly variance: number
  readonly z: number
  /** One-sided: P of so much likeness of neighbours, or more. */
  readonly p: number
}

/**
 * How far each area is like its neighbours: Iᵢ = zᵢ ÷ m₂ Σⱼ wᵢⱼ zⱼ with weights that add up to 1, and its moments where
 * the other values are thrown about. L. Anselin, Geographical Analysis 27 (1995) 93–115; R. Sokal, N. Oden,
 * B. Thomson, Geographical Analysis 30 (1998) 331–354.
 */
export function localMoran(values: readonly number[], neighbours: Neighbours): LocalMoran[] {
  const n = values.length
  const mean = sumOf(values) / n
  const z = values.map((value) => value - mean)
  const m2 = squaresOf(z) / n
  return z.map((own, i) => {
    const around = neighbours[i] ?? []
    const weight = around.length === 0 ? 0 : 1
    const lag = weight === 0 ? 0 : sumOf(around.map((j) => z[j] ?? NaN)) / around.length
    const statistic = (own / m2) * lag
    const expected = (-own * own * weight) / ((n - 1) * m2)
    const spread = weight === 0 ? 0 : 1 / around.length - weight / (n - 1)
    const variance = (own / m2) ** 2 * (n / (n - 2)) * spread * (m2 - (own * own) / (n - 1))
    const score = (statistic - expected) / Math.sqrt(variance)
    const quadrant = `${own > 0 ? 'H' : 'L'}${lag > 0 ? 'H' : 'L'}` as const
    return { statistic, expected, variance, z: score, p: twoSided(score), quadrant }
  })
}

/**
 * How far neighbours are alike on the whole: Moran's I with weights that add up to 1 for each area, and its variance
 * where values are thrown about. A. Cliff, J. Ord, Spatial Processes (1981), section 2.2.
 */
export function globalMoran(values: readonly number[], neighbours: Neighbours): GlobalMoran {
  const n = values.length
  const mean = sumOf(values) / n
  const z = values.map((value) => value - mean)
  const m2 = squaresOf(z) / n
  const weight = (i: number, j: number): number => {
    const around = neighbours[i] ?? []
    return around.includes(j) ? 1 / around.length : 0
  }
  const edges = neighbours.flatMap((around, i) => around.map((j) => [i, j] as const))
  const s0 = sumOf(edges.map(([i, j]) => weight(i, j)))
  // Σᵢⱼ (wᵢⱼ + wⱼᵢ)² ÷ 2 over all ordered pairs; an edge that has no way back is met once.
  const s1 = sumOf(
    edges.map(([i, j]) => {
      const [there, back] = [weight(i, j), weight(j, i)]
      return (there + back) ** 2 / (back > 0 ? 2 : 1)
    }),
  )
  const incoming = values.map(() => 0)
  for (const [i, j] of edges) incoming[j] = (incoming[j] ?? 0) + weight(i, j)
  const s2 = squaresOf(incoming.map((sum, i) => sum + ((neighbours[i]?.length ?? 0) > 0 ? 1 : 0)))
  const statistic =
    (sumOf(edges.map(([i, j]) => weight(i, j) * (z[i] ?? NaN) * (z[j] ?? NaN))) / s0) * (1 / m2)
  const expected = -1 / (n - 1)
  const kurtosis = z.reduce((sum, value) => sum + value ** 4, 0) / n / m2 ** 2
  const first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
  const second = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
  const variance = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected ** 2
  const score = (statistic - expected) / Math.sqrt(variance)
  return { statistic, expected, variance, z: score, p: normalTails(score).upper }
}

/**
 * A rate, made about normal with a variance that does not depend on it: √(1000) (√(count ÷ n) + √((count + 1) ÷ n)).
 * M. Freeman, J. Tukey, Annals of Mathematical Statistics 21 (1950) 607–611; N. Cressie, Statistics for Spatial Data
 * (1993), p. 395.
 */
export const freemanTukey = (count: number, n: number): number =>
  Math.sqrt(1000) * (Math.sqrt(count / n) + Math.sqrt((count + 1) / n))
