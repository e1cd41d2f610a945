SELECT
  0 AS part,
  toUInt64(0) AS set,
  emptyArrayString() AS codes,
  toInt32(0) AS bucket,
  arrayConcat(
    [toFloat64(count())],
    [toFloat64(countIf((accepted_on <= {p0: Date32} - 90)))],
    [toFloat64(countIf(((accepted_on <= {p0: Date32} - 90) AND (result IN ('true', 'partly')))))]
  ) AS numbers
FROM cases
WHERE accepted_on BETWEEN {p1: Date32} AND {p2: Date32}
UNION ALL
SELECT
  1 AS part,
  toUInt64(0) AS set,
  [toString(source)] AS codes,
  toInt32(0) AS bucket,
  [toFloat64(count())] AS numbers
FROM cases
WHERE accepted_on BETWEEN {p1: Date32} AND {p2: Date32}
GROUP BY source
-- p0 = "2026-11-23"
-- p1 = "2023-01-01"
-- p2 = "2023-12-31"
