import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Fold } from '@fengsui/domain/metrics/parts'
import { TIME_ROLES, type TimeRole } from '@fengsui/domain/metrics/time-roles'
import { type Day, daysSince1970 } from '@fengsui/domain/time/day'
import { currentStateSql } from '@fengsui/etl/warehouse/current-state'
import type { Condition } from './plan.js'
import type { Evidence, Reading, Scan, ScanNumber, Span } from './scans.js'
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
 * Columns: `part` (their number), `set` (the bits of `grouping`), `codes`, `bucket` (first day, as days since 1970),
 * `numbers`; of an evidence the codes are the sources and the number is that of the cases.
 */
export function compileReading({ scans, evidence }: Pick<Reading, 'scans' | 'evidence'>): BoundQuery {
  const parts = [...scans.map(scanSql), ...evidence.map((each, i) => evidenceSql(each, scans.length + i))]
  return toQuery(join(parts, UNION_ALL))
}

/** The keys by which a scan groups: every dimension of any of its sets. */
export const keysOf = (scan: Scan): readonly DimensionId[] => [...new Set(scan.sets.flat())]

/** The bits that `grouping` gives for the rows of a set; 0 where the scan has only one, grouped plainly. */
export function bitsOf(scan: Scan, set: readonly DimensionId[]): number {
  if (scan.sets.length === 1) return 0
  return keysOf(scan).reduce((bits, key) => bits * 2 + (set.includes(key) ? 0 : 1), 0)
}

function scanSql(scan: Scan, index: number): Sql {
  const keys = keysOf(scan)
  const columns = keys.map((id) => column(id))
  const bucket = bucketSql(scan)
  const isPlain = scan.sets.length === 1
  const select = [
    sql`${trusted(String(index))} AS part`,
    isPlain || keys.length === 0 ? sql`toUInt64(0) AS set` : sql`grouping(${join(columns, COMMA)}) AS set`,
    keys.length === 0
      ? sql`emptyArrayString() AS codes`
      : sql`[${join(
          columns.map((each) => sql`toString(${each})`),
          COMMA,
        )}] AS codes`,
    bucket ? sql`${bucket} AS bucket` : sql`toInt32(0) AS bucket`,
    sql`[
    ${join(
      scan.numbers.map((number) => numberSql(scan, number)),
      sql`,
    `,
    )}
  ] AS numbers`,
  ]
  const where = [spansSql(scan), ...scan.conditions.map(conditionSql)]
  return sql`SELECT
  ${join(select, ON_NEW_LINE)}
FROM ${fromSql(scan.through)}
WHERE ${andSql(where)}${groupSql(scan, columns, bucket)}`
}

function groupSql({ sets }: Scan, columns: readonly Sql[], bucket: Sql | null): Sql {
  const also = bucket ? [bucket] : []
  if (sets.length === 1) {
    const keys = [...columns, ...also]
    return keys.length === 0
      ? sql``
      : sql`
GROUP BY ${join(keys, COMMA)}`
  }
  return sql`
GROUP BY GROUPING SETS (${join(
    sets.map((set) => sql`(${join([...set.map(column), ...also], COMMA)})`),
    COMMA,
  )})`
}

const column = (id: DimensionId): Sql => trusted(DIMENSIONS[id].column)
const dayOf = (role: TimeRole): Sql => trusted(TIME_ROLES[role].column)
/** Does the day of an event lie within a span? */
export const isInSql = (role: TimeRole, { from, to }: Span): Sql =>
  sql`${dayOf(role)} BETWEEN ${param(from, 'Date32')} AND ${param(to, 'Date32')}`

/** What the calendar is, the warehouse need not know: it is told the first days of the buckets. */
function bucketSql({ role, starts }: Scan): Sql | null {
  if (starts === null) return null
  const days = [...new Set(starts.map(daysSince1970))].sort((a, b) => a - b)
  return sql`roundDown(toInt32(assumeNotNull(${dayOf(role)})), ${param(days, 'Array(Int32)')})`
}

function spansSql({ role, spans }: Scan): Sql {
  const each = spans.map((span) => isInSql(role, span))
  return each.length === 1 ? join(each, OR) : sql`(${join(each, OR)})`
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

function numberSql(scan: Scan, { span, fold, asOf }: ScanNumber): Sql {
  const inSpan = scan.spans.length > 1 ? isInSql(scan.role, span) : null
  const where = 'where' in fold && fold.where !== null ? sql`(${catalogueSql(fold.where, asOf)})` : null
  const which = [inSpan, where].filter((each) => each !== null)
  if (fold.kind === 'count') {
    return which.length === 0 ? sql`toFloat64(count())` : sql`toFloat64(countIf(${andSql(which)}))`
  }
  const of = catalogueSql(fold.of, asOf)
  const only = which.length === 0 ? sql`true` : andSql(which)
  // Without a case there is no value; JSON tells nan as null.
  return sql`ifNull(toFloat64(${foldSql(fold)}(${of}, ${only})), nan)`
}

function foldSql(fold: Exclude<Fold, { kind: 'count' }>): Sql {
  if (fold.kind === 'quantile') return sql`quantileExactInclusiveIf(${trusted(String(fold.level))})`
  return fold.kind === 'sum' ? sql`sumIf` : sql`avgIf`
}

/** SQL of the catalogue, with the as-of day bound where it stands in it. */
export function catalogueSql(text: string, asOf: Day): Sql {
  return join(text.split('{asOf: Date32}').map(trusted), sql`${param(asOf, 'Date32')}`)
}

function evidenceSql({ roles, span, conditions, through }: Evidence, index: number): Sql {
  const anyOf = roles.map((role) => isInSql(role, span))
  const where = [
    roles.length === 1 ? join(anyOf, OR) : sql`(${join(anyOf, OR)})`,
    ...conditions.map(conditionSql),
  ]
  return sql`SELECT
  ${trusted(String(index))} AS part,
  toUInt64(0) AS set,
  arraySort(groupUniqArray(toString(source))) AS codes,
  toInt32(0) AS bucket,
  [toFloat64(count())] AS numbers
FROM ${fromSql(through)}
WHERE ${andSql(where)}`
}
