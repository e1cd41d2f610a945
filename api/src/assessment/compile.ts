import { MEASURES } from '@fengsui/domain/metrics/measures'
import { type Day, addDays } from '@fengsui/domain/time/day'
import type { Quarter } from '@fengsui/domain/assessment/quarter'
import { andSql, catalogueSql, conditionSql, fromSql, isInSql } from '../query/compile.js'
import type { Condition } from '../query/plan.js'
import { type BoundQuery, type Sql, join, param, sql, toQuery, trusted } from '../query/sql.js'

/** Which cases, and how they are seen. */
export interface AssessedCases {
  readonly quarter: Quarter
  readonly asOf: Day
  /** Only what had been loaded up to this batch is read; null: what is loaded now. */
  readonly through: number | null
  readonly conditions: readonly Condition[]
  /** The longest extension that the rule allows, in days. */
  readonly longestExtension: number
}

/** What a row of the statement is. */
export const PARTS = {
  late: 0,
  onTimeRate: 1,
  verifiedShareOfChecked: 2,
  closed: 3,
  extended: 4,
  handled: 5,
} as const

const LATE_DAYS = [
  'due_on',
  'verified_on',
  'closed_on',
  'reply_due_on',
  'replied_on',
  'reward_due_on',
  'reward_notified_on',
  'claim_due_on',
  'reward_paid_on',
  'assigned_on',
] as const

/** Days at the end of a quarter in which closing is 突击办结 where it is too much of all. */
const LAST_DAYS = 7

const UNION_ALL = sql`
UNION ALL
`
const NO_DAYS = sql`CAST([], 'Array(Nullable(String))') AS days, emptyArrayString() AS chain_days, emptyArrayString() AS chain_units`

/**
 * The unit that had a case at the end of a day: the same as `holderAt`, as the engine can ask it; a test holds the two
 * against each other.
 */
const holderSql = (day: Sql): Sql =>
  sql`if(empty(transfers), if(assigned_on IS NULL OR assigned_on <= ${day}, toString(department), ''), tupleElement(arrayLast(step -> step.1 <= ${day}, transfers), 2))`

/**
 * Everything that a quarter's assessment needs to know of its cases, in one statement: the cases of which a limit ran out
 * one by one, and of the others how many each unit had, by its kind where rates are compared. Columns: `part`, `texts`,
 * `days`, `chain_days`, `chain_units`, `numbers`. Rates are those of the catalogue; where somebody died no unit is
 * assessed.
 */
export function compileAssessment(asked: AssessedCases): BoundQuery {
  const { quarter, asOf, longestExtension } = asked
  const { onTimeRate, verifiedShareOfChecked } = MEASURES
  const end = param(quarter.to, 'Date32')
  const atEnd = param(addDays(quarter.to, 1 - LAST_DAYS), 'Date32')
  const parts = [
    lateSql(asked),
    ratesSql(
      asked,
      sql`1`,
      isInSql(onTimeRate.time, quarter),
      sql`assumeNotNull(settled_on)`,
      catalogueSql(onTimeRate.aggregate.denominator, asOf),
      [catalogueSql(onTimeRate.aggregate.numerator, asOf)],
    ),
    ratesSql(
      asked,
      sql`2`,
      isInSql(verifiedShareOfChecked.time, quarter),
      sql`assumeNotNull(verified_on)`,
      catalogueSql(verifiedShareOfChecked.aggregate.denominator, asOf),
      [catalogueSql(verifiedShareOfChecked.aggregate.numerator, asOf), sql`result = 'false'`],
    ),
    countsSql(asked, sql`3`, isInSql('closed', quarter), sql`assumeNotNull(closed_on)`, [
      sql`true`,
      sql`closed_on = due_on`,
      sql`closed_on >= ${atEnd}`,
      sql`replied_on IS NOT NULL`,
      sql`replied_on = closed_on`,
      sql`contactable AND replied_on IS NULL AND reply_due_on IS NULL`,
    ]),
    countsSql(asked, sql`4`, isInSql('extended', quarter), sql`assumeNotNull(extended_on)`, [
      sql`true`,
      sql`extension_days = 0 OR extension_days >= ${param(longestExtension, 'UInt32')}`,
    ]),
    countsSql(
      asked,
      sql`5`,
      sql`accepted_on <= ${end} AND (closed_on IS NULL OR closed_on >= ${param(quarter.from, 'Date32')}) AND rejected_on IS NULL AND state != 'withdrawn'`,
      sql`least(ifNull(closed_on, ${end}), ${end})`,
      [sql`true`],
    ),
  ]
  return toQuery(join(parts, UNION_ALL))
}

function lateSql(asked: AssessedCases): Sql {
  const { quarter, asOf, through, conditions } = asked
  const isLate = (due: string, done: Sql): Sql =>
    sql`(${trusted(due)} BETWEEN ${param(quarter.from, 'Date32')} AND ${param(quarter.to, 'Date32')} AND ${trusted(due)} < ${param(asOf, 'Date32')} AND ${done})`
  const after = (done: string, due: string): Sql =>
    sql`(${trusted(done)} IS NULL OR ${trusted(done)} > ${trusted(due)})`
  const any = [
    isLate('due_on', sql`(${after('closed_on', 'due_on')} OR ${after('verified_on', 'due_on')})`),
    isLate('reply_due_on', sql`contactable AND ${after('replied_on', 'reply_due_on')}`),
    isLate('reward_due_on', after('reward_paid_on', 'reward_due_on')),
  ]
  return sql`SELECT 0 AS part, [case_id, source_case_no, toString(department)] AS texts,
  [${join(
    LATE_DAYS.map((day) => sql`toString(${trusted(day)})`),
    sql`, `,
  )}] AS days,
  arrayMap(step -> toString(step.1), transfers) AS chain_days, arrayMap(step -> step.2, transfers) AS chain_units,
  [toFloat64(contactable), toFloat64(fatal)] AS numbers
FROM ${fromSql(through)}
WHERE ${andSql([sql`(${join(any, sql` OR `)})`, ...conditions.map(conditionSql)])}`
}

/** So many cases of each unit and kind (matter, severity), and so many of them with each of some properties. */
function ratesSql(
  { through, conditions }: AssessedCases,
  part: Sql,
  when: Sql,
  day: Sql,
  counted: Sql,
  properties: readonly Sql[],
): Sql {
  const where = [when, sql`NOT fatal`, sql`(${counted})`, ...conditions.map(conditionSql)]
  return sql`SELECT ${part} AS part, [holder, toString(issue_1), toString(hazard_level)] AS texts, ${NO_DAYS},
  [toFloat64(count()), ${numbersOf(properties)}] AS numbers
FROM (SELECT *, ${holderSql(day)} AS holder FROM ${fromSql(through)} WHERE ${andSql(where)})
GROUP BY holder, issue_1, hazard_level`
}

function countsSql(
  { through, conditions }: AssessedCases,
  part: Sql,
  when: Sql,
  day: Sql,
  properties: readonly Sql[],
): Sql {
  const where = [when, sql`NOT fatal`, ...conditions.map(conditionSql)]
  return sql`SELECT ${part} AS part, [holder] AS texts, ${NO_DAYS},
  [${numbersOf(properties)}] AS numbers
FROM (SELECT *, ${holderSql(day)} AS holder FROM ${fromSql(through)} WHERE ${andSql(where)})
GROUP BY holder`
}

const numbersOf = (properties: readonly Sql[]): Sql =>
  join(
    properties.map((property) => sql`toFloat64(countIf(${property}))`),
    sql`, `,
  )
