import { concentration } from '../statistics/concentration/effective-number.js'
import type { Place } from './cells.js'
import type { Incidents, Known } from './incidents.js'

/** Who stands behind some incidents. */
export interface Backing {
  readonly cases: number
  /** Enterprises that are known. */
  readonly enterprises: number
  /** Share of the enterprise that has most, 0 … 1, of all cases. */
  readonly topShare: number
  /** The enterprise that has most; 0 where none is known. */
  readonly topEnterprise: number
  readonly topCases: number
  /** As if so many enterprises had equal shares; 0 where none is known. */
  readonly effectiveEnterprises: number
  /** Reporters: those that can be told apart, and every one that left nothing as one of his own. */
  readonly reporters: number
  /** Of them those that left nothing: nobody knows whether they are one. */
  readonly unknownReporters: number
  readonly regions: number
}

const countOf = (values: Iterable<number>): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Who stands behind these rows. */
export function backingOf(incidents: Incidents, rows: Int32Array): Backing {
  const enterprises = countOf([...rows].map((row) => incidents.enterprise[row] ?? 0))
  enterprises.delete(0)
  const reporters = countOf([...rows].map((row) => incidents.reporter[row] ?? 0))
  const unknownReporters = reporters.get(0) ?? 0
  reporters.delete(0)
  const regions = new Set([...rows].map((row) => incidents.region[row] ?? 0))
  regions.delete(0)
  let [topEnterprise, topCases] = [0, 0]
  for (const [enterprise, cases] of enterprises)
    if (cases > topCases) [topEnterprise, topCases] = [enterprise, cases]
  return {
    cases: rows.length,
    enterprises: enterprises.size,
    topShare: rows.length === 0 ? 0 : topCases / rows.length,
    topEnterprise,
    topCases,
    effectiveEnterprises: concentration([...enterprises.values()])?.effectiveNumber ?? 0,
    reporters: reporters.size + unknownReporters,
    unknownReporters,
    regions: regions.size,
  }
}

/** From this share on, with at least two of its cases, a signal is that enterprise and not its sector. */
const ONE_ENTERPRISE = 0.6

/** Does a signal rest on one enterprise (statistics of a sector that are the doing of one)? */
export const isOneEnterprise = ({ enterprises, topShare, topCases }: Backing): boolean =>
  topCases >= 2 && (enterprises === 1 || topShare >= ONE_ENTERPRISE)

/** The industry of more than half of some incidents; 0 where there is none. */
export function mainIndustryOf({ industry }: Incidents, rows: Int32Array): number {
  const counts = countOf([...rows].map((row) => industry[row] ?? 0))
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] * 2 > rows.length ? most[0] : 0
}

/** Every combination of area, industry and issue that any incident has, once: hundreds where there may be a million rows. */
export function placesOf({ incidents, rows }: Known): Place[] {
  const places = new Map<number, Place>()
  for (const row of rows) {
    const region = incidents.region[row] ?? 0
    const industry = incidents.industry[row] ?? 0
    const issue = incidents.issue[row] ?? 0
    const key = (region * WIDTH + industry) * WIDTH + issue
    if (!places.has(key)) places.set(key, { region, industry, issue })
  }
  return [...places.values()]
}

const WIDTH = 1 << 16

/**
 * Every industry that any incident of a place ever had, by number; 0 for one that is not known.
 *
 * @param places of `placesOf`.
 */
export function sectorsOf(places: readonly Place[], { region, industry, issue }: Place): number[] {
  const sectors = new Set<number>()
  for (const each of places)
    if (
      (region === 0 || each.region === region) &&
      (industry === 0 || each.industry === industry) &&
      (issue === 0 || each.issue === issue)
    )
      sectors.add(each.industry)
  return [...sectors].sort((a, b) => a - b)
}
