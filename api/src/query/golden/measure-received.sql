SELECT
  level,
  period,
  sum(received_n) AS received_n
FROM
(
SELECT
  0 AS level,
  0 AS period,
  count() AS received_n
FROM cases
WHERE received_on BETWEEN {p0: Date32} AND {p1: Date32}
)
GROUP BY level, period
ORDER BY level, period
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (received_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
