import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import { TIME_ROLES, type TimeRole } from '@fengsui/domain/metrics/time-roles'
import { type Day, daysSince1970 } from '@fengsui/domain/time/day'
import { currentStateSql } from '@fengsui/etl/warehouse/current-state'
import type { Condition } from './plan.js'
import type { Basis, Evidence, GroupingSet, Reading, Scan, ScanNumber, Span } from './scans.js'
import { type BoundQuery, type Sql, join, param, sql, toQuery, trusted } from './sql.js'

const COMMA = sql`, `
const AND = sql` AND `
const OR = sql` OR `
const ON_NEW_LINE = sql`,
  `
/** All of several conditions. */
export const andSql = (conditions: readonly Sql[]): Sql => join(conditions, AND)

const UNION_ALL = sql`
UNION ALL
`

/**
 * Turns what is read together into one bound statement: one SELECT a scan and one for each evidence, in that order.
 * Columns: `part` (their number), `set` (the bits of `grouping`), `codes`, `bucket` (first day of a piece of time, as days since 1970),
 * `numbers`; of an evidence there is a row for each source, with its numbers of cases.
 */
export function compileReading({ scans, evidence }: Pick<Reading, 'scans' | 'evidence'>): BoundQuery {
  const parts = [...scans.map(scanSql), ...evidence.map((each, i) => evidenceSql(each, scans.length + i))]
  return toQuery(join(parts, UNION_ALL))
}

/** The dimensions by which a scan groups: every one of any of its sets. */
export const keysOf = (scan: Scan): readonly DimensionId[] => [
  ...new Set(scan.sets.flatMap(({ dimensions }) => dimensions)),
]

/** The bits that `grouping` gives for the rows of a set; 0 where the scan has only one, grouped plainly. */
export function bitsOf(scan: Scan, { dimensions, bucketed }: GroupingSet): number {
  if (scan.sets.length === 1) return 0
  const isIn = keysOf(scan).map((key) => dimensions.includes(key))
  if (isCut(scan)) isIn.push(bucketed)
  return isIn.reduce((bits, each) => bits * 2 + (each ? 0 : 1), 0)
}

const isCut = ({ cuts }: Scan): boolean => cuts.length > 0

function scanSql(scan: Scan, index: number): Sql {
  const columns = keysOf(scan).map((id) => column(id))
  const bucket = isCut(scan) ? bucketSql(scan) : null
  const keys = bucket ? [...columns, bucket] : columns
  const select = [
    sql`${trusted(String(index))} AS part`,
    scan.sets.length === 1 ? sql`toUInt64(0) AS set` : sql`grouping(${join(keys, COMMA)}) AS set`,
    columns.length === 0
      ? sql`emptyArrayString() AS codes`
      : sql`[${join(
          columns.map((each) => sql`toString(${each})`),
          COMMA,
        )}] AS codes`,
    bucket ? sql`${bucket} AS bucket` : sql`toInt32(0) AS bucket`,
    sql`arrayConcat(
    ${join(
      batchesOf(scan).map((batch) => batchSql(scan, batch)),
      sql`,
    `,
    )}
  ) AS numbers`,
  ]
  const where = [spansSql(scan), ...scan.conditions.map(conditionSql)]
  return sql`SELECT
  ${join(select, ON_NEW_LINE)}
FROM ${fromSql(scan.through)}
WHERE ${andSql(where)}${groupSql(scan, keys, bucket)}`
}

function groupSql({ sets }: Scan, keys: readonly Sql[], bucket: Sql | null): Sql {
  if (sets.length === 1) {
    return keys.length === 0
      ? sql``
      : sql`
GROUP BY ${join(keys, COMMA)}`
  }
  const keysIn = ({ dimensions, bucketed }: GroupingSet): Sql[] => [
    ...dimensions.map(column),
    ...(bucket && bucketed ? [bucket] : []),
  ]
  return sql`
GROUP BY GROUPING SETS (${join(
    sets.map((set) => sql`(${join(keysIn(set), COMMA)})`),
    COMMA,
  )})`
}

const column = (id: DimensionId): Sql => trusted(DIMENSIONS[id].column)
const dayOf = (role: TimeRole): Sql => trusted(TIME_ROLES[role].column)
/** Does the day of an event lie within a span? */
export const isInSql = (role: TimeRole, { from, to }: Span): Sql =>
  sql`${dayOf(role)} BETWEEN ${param(from, 'Date32')} AND ${param(to, 'Date32')}`

/** What the calendar is, the warehouse need not know: it is told where time is cut. */
function bucketSql({ role, cuts }: Scan): Sql {
  return sql`roundDown(toInt32(assumeNotNull(${dayOf(role)})), ${param(cuts.map(daysSince1970), 'Array(Int32)')})`
}

/** One range from the first day to the last: what lies between two spans is not counted, and reading it costs less than asking twice. */
function spansSql({ role, spans }: Scan): Sql {
  const from = spans.map((span) => span.from).sort()[0] ?? ''
  const to =
    spans
      .map((span) => span.to)
      .sort()
      .at(-1) ?? ''
  return isInSql(role, { from, to })
}

