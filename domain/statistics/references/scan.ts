import { seeded } from '../random.js'
import { expectationBasedScan } from '../scan/expectation-based.js'
import { permutationScan, spaceTimeScan, spatialScan, type Cluster, type Map } from '../scan/scan.js'
import type { Methods } from './differences.js'

/** Parameters as SaTScan has them. */
interface Scan {
  readonly maxPopFraction: number
  readonly maxRadiusKm?: number | null
  readonly replications: number
  readonly coordinates: 'cartesian' | 'lonlat'
}
interface SpaceTime extends Scan {
  readonly prospective: boolean
  readonly maxDuration: number
}
interface Coordinates {
  readonly x: readonly number[]
  readonly y: readonly number[]
}
interface PlacedCases extends Coordinates {
  readonly cases: readonly [number, number, number][]
  readonly periods: number
}

const mapOf = ({ x, y }: Coordinates, { coordinates, maxPopFraction, maxRadiusKm }: Scan): Map => ({
  places: x.map((value, i) => ({ x: value, y: y[i] ?? NaN })),
  metric: coordinates === 'lonlat' ? 'greatCircle' : 'plane',
  fraction: maxPopFraction,
  radius: maxRadiusKm ?? Infinity,
})

const replicationsOf = ({ replications }: Scan) => ({ count: replications, random: seeded(4) })

const said = (cluster: Cluster) => ({
  ...cluster,
  center: cluster.centre,
  locations: cluster.places,
  pValue: cluster.p,
  startTime: cluster.window.start,
  endTime: cluster.window.end - 1,
  observedOverExpected: cluster.observed / cluster.expected,
})

const placed = ({ cases }: PlacedCases) => cases.map(([place, period, count]) => ({ place, period, count }))

const durationOf = ({ periods }: PlacedCases, { maxDuration, prospective }: SpaceTime) => ({
  periods,
  longest: maxDuration,
  isProspective: prospective,
})

const mostLikely = ({ cases }: PlacedCases, [first]: readonly Cluster[]) => ({
  totalCases: cases.reduce((sum, [, , count]) => sum + count, 0),
  mostLikelyCluster: first && said(first),
})

export const scan: Methods = {
  spatialScanPoisson: (
    input: Coordinates & { cases: number[]; population: number[] },
    params: Scan & { rates: 'high' | 'low' },
    { clusters: listed }: { clusters: unknown[] },
  ) => ({
    // The references leave out what is least of a cluster.
    clusters: spatialScan(
      mapOf(input, params),
      input.cases,
      input.population,
      params.rates,
      replicationsOf(params),
    )
      .slice(0, listed.length)
      .map(said),
  }),
  spaceTimePermutationScan: (input: PlacedCases, params: SpaceTime) =>
    mostLikely(
      input,
      permutationScan(mapOf(input, params), placed(input), durationOf(input, params), replicationsOf(params)),
    ),
  spaceTimePoissonScan: (input: PlacedCases & { population: number[] }, params: SpaceTime) =>
    mostLikely(
      input,
      spaceTimeScan(
        mapOf(input, params),
        placed(input),
        input.population,
        durationOf(input, params),
        replicationsOf(params),
      ),
    ),
  expectationBasedPoissonScan: (
    input: Coordinates & { counts: number[][]; baselines: number[][] },
    { k }: { k: number },
  ) => {
    const places = input.x.map((x, i) => ({ x, y: input.y[i] ?? NaN }))
    const found = expectationBasedScan(places, 'greatCircle', input.counts, input.baselines, k)
    return (
      found && {
        ...found,
        locations: found.places,
        relativeRisk: found.observed / found.baseline,
        zoneCount: found.zones,
      }
    )
  },
}
