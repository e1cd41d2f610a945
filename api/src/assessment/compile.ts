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
 * Everything that a quarter's assessment needs to know of its cases, in one statement that reads them twice, however many
 * things are counted: the cases of which a limit ran out one by one, and of the others how many each unit had, by its kind
 * where rates are compared. Columns: `part`, `texts`, `days`, `chain_days`, `chain_units`, `numbers`. Rates are those of
 * the catalogue; where somebody died no unit is assessed.
 */
export const compileAssessment = (asked: AssessedCases): BoundQuery =>
  toQuery(join([lateSql(asked), countsSql(asked)], UNION_ALL))

/** The last batch of which a row was loaded, or is being loaded. */
export const compileNewestBatch = (): BoundQuery =>
  toQuery(sql`SELECT max(batch) AS newest FROM case_versions`)

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

/** Something that is counted of cases: which of them, on which day, and what of each. */
interface Counted {
  readonly part: Sql
  readonly when: Sql
  /** The day that decides who had the case. */
  readonly day: Sql
  readonly properties: readonly Sql[]
}

function countedOf({ quarter, asOf, longestExtension }: AssessedCases): readonly Counted[] {
  const { onTimeRate, verifiedShareOfChecked } = MEASURES
  const end = param(quarter.to, 'Date32')
  const all = sql`true`
  return [
    {
      part: sql`1`,
      when: andSql([
        isInSql(onTimeRate.time, quarter),
        sql`(${catalogueSql(onTimeRate.aggregate.denominator, asOf)})`,
      ]),
      day: sql`settled_on`,
      properties: [all, catalogueSql(onTimeRate.aggregate.numerator, asOf)],
    },
    {
      part: sql`2`,
      when: andSql([
        isInSql(verifiedShareOfChecked.time, quarter),
        sql`(${catalogueSql(verifiedShareOfChecked.aggregate.denominator, asOf)})`,
      ]),
      day: sql`verified_on`,
      properties: [
        all,
        catalogueSql(verifiedShareOfChecked.aggregate.numerator, asOf),
        sql`result = 'false'`,
      ],
    },
    {
      part: sql`3`,
      when: isInSql('closed', quarter),
      day: sql`closed_on`,
      properties: [
        all,
        sql`closed_on = due_on`,
        sql`closed_on >= ${param(addDays(quarter.to, 1 - LAST_DAYS), 'Date32')}`,
        sql`replied_on IS NOT NULL`,
        sql`replied_on = closed_on`,
        sql`contactable AND replied_on IS NULL AND reply_due_on IS NULL`,
      ],
    },
    {
      part: sql`4`,
      when: isInSql('extended', quarter),
      day: sql`extended_on`,
      properties: [all, sql`extension_days = 0 OR extension_days >= ${param(longestExtension, 'UInt32')}`],
    },
    {
      part: sql`5`,
      when: sql`accepted_on <= ${end} AND (closed_on IS NULL OR closed_on >= ${param(quarter.from, 'Date32')}) AND rejected_on IS NULL AND state != 'withdrawn'`,
      day: sql`least(ifNull(closed_on, ${end}), ${end})`,
      properties: [all],
    },
  ]
}

/** How many cases of each unit there are of everything that is counted, by matter and severity where rates are compared. */
function countsSql(asked: AssessedCases): Sql {
  const counted = countedOf(asked)
  const is = (condition: Sql): Sql => sql`ifNull(${condition}, false)`
  const events = counted.map(
    ({ part, when, day, properties }) =>
      sql`(toUInt8(if(${is(when)}, ${part}, 0)), ifNull(${day}, toDate32('1970-01-01')), [${join(
        properties.map((property) => sql`toUInt32(${is(property)})`),
        COMMA,
      )}])`,
  )
  const any = sql`(${join(
    counted.map(({ when }) => is(when)),
    sql` OR `,
  )})`
  return sql`SELECT event.1 AS part,
  if(part IN (1, 2), [holder, issue, level], [holder]) AS texts, ${NO_DAYS},
  arrayMap(number -> toFloat64(number), sumForEach(event.3)) AS numbers
FROM (
  SELECT event, ${holderSql(sql`event.2`)} AS holder, issue, level
  FROM (
    SELECT transfers, assigned_on, department, toString(issue_1) AS issue, toString(hazard_level) AS level,
      arrayJoin(arrayFilter(event -> event.1 > 0, [${join(
        events,
        sql`,
        `,
      )}])) AS event
    FROM ${fromSql(asked.through)}
    WHERE ${andSql([any, sql`NOT fatal`, ...asked.conditions.map(conditionSql)])}
  )
)
GROUP BY part, texts`
}

const COMMA = sql`, `
