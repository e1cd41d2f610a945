import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import type { Measure } from '@fengsui/domain/metrics/model'
import { type Fold, PART_NAMES, type PartName, partsOf } from '@fengsui/domain/metrics/parts'
import type { TimeRole } from '@fengsui/domain/metrics/time-roles'
import type { Day } from '@fengsui/domain/time/day'
import type { Condition, Level, Plan } from './plan.js'

export interface Span {
  readonly from: Day
  readonly to: Day
}

/** One number of a scan: a fold over the cases of one of its spans. */
export interface ScanNumber {
  readonly span: Span
  readonly fold: Fold
  readonly asOf: Day
}

/**
 * One reading of the cases: those under the same conditions, by one attribution date, grouped in several ways at once.
 * Without buckets several spans are read together; with buckets exactly one, because a day of one period and the same
 * day of a compared one stand in different buckets.
 */
export interface Scan {
  readonly role: TimeRole
  readonly conditions: readonly Condition[]
  readonly through: number | null
  /** First days of the buckets; null without buckets. */
  readonly starts: readonly Day[] | null
  readonly spans: Span[]
  /** Each set is grouped by itself; in the order of the plan's dimensions. */
  readonly sets: (readonly DimensionId[])[]
  readonly numbers: ScanNumber[]
}

/** How many cases a plan's answer rests on, each once, and the sources they come from. */
export interface Evidence {
  readonly roles: readonly TimeRole[]
  readonly span: Span
  readonly conditions: readonly Condition[]
  readonly through: number | null
}

/** Where a plan finds one number: in which scan, grouped by which set, at which place of its numbers. */
export interface Need {
  readonly scan: number
  readonly set: number
  readonly number: number
  readonly level: Level
  readonly period: number
  readonly measure: MeasureId
  readonly part: PartName
}

/** What several plans ask of the warehouse together, each reading once. */
export interface Reading {
  readonly scans: readonly Scan[]
  readonly evidence: readonly Evidence[]
  /** Aligned with the plans. */
  readonly plans: readonly { readonly needs: readonly Need[]; readonly evidence: number }[]
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The place of an item in a list, put at its end if it is not there yet. */
function placeIn<T>(list: T[], item: T): number {
  const known = list.findIndex((other) => isSame(other, item))
  return known >= 0 ? known : list.push(item) - 1
}

/** Plans what a whole screen reads: what its panels have in common is read once. */
export function readTogether(plans: readonly Plan[]): Reading {
  const scans: Scan[] = []
  const evidence: Evidence[] = []
  const found = plans.map((plan) => ({
    needs: plan.levels.flatMap((level) => needsOf(plan, level, scans)),
    evidence: placeIn(evidence, evidenceOf(plan)),
  }))
  return { scans, evidence, plans: found }
}

const measureOf = (id: MeasureId): Measure => MEASURES[id]

function needsOf(plan: Plan, level: Level, scans: Scan[]): Need[] {
  const { measures, grain } = plan.query
  const isBucketed = grain !== null && (level === 'rows' || level === 'buckets')
  const set = level === 'rows' || level === 'members' ? plan.query.dimensions : []
  return plan.periods.flatMap(({ period, starts }, at) =>
    measures.flatMap((measure) => {
      const parts = partsOf(measureOf(measure))
      return PART_NAMES.flatMap((name): Need[] => {
        const part = parts[name]
        if (!part) return []
        const span = { from: period.from, to: period.to }
        const scan = scanFor(scans, plan, part.role, isBucketed ? { span, starts } : null)
        const reading = scans[scan]
        if (!reading) throw new Error('internal: no such scan')
        placeIn(reading.spans, span)
        const number = placeIn(reading.numbers, { span, fold: part.fold, asOf: plan.asOf })
        return [{ scan, set: placeIn(reading.sets, set), number, level, period: at, measure, part: name }]
      })
    }),
  )
}

function scanFor(
  scans: Scan[],
  plan: Plan,
  role: TimeRole,
  bucketed: { span: Span; starts: readonly Day[] } | null,
): number {
  const { conditions, through } = plan
  const known = scans.findIndex(
    (scan) =>
      scan.role === role &&
      scan.through === through &&
      isSame(scan.conditions, conditions) &&
      isSame(scan.starts, bucketed?.starts ?? null) &&
      (!bucketed || isSame(scan.spans, [bucketed.span])),
  )
  if (known >= 0) return known
  const spans = bucketed ? [bucketed.span] : []
  return (
    scans.push({
      role,
      conditions,
      through,
      starts: bucketed?.starts ?? null,
      spans,
      sets: [],
      numbers: [],
    }) - 1
  )
}

function evidenceOf(plan: Plan): Evidence {
  const roles = plan.query.measures.map((id) => measureOf(id).time)
  const { from, to } = plan.periods[0]?.period ?? { from: '', to: '' }
  return {
    roles: [...new Set(roles)].sort(),
    span: { from, to },
    conditions: plan.conditions,
    through: plan.through,
  }
}
