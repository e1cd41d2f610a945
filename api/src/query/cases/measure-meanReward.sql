SELECT
  0 AS part,
  toUInt64(0) AS set,
  emptyArrayString() AS codes,
  toInt32(0) AS bucket,
  arrayConcat(
    [toFloat64(countIf((reward_amount > 0)))],
    [ifNull(toFloat64(avgIf(reward_amount, (reward_amount > 0))), nan)]
  ) AS numbers
FROM cases
WHERE reward_decided_on BETWEEN {p0: Date32} AND {p1: Date32}
UNION ALL
SELECT
  1 AS part,
  toUInt64(0) AS set,
  [toString(source)] AS codes,
  toInt32(0) AS bucket,
  [toFloat64(count())] AS numbers
FROM cases
WHERE reward_decided_on BETWEEN {p0: Date32} AND {p1: Date32}
GROUP BY source
-- p0 = "2026-10-01"
-- p1 = "2026-10-31"
