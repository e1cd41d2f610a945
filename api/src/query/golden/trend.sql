SELECT
  level,
  period,
  bucket,
  sum(received_n) AS received_n
FROM
(
SELECT
  grouping(bucket) AS level,
  0 AS period,
  addDays(assumeNotNull(received_on), 1 - toDayOfMonth(assumeNotNull(received_on))) AS bucket,
  count() AS received_n
FROM cases
WHERE received_on BETWEEN {p0: Date32} AND {p1: Date32}
GROUP BY GROUPING SETS ((bucket), ())
UNION ALL
SELECT
  grouping(bucket) AS level,
  1 AS period,
  arrayElement({p2: Array(Date32)}, arrayLastIndex(start -> start <= assumeNotNull(received_on), {p3: Array(Date32)})) AS bucket,
  count() AS received_n
FROM cases
WHERE received_on BETWEEN {p4: Date32} AND {p5: Date32}
GROUP BY GROUPING SETS ((bucket), ())
)
GROUP BY level, period, bucket
ORDER BY level, period, bucket
-- p0 = "2025-11-01"
-- p1 = "2026-11-23"
-- p2 = ["2025-11-01","2025-12-01","2026-01-01","2026-02-01","2026-03-01","2026-04-01","2026-05-01","2026-06-01","2026-07-01","2026-08-01","2026-09-01","2026-10-01","2026-11-01"]
-- p3 = ["2024-11-01","2024-12-01","2025-01-01","2025-02-01","2025-03-01","2025-04-01","2025-05-01","2025-06-01","2025-07-01","2025-08-01","2025-09-01","2025-10-01","2025-11-01"]
-- p4 = "2024-11-01"
-- p5 = "2025-11-23"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (received_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2025-11-01"
-- p1 = "2026-11-23"
