import { type Known, rowsBetween } from '@fengsui/domain/flags/incidents'
import { concentration } from '@fengsui/domain/statistics/concentration/effective-number'
import type { ReadIncidents } from './read-incidents.js'

/** 集中行业: how the cases of a sector are spread. */
export interface FoundSector {
  readonly industry: string
  readonly cases: number
  readonly before: number
  readonly enterprises: number
  readonly effectiveRegions: number
  readonly topRegion: string
  readonly topCases: number
}

const QUARTER = 90
const YEAR = 365

/**
 * The sectors by their reports of the last 90 days, beside the same days of last year, and how far they stand together in
 * few areas (集中行业; 通知第12项：针对举报较为集中的行业领域，要提醒相关部门加强监管).
 */
export function sectorsOf(known: Known, read: ReadIncidents): FoundSector[] {
  const { incidents, asOf } = known
  const count = (rows: Int32Array): Map<number, Int32Array> => {
    const groups = new Map<number, number[]>()
    for (const row of rows) {
      const industry = incidents.industry[row] ?? 0
      if (industry === 0) continue
      const own = groups.get(industry)
      if (own) own.push(row)
      else groups.set(industry, [row])
    }
    return new Map([...groups].map(([industry, own]) => [industry, Int32Array.from(own)]))
  }
  const now = count(rowsBetween(known, asOf - QUARTER + 1, asOf))
  const before = count(rowsBetween(known, asOf - YEAR - QUARTER + 1, asOf - YEAR))
  return [...now]
    .map(([industry, rows]) => {
      const byRegion = new Map<number, number>()
      for (const row of rows) {
        const region = incidents.region[row] ?? 0
        byRegion.set(region, (byRegion.get(region) ?? 0) + 1)
      }
      byRegion.delete(0)
      const [top] = [...byRegion].sort((a, b) => b[1] - a[1])
      const enterprises = new Set([...rows].map((row) => incidents.enterprise[row] ?? 0))
      enterprises.delete(0)
      return {
        industry: read.industries[industry] ?? '',
        cases: rows.length,
        before: before.get(industry)?.length ?? 0,
        enterprises: enterprises.size,
        effectiveRegions: Number((concentration([...byRegion.values()])?.effectiveNumber ?? 0).toFixed(2)),
        topRegion: read.regions[top?.[0] ?? 0] ?? '',
        topCases: top?.[1] ?? 0,
      }
    })
    .sort((a, b) => b.cases - a.cases)
}
