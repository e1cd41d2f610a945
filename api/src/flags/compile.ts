import type { Day } from '@fengsui/domain/time/day'
import { conditionSql, fromSql } from '../query/compile.js'
import type { Condition } from '../query/plan.js'
import { type BoundQuery, type Sql, join, param, sql, toQuery } from '../query/sql.js'

const AND = sql` AND `

/**
 * Every case that was received in some days, as the screening reads it, in one scan and by day of receipt. A reporter
 * leaves the warehouse as a rank among the reporters of this answer: a number that means nothing elsewhere.
 *
 * @param through the state after a batch; null: as it is now.
 */
export const compileIncidents = (from: Day, to: Day, through: number | null): BoundQuery =>
  toQuery(sql`SELECT
  toInt32(received_on) AS day,
  toString(region_1) AS region,
  toString(industry_1) AS industry,
  if(toString(issue_2) = '', toString(issue_1), toString(issue_2)) AS issue,
  enterprise,
  if(reporter_token = '', 0, toInt32(dense_rank() OVER (ORDER BY reporter_token))) AS reporter,
  ifNull(toInt32(rejected_on), 0) AS rejected,
  ifNull(toInt32(verified_on), 0) AS verified,
  ifNull(toInt32(closed_on), 0) AS closed,
  toString(result) AS result,
  (toString(report_class) = 'concealment') + 2 * fatal + 4 * (toString(report_class) = 'majorHazard' OR toString(hazard_level) = 'major') + 8 * (toString(channel) = 'upper') AS lead
FROM ${fromSql(through)}
WHERE received_on BETWEEN ${param(from, 'Date32')} AND ${param(to, 'Date32')}
ORDER BY received_on, case_id`)

/** What a flag is about, for finding its cases; '' is every one. */
export interface About {
  readonly regions: readonly string[]
  readonly industry: string
  readonly issue: string
  readonly enterprise: string
  readonly from: Day
  readonly to: Day
  /** Refused by this day is left out. */
  readonly asOf: Day
}

/** A flag is kept: its codes may be those of no case any more. */
const isOneOf = (dimension: 'industry1' | 'region1', codes: readonly string[]): Sql =>
  conditionSql({ kind: 'in', dimension, codes })

function aboutSql({ regions, industry, issue, enterprise, from, to, asOf }: About): Sql {
  const day = param(asOf, 'Date32')
  return join(
    [
      sql`received_on BETWEEN ${param(from, 'Date32')} AND ${param(to, 'Date32')}`,
      sql`NOT ifNull(rejected_on <= ${day}, false)`,
      ...(regions.length === 0 ? [] : [isOneOf('region1', regions)]),
      ...(industry === '' ? [] : [isOneOf('industry1', [industry])]),
      ...(issue === ''
        ? []
        : [
            sql`if(toString(issue_2) = '', toString(issue_1), toString(issue_2)) = ${param(issue, 'String')}`,
          ]),
      ...(enterprise === '' ? [] : [sql`enterprise = ${param(enterprise, 'String')}`]),
    ],
    AND,
  )
}

/** The cases of a flag within a person's conditions, the latest first; at most so many. */
export const compileFlagIds = (about: About, conditions: readonly Condition[], most: number): BoundQuery =>
  toQuery(sql`SELECT case_id FROM cases
WHERE ${join([aboutSql(about), ...conditions.map(conditionSql)], AND)}
ORDER BY received_on DESC, case_id
LIMIT ${param(most, 'UInt32')}`)

/**
 * Where, in what and when the cases of a flag are (举报的关键点): how many in each part of an area, part of a sector, enterprise
 * and day of the week. One column says of what a row is.
 */
export const compileKeyPoints = (about: About, conditions: readonly Condition[]): BoundQuery =>
  toQuery(sql`SELECT kind, member, count() AS cases
FROM (
  SELECT arrayJoin([
    ('region2', toString(region_2)), ('industry2', toString(industry_2)), ('issue2', toString(issue_2)),
    ('enterprise', enterprise), ('weekday', toString(toDayOfWeek(received_on))), ('result', toString(result))
  ]) AS point, point.1 AS kind, point.2 AS member
  FROM cases
  WHERE ${join([aboutSql(about), ...conditions.map(conditionSql)], AND)}
)
WHERE member != ''
GROUP BY kind, member
ORDER BY kind, cases DESC, member`)
