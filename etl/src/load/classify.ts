import type { Warehouse } from '../warehouse/warehouse.js'
import { insertSettings } from './insert-blocks.js'
import { statementId } from './statement-id.js'
import { FACT_COLUMN_LIST, stageTable } from './stage-table.js'

/**
 * Decides in the engine what becomes of every staged row and writes it into `source_rows`. Rules, the first that holds:
 *
 * 1. a broken row whose content is in quarantine from an earlier batch of the source → `duplicate.quarantined`;
 *    any other broken row → quarantined;
 * 2. rows of one case in the file: all but the one of the highest rank (the source's repeatedKey; the later row breaks a tie) → `duplicate.inFile`;
 * 3. same content as the case's newest version, or as any version where the source dates its updates or the file itself
 *    was loaded before (else an old file would bring old states back) → `duplicate.unchanged`;
 * 4. a case of its own not known yet, but the same matter known from another source, one of the two carrying the other's
 *    number as upstream number, or both the same → `duplicate.otherSource`, with the known case's id;
 * 5. else loaded.
 *
 * The judgement works on the narrow columns; only the verdicts on duplicates are joined to the whole rows.
 * A duplicate keeps its raw row only where that says something new (4, and 2 with other content).
 */
export async function classifyRows(
  warehouse: Warehouse,
  batch: { readonly id: number; readonly source: string; readonly isRepeated: boolean },
  signal?: AbortSignal,
): Promise<void> {
  const { id, source, isRepeated } = batch
  const stage = stageTable(id)
  const query = `
INSERT INTO source_rows (batch, row_no, source, source_case_no, upstream_case_no, case_id, outcome, reasons, detail, content_hash, raw)
WITH
  placed AS (
    SELECT row_no, case_id, source_case_no, upstream_case_no, content_hash, version_day,
      row_number() OVER winner AS place, first_value(content_hash) OVER winner AS winner_hash
    FROM ${stage} WHERE is_fact = 1
    WINDOW winner AS (PARTITION BY case_id ORDER BY rank DESC, row_no DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ),
  versions AS (
    SELECT case_id AS id, groupArray(content_hash) AS hashes, argMax(content_hash, version) AS newest
    FROM case_versions WHERE case_id IN (SELECT case_id FROM ${stage} WHERE is_fact = 1) GROUP BY id
  ),
  numbers AS (
    SELECT arrayJoin([source_case_no, upstream_case_no]) AS number FROM ${stage} WHERE is_fact = 1 AND number != ''
  ),
  others AS (
    SELECT source_case_no AS own, upstream_case_no AS upstream, case_id AS id FROM source_rows
    WHERE outcome = 'loaded' AND source != {source: String} AND batch != {batch: UInt32}
      AND (own IN (SELECT number FROM numbers) OR upstream IN (SELECT number FROM numbers))
  ),
  by_own AS (SELECT own AS number, min(id) AS other FROM others WHERE own != '' GROUP BY number),
  by_upstream AS (SELECT upstream AS number, min(id) AS other FROM others WHERE upstream != '' GROUP BY number),
  judged AS (
    SELECT placed.row_no AS row_no, placed.content_hash = placed.winner_hash AS is_winner_content,
      multiIf(placed.upstream_case_no != '' AND o.other != '', o.other,
              placed.upstream_case_no != '' AND s.other != '', s.other,
              u.other) AS other,
      multiIf(placed.place > 1, 'duplicate.inFile',
        v.newest = placed.content_hash OR (({isRepeated: Bool} OR placed.version_day > '1970-01-01') AND has(v.hashes, placed.content_hash)), 'duplicate.unchanged',
        v.id = '' AND other != '', 'duplicate.otherSource', '') AS duplicate
    FROM placed
    LEFT ANY JOIN versions AS v ON v.id = placed.case_id
    LEFT ANY JOIN by_own AS o ON o.number = placed.upstream_case_no
    LEFT ANY JOIN by_upstream AS s ON s.number = placed.upstream_case_no
    LEFT ANY JOIN by_upstream AS u ON u.number = placed.source_case_no
    WHERE duplicate != ''
  )
SELECT {batch: UInt32}, f.row_no, {source: String}, f.source_case_no, f.upstream_case_no,
  if(j.duplicate = 'duplicate.otherSource', j.other, f.case_id),
  if(j.duplicate = '', 'loaded', 'duplicate'),
  if(j.duplicate = '', f.reasons, [j.duplicate]), if(j.duplicate = '', f.detail, ''), f.content_hash,
  if(j.duplicate = 'duplicate.unchanged' OR (j.duplicate = 'duplicate.inFile' AND j.is_winner_content), '', f.raw)
FROM ${stage} AS f
LEFT ANY JOIN judged AS j ON j.row_no = f.row_no
WHERE f.is_fact = 1
UNION ALL
SELECT {batch: UInt32}, row_no, {source: String}, source_case_no, upstream_case_no, case_id,
  if(is_repeated, 'duplicate', 'quarantined'),
  if(is_repeated, ['duplicate.quarantined'], reasons), if(is_repeated, '', detail), content_hash, if(is_repeated, '', raw)
FROM (
  SELECT *, content_hash IN (
    SELECT content_hash FROM source_rows
    WHERE outcome = 'quarantined' AND source = {source: String} AND batch != {batch: UInt32}
  ) AS is_repeated
  FROM ${stage} WHERE is_fact = 0
)`
  await warehouse.client.command({
    query,
    query_params: { batch: id, source, isRepeated },
    clickhouse_settings: { ...insertSettings(), join_use_nulls: 0 },
    query_id: statementId(id, 'classify'),
    ...(signal && { abort_signal: signal }),
  })
}

/**
 * Writes the loaded rows' facts as versions of their cases. A version's number orders by the day of the source's update
 * and then by batch, so that an old file loaded late does not undo a newer state.
 */
export async function insertVersions(
  warehouse: Warehouse,
  batch: number,
  source: string,
  signal?: AbortSignal,
): Promise<void> {
  const query = `
INSERT INTO case_versions (case_id, version, batch, row_no, content_hash, source, source_case_no, ${FACT_COLUMN_LIST})
SELECT case_id, bitShiftLeft(toUInt64(toInt32(version_day)), 32) + {batch: UInt32}, {batch: UInt32}, row_no, content_hash,
  {source: String}, source_case_no, ${FACT_COLUMN_LIST}
FROM ${stageTable(batch)}
WHERE row_no IN (SELECT row_no FROM source_rows WHERE batch = {batch: UInt32} AND outcome = 'loaded')`
  await warehouse.client.command({
    query,
    query_params: { batch, source },
    clickhouse_settings: insertSettings(),
    query_id: statementId(batch, 'versions'),
    ...(signal && { abort_signal: signal }),
  })
}
