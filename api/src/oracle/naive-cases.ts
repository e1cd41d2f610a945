import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { ComparisonKind } from '@fengsui/domain/time/comparison'
import type { Day } from '@fengsui/domain/time/day'
import type { Asking } from './answer-shape.js'
import { type World, casesOf, timesOf } from './naive-answer.js'
import { tally } from './naive-figures.js'
import { NAIVE_MEASURES } from './naive-measures.js'

/** Which number of an answer, and whether its denominator or its numerator is meant. */
export interface Behind {
  readonly measure: MeasureId
  readonly keys: readonly string[]
  readonly bucket: Day | null
  readonly comparison: ComparisonKind | null
  readonly which: 'all' | 'property'
}

/** The ids of the cases behind a number, sorted. */
export function idsBehind(asking: Asking, world: World, number: Behind): string[] {
  const { measure: id, keys, bucket, comparison, which } = number
  const measure = NAIVE_MEASURES[id]
  const { buckets, compared, times } = timesOf(asking, world)
  const time = times[comparison === null ? 0 : 1 + compared.findIndex(({ kind }) => kind === comparison)]
  if (!time) return []
  const own = casesOf(asking, world).filter((each) =>
    keys.every((code, i) => each.codes[asking.dimensions[i] ?? 'region1'] === code),
  )
  const { whole, slots } = tally(measure, own, time, world.asOf)
  const gathered = bucket === null ? whole : slots[buckets.findIndex(({ key }) => key === bucket)]
  const { making } = measure
  const cases =
    which === 'all'
      ? gathered?.cases
      : making.kind === 'ratio'
        ? gathered?.cases.filter((each) => making.has(each, world.asOf))
        : gathered?.events
  return (cases ?? []).map((each) => each.id).sort()
}
