SELECT
  level,
  period,
  industry1,
  bucket,
  sum(received_n) AS received_n
FROM
(
SELECT
  grouping(industry1, bucket) AS level,
  0 AS period,
  toString(industry_1) AS industry1,
  addDays(assumeNotNull(received_on), 1 - toDayOfWeek(assumeNotNull(received_on))) AS bucket,
  count() AS received_n
FROM cases
WHERE received_on BETWEEN {p0: Date32} AND {p1: Date32}
GROUP BY GROUPING SETS ((industry1, bucket), (industry1), ())
)
GROUP BY level, period, industry1, bucket
ORDER BY level, period, industry1, bucket
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (received_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
