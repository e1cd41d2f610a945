SELECT
  level,
  period,
  sum(overdue_n) AS overdue_n
FROM
(
SELECT
  0 AS level,
  0 AS period,
  countIf(closed_on > due_on OR (closed_on IS NULL AND due_on < {p0: Date32})) AS overdue_n
FROM cases
WHERE due_on BETWEEN {p1: Date32} AND {p0: Date32}
)
GROUP BY level, period
ORDER BY level, period
-- p0 = "2026-11-23"
-- p1 = "2026-11-01"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (due_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
