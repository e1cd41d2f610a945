import { WATCHED_DAYS } from '@fengsui/domain/metrics/arrivals'
import { type Day, addDays } from '@fengsui/domain/time/day'
import { type BoundQuery, param, sql, toQuery } from '../query/sql.js'

/**
 * How many cases of each day of receipt first came with which load, up to one of them. Of the whole office: only parts of
 * all are made of it, and the same for everybody.
 */
export function compileFirstKnown(lastBatch: number, asOf: Day): BoundQuery {
  const days = sql`received_on BETWEEN ${param(addDays(asOf, 1 - WATCHED_DAYS), 'Date32')} AND ${param(asOf, 'Date32')}`
  return toQuery(sql`SELECT toString(day) AS received, first AS batch, toString(system) AS source, toUInt32(count()) AS count
FROM (
  SELECT
    min(batch) AS first,
    argMax(received_on, version) AS day,
    argMax(source, version) AS system,
    argMax(deleted, version) AS gone
  FROM case_versions
  WHERE ${days} AND batch <= ${param(lastBatch, 'UInt32')}
  GROUP BY case_id
)
WHERE NOT gone
GROUP BY day, first, system
ORDER BY day, first, system`)
}
