import { seeded } from '../statistics/random.js'
import { type Cluster, permutationScan } from '../statistics/scan/scan.js'
import type { Place as Point } from '../statistics/scan/zones.js'
import { type Known, rowsBetween } from './incidents.js'
import type { FlagThresholds } from './thresholds.js'
import { lastSunday } from './week-screen.js'

/** A cluster of an industry (0: of all) that lasts until the last whole week. */
export interface FoundCluster {
  readonly industry: number
  readonly cluster: Cluster
  /** Members of the region list, the one in the middle first. */
  readonly regions: readonly number[]
  readonly from: number
  readonly to: number
  readonly rows: Int32Array
  readonly perYear: number
}

/** Fewer cases in all are no field in which to look for a cluster. */
const LEAST_IN_FIELD = 20
/** A field without a cluster is left after so many draws that are at least as extreme (Besag, Clifford 1991). */
const STOP_AFTER = 50
const WEEKS_OF_YEAR = 52

/**
 * Where and since when cases come together more than place and time by themselves would have it: the space-time
 * permutation scan over the last days, up to the last whole week, of all cases and of each industry that has enough.
 * One look a week. Its p-values are corrected for all places and times; the number of fields is counted beside.
 *
 * @param points by region number; null where a region has no place on the map.
 */
export function clustersOf(
  known: Known,
  points: readonly (Point | null)[],
  { cluster: of }: FlagThresholds,
): { readonly found: FoundCluster[]; readonly fields: number } {
  const { incidents, asOf, firstDay } = known
  const to = lastSunday(asOf)
  const start = to - of.days + 1
  if (start < firstDay) return { found: [], fields: 0 }
  const rows = rowsBetween(known, start, to).filter(
    (row) => (points[incidents.region[row] ?? 0] ?? null) !== null,
  )
  const industries = [...new Set([...rows].map((row) => incidents.industry[row] ?? 0))].filter(
    (each) => each > 0,
  )
  const fields = [0, ...industries.sort((a, b) => a - b)]
    .map((industry) => ({
      industry,
      rows: industry === 0 ? rows : rows.filter((row) => incidents.industry[row] === industry),
    }))
    .filter((field) => field.rows.length >= LEAST_IN_FIELD)
  const found = fields.flatMap((field) =>
    scanField(known, points, field.rows, start, of, field.industry).map(
      ({ cluster, regions, from, own }): FoundCluster => ({
        ...{ industry: field.industry, cluster, regions, from, to, rows: own },
        perYear: cluster.p * fields.length * WEEKS_OF_YEAR,
      }),
    ),
  )
  return { found, fields: fields.length }
}

function scanField(
  { incidents }: Known,
  points: readonly (Point | null)[],
  rows: Int32Array,
  start: number,
  of: FlagThresholds['cluster'],
  industry: number,
) {
  const regions = [...new Set([...rows].map((row) => incidents.region[row] ?? 0))].sort((a, b) => a - b)
  const placeOf = new Map(regions.map((region, place) => [region, place]))
  const places = regions.map((region) => points[region] ?? { x: 0, y: 0 })
  const cases = [...rows].map((row) => ({
    place: placeOf.get(incidents.region[row] ?? 0) ?? 0,
    period: (incidents.day[row] ?? NaN) - start,
    count: 1,
  }))
  const clusters = permutationScan(
    { places, metric: 'greatCircle', fraction: of.fraction },
    cases,
    { periods: of.days, longest: of.longest, isProspective: true },
    { count: of.replications, stopAfter: STOP_AFTER, bestOnly: true, random: seeded(start * 131 + industry) },
  )
  const best = clusters[0]
  if (!best || best.observed < of.leastCases) return []
  const members = new Set(best.places.map((place) => regions[place] ?? 0))
  const from = start + best.window.start
  const own = rows.filter(
    (row) => members.has(incidents.region[row] ?? 0) && (incidents.day[row] ?? NaN) >= from,
  )
  const centre = regions[best.centre] ?? 0
  return [{ cluster: best, regions: [centre, ...[...members].filter((each) => each !== centre)], from, own }]
}