/** The cases: as they are now, or as they were when a batch had been loaded. */
export function fromSql(through: number | null): Sql {
  if (through === null) return sql`cases`
  const pieces = currentStateSql(THROUGH).split(THROUGH).map(trusted)
  return sql`(${join(pieces, sql`${param(through, 'UInt32')}`)})`
}
const THROUGH = '{throughBatch: UInt32}'

export function conditionSql(condition: Condition): Sql {
  switch (condition.kind) {
    case 'nothing':
      return sql`false`
    case 'in':
      return memberSql(condition.dimension, condition.codes)
    case 'anyOf':
      return sql`(${join(
        condition.within.map(({ dimension, codes }) => memberSql(dimension, codes)),
        OR,
      )})`
    case 'notThese': {
      const columns = condition.dimensions.map((id) => sql`toString(${column(id)})`)
      return sql`NOT has(${param(condition.members, 'Array(Array(String))')}, [${join(columns, COMMA)}])`
    }
  }
}

const memberSql = (dimension: DimensionId, codes: readonly string[]): Sql =>
  sql`${column(dimension)} IN ${param(codes, 'Array(String)')}`

/** Numbers of a scan that the engine makes in one go: one, or several quantiles of the same values. */
interface Batch {
  readonly numbers: readonly [ScanNumber, ...ScanNumber[]]
  /** Where they stand among the scan's numbers. */
  readonly places: readonly number[]
}

function batchesOf({ numbers }: Scan): Batch[] {
  const batches = new Map<string, { numbers: [ScanNumber, ...ScanNumber[]]; places: number[] }>()
  numbers.forEach((number, place) => {
    const { fold, span } = number
    const key = fold.kind === 'quantile' ? JSON.stringify([span, fold.of, fold.where]) : String(place)
    const batch = batches.get(key)
    if (!batch) batches.set(key, { numbers: [number], places: [place] })
    else {
      batch.numbers.push(number)
      batch.places.push(place)
    }
  })
  return [...batches.values()]
}

/** For every number of a scan, where it stands in the list that the engine gives. */
export function placesOf(scan: Scan): readonly number[] {
  const places: number[] = []
  batchesOf(scan)
    .flatMap((batch) => batch.places)
    .forEach((number, at) => (places[number] = at))
  return places
}

function batchSql(scan: Scan, { numbers }: Batch): Sql {
  const [{ span, fold, asOf }] = numbers
  const inSpan = scan.spans.length > 1 ? isInSql(scan.role, span) : null
  const where = fold.where === null ? null : sql`(${catalogueSql(fold.where, asOf)})`
  const which = [inSpan, where].filter((each) => each !== null)
  const only = which.length === 0 ? sql`true` : andSql(which)
  if (fold.kind === 'count')
    return which.length === 0 ? sql`[toFloat64(count())]` : sql`[toFloat64(countIf(${only}))]`
  const of = catalogueSql(fold.of, asOf)
  // Without a case there is no value; JSON tells nan as null.
  if (fold.kind !== 'quantile')
    return sql`[ifNull(toFloat64(${fold.kind === 'sum' ? sql`sumIf` : sql`avgIf`}(${of}, ${only})), nan)]`
  const levels = numbers.flatMap((number) =>
    number.fold.kind === 'quantile' ? [trusted(String(number.fold.level))] : [],
  )
  return sql`quantilesExactInclusiveIf(${join(levels, COMMA)})(assumeNotNull(${of}), ifNull(${only}, false))`
}

/** SQL of the catalogue, with the as-of day bound where it stands in it. */
export function catalogueSql(text: string, asOf: Day): Sql {
  return join(text.split('{asOf: Date32}').map(trusted), sql`${param(asOf, 'Date32')}`)
}

function evidenceSql({ bases, conditions, through }: Evidence, index: number): Sql {
  const each = bases.map(basisSql)
  const counts = each.length === 1 ? [sql`count()`] : each.map((basis) => sql`countIf(${basis})`)
  const where = [
    each.length === 1 ? join(each, OR) : sql`(${join(each, OR)})`,
    ...conditions.map(conditionSql),
  ]
  return sql`SELECT
  ${trusted(String(index))} AS part,
  toUInt64(0) AS set,
  [toString(source)] AS codes,
  toInt32(0) AS bucket,
  [${join(
    counts.map((count) => sql`toFloat64(${count})`),
    COMMA,
  )}] AS numbers
FROM ${fromSql(through)}
WHERE ${andSql(where)}
GROUP BY source`
}

/** Does any of several dates of a case lie in a span? */
export function basisSql({ roles, span }: Basis): Sql {
  const anyOf = roles.map((role) => isInSql(role, span))
  return anyOf.length === 1 ? join(anyOf, OR) : sql`(${join(anyOf, OR)})`
}
