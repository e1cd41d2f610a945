import type { MeasureId } from '@fengsui/domain/metrics/measures'
import { columnsOf, levelOf } from './compile.js'
import type { Level, Plan } from './plan.js'
import type { Row } from './run.js'

/** What the engine counted for one measure: cases, those with the property (shares), the quantile (days). */
export interface Numbers {
  readonly n: number
  readonly numerator: number
  readonly value: number | null
}

const NOTHING: Numbers = { n: 0, numerator: 0, value: null }

/** Where a number stands: level, period (index), bucket key ('' without one), codes of the dimensions. */
export interface Place {
  readonly level: Level
  readonly period: number
  readonly bucket: string
  readonly codes: readonly string[]
}

/** The engine's rows, found by place. */
export interface Facts {
  /** The numbers of a measure; zeros where the engine had no case. */
  numbers(place: Place, measure: MeasureId): Numbers
  /** The combinations of codes that have any case in any period, in no order. */
  readonly combinations: readonly (readonly string[])[]
}

const keyOf = ({ level, period, bucket, codes }: Place): string =>
  JSON.stringify([level, period, bucket, codes])

/** Indexes the engine's rows. */
export function readFacts(plan: Plan, rows: readonly Row[]): Facts {
  const { dimensions, measures, grain } = plan.query
  const byPlace = new Map<string, Map<MeasureId, Numbers>>()
  const combinations = new Map<string, string[]>()
  for (const row of rows) {
    const level = levelOf(plan, Number(row.level))
    const codes = level === 'total' ? [] : dimensions.map((id) => String(row[id]))
    const bucket = level === 'rows' && grain ? String(row.bucket) : ''
    const numbers = new Map(measures.map((id) => [id, numbersOf(row, id)]))
    byPlace.set(keyOf({ level, period: Number(row.period), bucket, codes }), numbers)
    if (level === 'rows' && [...numbers.values()].some(({ n }) => n > 0)) {
      combinations.set(JSON.stringify(codes), codes)
    }
  }
  return {
    numbers: (place, measure) => byPlace.get(keyOf(place))?.get(measure) ?? NOTHING,
    combinations: [...combinations.values()],
  }
}

function numbersOf(row: Row, id: MeasureId): Numbers {
  const found = { ...NOTHING }
  for (const { name, kind } of columnsOf(id)) {
    const value = row[name]
    Object.assign(found, { [kind]: value === null || value === undefined ? NOTHING[kind] : Number(value) })
  }
  return found
}
