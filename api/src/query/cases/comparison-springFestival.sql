SELECT
  0 AS part,
  grouping(roundDown(toInt32(assumeNotNull(received_on)), {p0: Array(Int32)})) AS set,
  emptyArrayString() AS codes,
  roundDown(toInt32(assumeNotNull(received_on)), {p0: Array(Int32)}) AS bucket,
  arrayConcat(
    [toFloat64(countIf(received_on BETWEEN {p1: Date32} AND {p2: Date32}))],
    [toFloat64(countIf(received_on BETWEEN {p3: Date32} AND {p4: Date32}))]
  ) AS numbers
FROM cases
WHERE received_on BETWEEN {p3: Date32} AND {p2: Date32}
GROUP BY GROUPING SETS ((roundDown(toInt32(assumeNotNull(received_on)), {p0: Array(Int32)})), ())
UNION ALL
SELECT
  1 AS part,
  toUInt64(0) AS set,
  [toString(source)] AS codes,
  toInt32(0) AS bucket,
  [toFloat64(count())] AS numbers
FROM cases
WHERE received_on BETWEEN {p1: Date32} AND {p2: Date32}
GROUP BY source
-- p0 = [20116,20117,20500,20501]
-- p1 = "2026-02-16"
-- p2 = "2026-02-17"
-- p3 = "2025-01-28"
-- p4 = "2025-01-29"
