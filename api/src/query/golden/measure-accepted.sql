SELECT
  level,
  period,
  sum(accepted_n) AS accepted_n
FROM
(
SELECT
  0 AS level,
  0 AS period,
  count() AS accepted_n
FROM cases
WHERE accepted_on BETWEEN {p0: Date32} AND {p1: Date32}
)
GROUP BY level, period
ORDER BY level, period
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (accepted_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
