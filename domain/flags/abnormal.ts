import { FINDINGS, type Incidents, type Known, rowsBetween } from './incidents.js'
import type { FlagThresholds } from './thresholds.js'

const YEAR = 365

/**
 * Reports that look like 职业举报 (notice item 9): one reporter, many reports on many enterprises in a short time, none of
 * which was found right by the day. They stay reports; numbers are shown with and without them.
 *
 * @returns the rows of such reporters in the last year, all of the runs that are long enough.
 */
export function abnormalRows(
  known: Known,
  { days, reports, enterprises }: FlagThresholds['abnormal'],
): Set<number> {
  const { incidents, asOf } = known
  const byReporter = new Map<number, number[]>()
  for (const row of rowsBetween(known, asOf - YEAR, asOf)) {
    const reporter = incidents.reporter[row] ?? 0
    if (reporter === 0) continue
    const own = byReporter.get(reporter)
    if (own) own.push(row)
    else byReporter.set(reporter, [row])
  }
  const abnormal = new Set<number>()
  for (const own of byReporter.values()) {
    if (own.length < reports) continue
    for (const [first] of own.entries()) {
      const run = runFrom(incidents, own, first, days)
      const hit = new Set(run.map((row) => incidents.enterprise[row] ?? 0))
      const isLong = run.length >= reports && hit.size >= enterprises
      if (isLong && !run.some((row) => isFounded(incidents, row, asOf)))
        for (const row of run) abnormal.add(row)
    }
  }
  return abnormal
}

function runFrom({ day }: Incidents, own: readonly number[], first: number, days: number): number[] {
  const start = day[own[first] ?? NaN] ?? NaN
  return own.slice(first).filter((row) => (day[row] ?? NaN) - start < days)
}

/** Was it found right, or right in part, by a day? */
export const isFounded = ({ verified, finding }: Incidents, row: number, asOf: number): boolean =>
  isVerified({ verified }, row, asOf) && (finding[row] ?? 0) >= FINDINGS.partly

/** Was it checked by a day? */
export const isVerified = ({ verified }: Pick<Incidents, 'verified'>, row: number, asOf: number): boolean => {
  const on = verified[row] ?? 0
  return on > 0 && on <= asOf
}
