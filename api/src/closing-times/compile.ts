import { MEASURES } from '@fengsui/domain/metrics/measures'
import { andSql, catalogueSql, conditionSql, fromSql, isInSql } from '../query/compile.js'
import type { Selection } from '../query/case-list/selection.js'
import { type BoundQuery, sql, toQuery } from '../query/sql.js'

const { of } = MEASURES.medianDays.aggregate

/**
 * By unit: closed cases, their median time, and the mean and spread of ln(1 + days). Days and cases are those of the
 * measure `medianDays`. Each logarithm is moved by how its issue differs from all cases, so that units which are given
 * slow matters are not slow by that (indirect standardisation); the cases of the whole selection say how long issues take.
 *
 * @param selection the cases behind `medianDays`.
 */
export const compileTimes = (selection: Selection): BoundQuery => {
  const { role, span, where, conditions, asOf, through } = selection
  const all = [
    isInSql(role, span),
    ...(where === null ? [] : [sql`(${catalogueSql(where, asOf)})`]),
    ...conditions.map(conditionSql),
  ]
  return toQuery(sql`SELECT
  unit,
  toUInt32(count()) AS cases,
  quantileExactInclusive(0.5)(days) AS median,
  avg(adjusted) AS mean,
  varPop(adjusted) * count() AS squares
FROM (
  SELECT
    toString(department) AS unit,
    toFloat64(${catalogueSql(of, asOf)}) AS days,
    log1p(days) AS plain,
    plain - avg(plain) OVER (PARTITION BY issue_1) + avg(plain) OVER () AS adjusted
  FROM ${fromSql(through)}
  WHERE ${andSql(all)}
)
WHERE unit != ''
GROUP BY unit
ORDER BY unit`)
}
