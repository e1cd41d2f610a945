import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { type Fold, PART_NAMES, type Part, type PartName, partsOf } from '@fengsui/domain/metrics/parts'
import type { TimeRole } from '@fengsui/domain/metrics/time-roles'
import type { Day } from '@fengsui/domain/time/day'
import type { Condition, Level, Plan, PlannedPeriod } from './plan.js'

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
  readonly spans: readonly Span[]
  /** Each set is grouped by itself; in the order of the plan's dimensions. */
  readonly sets: readonly (readonly DimensionId[])[]
  readonly numbers: readonly ScanNumber[]
}

/** The cases that an answer rests on, each once: those of which any of these dates lies in the span. */
export interface Basis {
  readonly roles: readonly TimeRole[]
  readonly span: Span
}

/** How many cases answers under the same conditions rest on, and the sources they come from. */
export interface Evidence {
  readonly conditions: readonly Condition[]
  readonly through: number | null
  readonly bases: readonly Basis[]
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
  readonly plans: readonly {
    readonly needs: readonly Need[]
    readonly evidence: number
    /** Which of the bases of the evidence. */
    readonly basis: number
  }[]
}

/** Plans what a whole screen reads: what its panels have in common is read once. */
export function readTogether(plans: readonly Plan[]): Reading {
  const scans = new Places<OpenScan>()
  const evidence = new Places<Evidence & { readonly open: Places<Basis> }>()
  const found = plans.map((plan) => {
    const { conditions, through } = plan
    const open = new Places<Basis>()
    const at = evidence.of(
      { conditions, through, bases: open.items, open },
      JSON.stringify([conditions, through]),
    )
    return {
      needs: needsOf(plan, scans),
      evidence: at,
      basis: evidence.items[at]?.open.of(basisOf(plan)) ?? 0,
    }
  })
  return {
    scans: scans.items.map((scan) => scan.closed()),
    evidence: evidence.items.map(({ conditions, through, bases }) => ({ conditions, through, bases })),
    plans: found,
  }
}

/** A list of things without repetition, and where each stands in it. */
class Places<T> {
  readonly items: T[] = []
  private readonly known = new Map<string, number>()

  /** @param key tells the item from every other; by default what it holds. */
  of(item: T, key = JSON.stringify(item)): number {
    const place = this.known.get(key)
    if (place !== undefined) return place
    this.known.set(key, this.items.length)
    return this.items.push(item) - 1
  }
}

/** A scan that still takes in what plans need of it. */
class OpenScan {
  readonly spans = new Places<Span>()
  readonly sets = new Places<readonly DimensionId[]>()
  readonly numbers = new Places<ScanNumber>()

  constructor(private readonly head: Pick<Scan, 'role' | 'conditions' | 'through' | 'starts'>) {}

  closed(): Scan {
    return {
      ...this.head,
      spans: this.spans.items,
      sets: this.sets.items,
      numbers: this.numbers.items,
    }
  }
}

/** The parts of every measure, taken apart once, each fold with the text that tells it from others. */
const PARTS = new Map(
  (Object.keys(MEASURES) as MeasureId[]).map((id) => {
    const parts = partsOf(MEASURES[id])
    const named = PART_NAMES.flatMap((name): { name: PartName; part: Part; key: string }[] => {
      const part = parts[name]
      return part ? [{ name, part, key: JSON.stringify(part.fold) }] : []
    })
    return [id, named]
  }),
)

function needsOf(plan: Plan, scans: Places<OpenScan>): Need[] {
  const where = JSON.stringify([plan.conditions, plan.through, plan.asOf])
  return plan.levels.flatMap((level) =>
    plan.periods.flatMap((_, period) => needsAt(plan, scans, { level, period, where })),
  )
}

function needsAt(
  plan: Plan,
  scans: Places<OpenScan>,
  { level, period, where }: { level: Level; period: number; where: string },
): Need[] {
  const { dimensions, measures, grain } = plan.query
  const planned: PlannedPeriod | undefined = plan.periods[period]
  if (!planned) throw new Error(`internal: the plan has no period ${period}`)
  const isBucketed = grain !== null && (level === 'rows' || level === 'buckets')
  const set = level === 'rows' || level === 'members' ? dimensions : []
  const span: Span = { from: planned.period.from, to: planned.period.to }
  const days = `${span.from}/${span.to}`
  const starts = isBucketed ? planned.starts : null
  const cut = starts ? `${days} ${starts.join()}` : ''
  return measures.flatMap((measure) =>
    (PARTS.get(measure) ?? []).map(({ name, part, key }): Need => {
      const { conditions, through, asOf } = plan
      const { role, fold } = part
      const scan = scans.of(new OpenScan({ role, conditions, through, starts }), `${role} ${cut} ${where}`)
      const open = scans.items[scan]
      if (!open) throw new Error('internal: no such scan')
      open.spans.of(span, days)
      return {
        scan,
        set: open.sets.of(set, set.join()),
        number: open.numbers.of({ span, fold, asOf }, `${days} ${key}`),
        level,
        period,
        measure,
        part: name,
      }
    }),
  )
}

/** What an answer over the period asked for rests on. */
export function basisOf(plan: Plan): Basis {
  const roles = plan.query.measures.flatMap((id) => (PARTS.get(id) ?? []).map(({ part }) => part.role))
  const { from, to } = plan.periods[0]?.period ?? { from: '', to: '' }
  return { roles: [...new Set(roles)].sort(), span: { from, to } }
}
