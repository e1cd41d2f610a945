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

/** One way of grouping: by dimensions, in the order of the plan, and by the pieces of time or not. */
export interface GroupingSet {
  readonly dimensions: readonly DimensionId[]
  readonly bucketed: boolean
}

/**
 * One reading of the cases: those under the same conditions, by one attribution date, grouped in several ways at once,
 * each set by itself. Several spans are read together, each number those of one.
 *
 * Time is cut at the first day of every bucket of every span: a bucket is then the sum of its pieces, although a day of
 * one period and the same day of a compared one stand in different buckets. That holds for counts only; what is no sum
 * of its pieces is read in a scan of its own, whose pieces are the buckets of one span.
 */
export interface Scan {
  readonly role: TimeRole
  readonly conditions: readonly Condition[]
  readonly through: number | null
  /** First days of the pieces; [] where no set is bucketed. */
  readonly cuts: readonly Day[]
  readonly spans: readonly Span[]
  readonly sets: readonly GroupingSet[]
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
  const cut = new Set(plans.flatMap((plan) => (plan.query.grain === null ? [] : headsOf(plan))))
  const found = plans.map((plan) => {
    const { conditions, through } = plan
    const open = new Places<Basis>()
    const at = evidence.of(
      { conditions, through, bases: open.items, open },
      JSON.stringify([conditions, through]),
    )
    return {
      needs: needsOf(plan, scans, cut),
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
  readonly sets = new Places<GroupingSet>()
  readonly numbers = new Places<ScanNumber>()
  readonly cuts = new Set<Day>()

  constructor(private readonly head: Pick<Scan, 'role' | 'conditions' | 'through'>) {}

  closed(): Scan {
    return {
      ...this.head,
      cuts: [...this.cuts].sort(),
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

/** Under which conditions a plan reads, as a text. */
const whereOf = ({ conditions, through, asOf }: Plan): string => JSON.stringify([conditions, through, asOf])

/** The scans in which a plan counts. */
function headsOf(plan: Plan): string[] {
  const parts = plan.query.measures.flatMap((id) => PARTS.get(id) ?? [])
  return parts.flatMap(({ part: { role, fold } }) =>
    fold.kind === 'count' ? [`${role} ${whereOf(plan)}`] : [],
  )
}

/** @param cut the scans of counts that are grouped by pieces of time. */
function needsOf(plan: Plan, scans: Places<OpenScan>, cut: ReadonlySet<string>): Need[] {
  const where = whereOf(plan)
  return plan.levels.flatMap((level) =>
    plan.periods.flatMap((_, period) => needsAt(plan, scans, { level, period, where, cut })),
  )
}

function needsAt(
  plan: Plan,
  scans: Places<OpenScan>,
  { level, period, where, cut }: { level: Level; period: number; where: string; cut: ReadonlySet<string> },
): Need[] {
  const { dimensions, measures, grain } = plan.query
  const planned: PlannedPeriod | undefined = plan.periods[period]
  if (!planned) throw new Error(`internal: the plan has no period ${period}`)
  const bucketed = grain !== null && (level === 'rows' || level === 'buckets')
  const set: GroupingSet = {
    dimensions: level === 'rows' || level === 'members' ? dimensions : [],
    bucketed,
  }
  const span: Span = { from: planned.period.from, to: planned.period.to }
  const days = `${span.from}/${span.to}`
  const starts = bucketed ? planned.starts : []
  return measures.flatMap((measure) =>
    (PARTS.get(measure) ?? []).map(({ name, part: { role, fold }, key }): Need => {
      const { conditions, through, asOf } = plan
      const head = `${role} ${where}`
      const isApart = fold.kind !== 'count' && (bucketed || cut.has(head))
      const apart = isApart ? ` ${bucketed ? `${days} ${starts.join()}` : 'uncut'}` : ''
      const scan = scans.of(new OpenScan({ role, conditions, through }), `${head}${apart}`)
      const open = scans.items[scan]
      if (!open) throw new Error('internal: no such scan')
      open.spans.of(span, days)
      for (const start of starts) open.cuts.add(start)
      return {
        scan,
        set: open.sets.of(set, `${set.dimensions.join()} ${bucketed}`),
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
