import { concentration } from '../statistics/concentration/effective-number.js'
import { wilson } from '../statistics/wilson.js'
import { isFounded, isVerified } from './abnormal.js'
import { type Backing, backingOf } from './evidence.js'
import { type Known, rowsBetween } from './incidents.js'
import type { FlagThresholds } from './thresholds.js'

/** An issue over a year, as the rule of 典型性 looks at it. */
export interface IssueProfile {
  readonly issue: number
  readonly cases: number
  readonly verified: number
  readonly founded: number
  /** Lower bound of founded ÷ verified; 0 where nothing was checked. */
  readonly provenLower: number
  /** Normalised Shannon entropy of its areas, 0 … 1. */
  readonly entropy: number
  readonly backing: Backing
  /** It belongs to the few issues that hold most of what was found right. */
  readonly isAmongMost: boolean
  /** share × entropy × provenLower: the order of domain rule A. */
  readonly weight: number
  readonly isTypical: boolean
  readonly rows: Int32Array
}

/**
 * 典型性问题, “many places, many units, proven” (domain rule A), over some days that end with the as-of day: cases enough, one
 * of the few issues that hold most of what was found right, in many areas and enterprises, found right often enough for
 * so few, and of different reporters.
 *
 * @param regions number of areas that the office has.
 * @returns all issues that have a case, the heaviest first.
 */
export function issueProfiles(
  known: Known,
  days: number,
  regions: number,
  { typical: of }: FlagThresholds,
): IssueProfile[] {
  const { incidents, asOf } = known
  const byIssue = new Map<number, number[]>()
  const rows = rowsBetween(known, asOf - days + 1, asOf)
  for (const row of rows) {
    const issue = incidents.issue[row] ?? 0
    if (issue === 0) continue
    const own = byIssue.get(issue)
    if (own) own.push(row)
    else byIssue.set(issue, [row])
  }
  const profiles = [...byIssue].map(([issue, own]) => profileOf(known, issue, Int32Array.from(own), regions))
  const most = mostOf(profiles, of.coverage)
  return profiles
    .map((profile) => {
      const isAmongMost = most.has(profile.issue)
      const { cases, backing, entropy, provenLower } = profile
      const isTypical =
        isAmongMost &&
        cases >= of.leastCases &&
        backing.regions >= Math.min(of.leastRegions, regions) &&
        backing.enterprises >= of.leastEnterprises &&
        entropy >= of.entropy &&
        provenLower >= of.provenLower &&
        backing.reporters >= of.reportersPerCase * cases
      return { ...profile, isAmongMost, isTypical, weight: (cases / rows.length) * entropy * provenLower }
    })
    .sort((a, b) => b.weight - a.weight)
}

function profileOf({ incidents, asOf }: Known, issue: number, rows: Int32Array, regions: number) {
  const verified = rows.filter((row) => isVerified(incidents, row, asOf)).length
  const founded = rows.filter((row) => isFounded(incidents, row, asOf)).length
  const byRegion = new Map<number, number>()
  for (const row of rows) {
    const region = incidents.region[row] ?? 0
    if (region > 0) byRegion.set(region, (byRegion.get(region) ?? 0) + 1)
  }
  const spread = concentration([...byRegion.values()])
  return {
    ...{ issue, verified, founded, rows },
    cases: rows.length,
    provenLower: verified === 0 ? 0 : wilson(founded, verified).lower,
    entropy: spread === null || regions < 2 ? 0 : spread.entropy / Math.log(regions),
    backing: backingOf(incidents, rows),
  }
}

/** The smallest set of issues that covers so large a part of what was found right. */
function mostOf(
  profiles: readonly { readonly issue: number; readonly founded: number }[],
  coverage: number,
): ReadonlySet<number> {
  const all = profiles.reduce((sum, { founded }) => sum + founded, 0)
  const most = new Set<number>()
  let covered = 0
  for (const { issue, founded } of [...profiles].sort((a, b) => b.founded - a.founded || a.issue - b.issue)) {
    if (all === 0 || covered >= all * coverage) break
    most.add(issue)
    covered += founded
  }
  return most
}
