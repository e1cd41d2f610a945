SELECT
  0 AS part,
  grouping(channel) AS set,
  [toString(channel)] AS codes,
  toInt32(0) AS bucket,
  arrayConcat(
    [toFloat64(count())]
  ) AS numbers
FROM cases
WHERE received_on BETWEEN {p0: Date32} AND {p1: Date32}
GROUP BY GROUPING SETS ((channel), ())
UNION ALL
SELECT
  1 AS part,
  toUInt64(0) AS set,
  [toString(source)] AS codes,
  toInt32(0) AS bucket,
  [toFloat64(count())] AS numbers
FROM cases
WHERE received_on BETWEEN {p0: Date32} AND {p1: Date32}
GROUP BY source
-- p0 = "2026-09-01"
-- p1 = "2026-10-31"
