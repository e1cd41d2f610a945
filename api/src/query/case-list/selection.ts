import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import { MEASURES, type MeasureId } from '@fengsui/domain/metrics/measures'
import { type Part, partsOf } from '@fengsui/domain/metrics/parts'
import type { TimeRole } from '@fengsui/domain/metrics/time-roles'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import { type Day, addDays } from '@fengsui/domain/time/day'
import type { Condition, Plan, PlannedPeriod } from '../plan.js'
import type { Span } from '../scans.js'

/** Which number of an answer: its measure and where it stands. */
export interface NumberOf {
  readonly measure: MeasureId
  /** Codes of its row, aligned with the answer's dimensions; [] for the total. */
  readonly keys: readonly string[]
  readonly bucket: Day | null
  /** Null: the period asked for. */
  readonly comparison: ComparisonKind | null
  /** All cases behind it (the denominator), or those with the property (the numerator, the events). */
  readonly which: 'all' | 'property'
}

/** The cases behind a number, as the warehouse is asked for them. */
export interface Selection {
  readonly conditions: readonly Condition[]
  readonly role: TimeRole
  readonly span: Span
  /** SQL of the catalogue; null: all. */
  readonly where: string | null
  readonly asOf: Day
  readonly through: number | null
  /** Only these of them; absent: all. */
  readonly ids?: readonly string[]
}

/**
 * Finds the cases behind a number of a plan's answer.
 *
 * @returns null when the answer has no such number.
 */
export function selectionOf(plan: Plan, number: NumberOf): Selection | null {
  const { dimensions, measures } = plan.query
  const period = plan.periods.find(({ kind }) => kind === (number.comparison ?? 'base'))
  const { keys, measure, which } = number
  if (!measures.includes(measure) || !period || (keys.length > 0 && keys.length !== dimensions.length))
    return null
  const span = spanOf(plan, period, number.bucket)
  const parts = partsOf(MEASURES[measure])
  const part = which === 'property' ? parts.k : parts.n
  if (!span || !part) return null
  const own = keys.flatMap((code, i): Condition[] => {
    const dimension: DimensionId | undefined = dimensions[i]
    return dimension ? [{ kind: 'in', dimension, codes: [code] }] : []
  })
  const { asOf, through } = plan
  return {
    conditions: [...plan.conditions, ...own],
    role: part.role,
    span,
    where: whereOf(part),
    asOf,
    through,
  }
}

/** What makes a case one of a part: where events of cases are added up, a case without any is none. */
function whereOf({ fold }: Part): string | null {
  const where = fold.where ?? null
  if (fold.kind !== 'sum') return where
  const adds = `(${fold.of}) > 0`
  return where === null ? adds : `(${where}) AND ${adds}`
}

/** The days of a bucket, or of what it is compared with; null when there is no such bucket. */
function spanOf(plan: Plan, { kind, period, starts }: PlannedPeriod, bucket: Day | null): Span | null {
  if (bucket === null) return { from: period.from, to: period.to }
  const at = plan.buckets.findIndex(({ key }) => key === bucket)
  const [from, next] = [starts[at], starts[at + 1]]
  if (at < 0 || from === undefined) return null
  const last = kind === 'base' ? plan.buckets[at]?.to : undefined
  const to = last ?? (next === undefined ? period.to : addDays(next, -1))
  return { from, to }
}
