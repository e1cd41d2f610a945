/** The place of a bound batch number in a statement, e.g. `{throughBatch: UInt32}`; never the number itself. */
export type BatchPlaceholder = `{${string}: UInt32}`

/**
 * The one definition of the current state: a SELECT of all columns of `cases`, computed ones included, so that it can
 * stand in FROM in place of the table. A case is its newest version, unless that one was deleted upstream.
 *
 * @param throughBatch null: through every batch; else through that one only, as `cases` was after it. A batch that was
 *   undone has left no rows and counts in neither.
 */
export function currentStateSql(throughBatch: BatchPlaceholder | null): string {
  const known = throughBatch === null ? 'true' : `batch <= ${throughBatch}`
  return `SELECT * EXCEPT (merged_into, reports), toUInt32(ifNull(reports, 0)) AS merged_reports,
  if(due_on IS NULL, NULL, least(ifNull(closed_on, due_on), due_on)) AS settled_on,
  coalesce(least(accepted_on, rejected_on), accepted_on, rejected_on) AS decided_on
FROM (
  SELECT * EXCEPT (deleted) FROM case_versions
  WHERE NOT deleted AND (case_id, version) IN (SELECT case_id, max(version) FROM case_versions WHERE ${known} GROUP BY case_id)
) AS newest
LEFT ANY JOIN (
  SELECT case_id AS merged_into, uniqExact(source, source_case_no) AS reports FROM source_rows
  WHERE outcome = 'duplicate' AND has(reasons, 'duplicate.otherSource') AND ${known}
  GROUP BY merged_into
) AS merged ON merged.merged_into = newest.case_id`
}
