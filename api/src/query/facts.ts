import type { MeasureId } from '@fengsui/domain/metrics/measures'
import type { PartName } from '@fengsui/domain/metrics/parts'
import { type Day, daysSince1970 } from '@fengsui/domain/time/day'
import { bitsOf, keysOf, placesOf } from './compile.js'
import type { Level, Plan } from './plan.js'
import type { Need, Reading, Scan } from './scans.js'

/** What the engine counted for one measure (see `Parts`). `value` is null where there was no case. */
export interface Numbers {
  readonly n: number
  readonly k: number
  readonly value: number | null
}

const NOTHING: Numbers = { n: 0, k: 0, value: null }

/** Where a number stands: level, period (index), bucket key ('' without one), codes of the dimensions. */
export interface Place {
  readonly level: Level
  readonly period: number
  readonly bucket: string
  readonly codes: readonly string[]
}

/** What the engine counted for one plan. */
export interface Facts {
  /** The numbers of a measure; zeros where the engine had no case. */
  numbers(place: Place, measure: MeasureId): Numbers
  /** The combinations of codes that have any case in any period, in no order. */
  readonly combinations: readonly (readonly string[])[]
  /** How many cases the base period rests on, each once, and the ids of their sources. */
  readonly cases: number
  readonly sources: readonly string[]
}

/** A row of the statement of `compileReading`, as JSONCompactEachRow gives it. */
export type ReadRow = readonly [
  part: number,
  set: number | string,
  codes: readonly string[],
  bucket: number,
  numbers: readonly (number | null)[],
]

/** Deals the engine's rows out to the plans that were read together. */
export function factsOf(plans: readonly Plan[], reading: Reading, rows: readonly ReadRow[]): Facts[] {
  const byPart = new Map<number, Map<number, ReadRow[]>>()
  for (const row of rows) {
    const sets = byPart.get(row[0]) ?? new Map<number, ReadRow[]>()
    byPart.set(row[0], sets)
    const set = Number(row[1])
    const list = sets.get(set)
    if (list) list.push(row)
    else sets.set(set, [row])
  }
  return plans.map((plan, i) => {
    const { needs = [], evidence = 0, basis = 0 } = reading.plans[i] ?? {}
    const found = byPart.get(reading.scans.length + evidence)?.get(0) ?? []
    return new CountedFacts(plan, reading.scans, needs, byPart, {
      cases: found.reduce((sum, [, , , , cases]) => sum + (cases[basis] ?? 0), 0),
      sources: found.flatMap(([, , sources, , cases]) => ((cases[basis] ?? 0) > 0 ? sources : [])).sort(),
    })
  })
}

const SEPARATOR = '\u0000'
const placeKey = (level: Level, period: number, bucket: string, codes: readonly string[]): string =>
  `${level}${SEPARATOR}${period}${SEPARATOR}${bucket}${SEPARATOR}${codes.join(SEPARATOR)}`

type Parts = { -readonly [Part in keyof Numbers]: Numbers[Part] }

class CountedFacts implements Facts {
  readonly combinations: readonly (readonly string[])[]
  readonly cases: number
  readonly sources: readonly string[]
  private readonly places = new Map<string, Map<MeasureId, Parts>>()

  constructor(
    private readonly plan: Plan,
    scans: readonly Scan[],
    needs: readonly Need[],
    rows: ReadonlyMap<number, ReadonlyMap<number, readonly ReadRow[]>>,
    evidence: { cases: number; sources: readonly string[] },
  ) {
    const combinations = new Map<string, readonly string[]>()
    const bucketAt = plan.periods.map(({ starts }) => bucketFinder(plan, starts))
    for (const { need, scan, set, picks, places } of grouped(scans, needs)) {
      for (const [, , given, day, numbers] of rows.get(need[0]?.scan ?? -1)?.get(bitsOf(scan, set)) ?? []) {
        const codes = picks.map((at) => given[at] ?? '')
        for (const each of need) {
          const bucket = set.bucketed ? bucketAt[each.period]?.(day) : ''
          const number = numbers[places[each.number] ?? -1] ?? null
          // Of a piece that lies in no bucket of this period, or holds none of its cases, there is nothing to add. Of values
          // a nought is one like others: closed on the day it came.
          if (bucket === undefined || (set.bucketed && number === 0 && each.part !== 'value')) continue
          if (each.part !== 'value' && each.level === 'rows' && number !== null && number > 0)
            combinations.set(codes.join(SEPARATOR), codes)
          this.put(placeKey(each.level, each.period, bucket, codes), each.measure, each.part, number)
        }
      }
    }
    this.combinations = [...combinations.values()]
    this.cases = evidence.cases
    this.sources = evidence.sources
  }

  numbers({ level, period, bucket, codes }: Place, measure: MeasureId): Numbers {
    // Without rows of its own the total is the row.
    const there = this.plan.levels.includes(level) ? level : 'total'
    return this.places.get(placeKey(there, period, bucket, codes))?.get(measure) ?? NOTHING
  }

  /** Counts of the pieces of a bucket add up; a value comes once. */
  private put(place: string, measure: MeasureId, part: PartName, number: number | null): void {
    let measures = this.places.get(place)
    if (!measures) this.places.set(place, (measures = new Map<MeasureId, Parts>()))
    let numbers = measures.get(measure)
    if (!numbers) measures.set(measure, (numbers = { ...NOTHING }))
    if (part === 'value') numbers.value = number
    else numbers[part] += number ?? 0
  }
}

/** The needs of a plan by the rows in which they are found. */
function grouped(scans: readonly Scan[], needs: readonly Need[]) {
  const groups = new Map<string, Need[]>()
  for (const need of needs) {
    const key = `${need.scan}:${need.set}`
    const group = groups.get(key)
    if (group) group.push(need)
    else groups.set(key, [need])
  }
  return [...groups.values()].map((need) => {
    const scan = scans[need[0]?.scan ?? -1]
    const set = scan?.sets[need[0]?.set ?? -1]
    if (!scan || !set) throw new Error('internal: a need without its scan')
    const keys = keysOf(scan)
    return { need, scan, set, picks: set.dimensions.map((id) => keys.indexOf(id)), places: placesOf(scan) }
  })
}

/**
 * Finds the bucket of a plan in which a day of one of its periods lies, undefined before the first. Of several that begin
 * on one day it is the last: the others have no counterpart.
 */
function bucketFinder(plan: Plan, starts: readonly Day[]): (day: number) => string | undefined {
  const first = starts.map(daysSince1970)
  const known = new Map<number, string | undefined>()
  return (day) => {
    if (!known.has(day)) known.set(day, plan.buckets[first.findLastIndex((start) => start <= day)]?.key)
    return known.get(day)
  }
}
