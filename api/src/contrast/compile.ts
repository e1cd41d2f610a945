import { DIMENSIONS, type DimensionId } from '@fengsui/domain/metrics/dimensions'
import type { Selection } from '../query/case-list/selection.js'
import { andSql, catalogueSql, conditionSql, fromSql, isInSql } from '../query/compile.js'
import { type BoundQuery, type Sql, join, param, sql, toQuery, trusted } from '../query/sql.js'

const whereSql = ({ role, span, where, conditions, asOf }: Selection): Sql =>
  andSql([
    isInSql(role, span),
    ...(where === null ? [] : [sql`(${catalogueSql(where, asOf)})`]),
    ...conditions.map(conditionSql),
  ])

/** How many of the cases each member of each dimension has: rows of dimension, member, cases. 未知 is no member. */
export function compileCounts(selection: Selection, dimensions: readonly DimensionId[]): BoundQuery {
  const parts = dimensions.map((id) => {
    const code = sql`toString(${trusted(DIMENSIONS[id].column)})`
    return sql`SELECT ${param(id, 'String')} AS dimension, ${code} AS member, toUInt32(count()) AS cases
FROM ${fromSql(selection.through)}
WHERE ${whereSql(selection)} AND ${code} != ''
GROUP BY member`
  })
  return toQuery(join(parts, sql` UNION ALL `))
}

/** All of the cases; how many enterprises they are about, and how many are about the commonest of these. */
export const compileTotals = (selection: Selection): BoundQuery =>
  toQuery(sql`SELECT
  toUInt32(sum(own)) AS cases,
  toUInt32(countIf(unit != '')) AS enterprises,
  toUInt32(maxIf(own, unit != '')) AS most
FROM (
  SELECT enterprise AS unit, count() AS own
  FROM ${fromSql(selection.through)}
  WHERE ${whereSql(selection)}
  GROUP BY unit
)`)
