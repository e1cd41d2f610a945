SELECT
  0 AS part,
  toUInt64(0) AS set,
  emptyArrayString() AS codes,
  toInt32(0) AS bucket,
  arrayConcat(
    [toFloat64(countIf((reward_amount > 0 AND reward_paid_on IS NULL AND reward_notified_on IS NOT NULL AND (claim_due_on IS NULL OR claim_due_on >= {p0: Date32}))))]
  ) AS numbers
FROM cases
WHERE reward_decided_on BETWEEN {p1: Date32} AND {p2: Date32}
UNION ALL
SELECT
  1 AS part,
  toUInt64(0) AS set,
  [toString(source)] AS codes,
  toInt32(0) AS bucket,
  [toFloat64(count())] AS numbers
FROM cases
WHERE reward_decided_on BETWEEN {p1: Date32} AND {p2: Date32}
GROUP BY source
-- p0 = "2026-11-23"
-- p1 = "2026-10-01"
-- p2 = "2026-10-31"
