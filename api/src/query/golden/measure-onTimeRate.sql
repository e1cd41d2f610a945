SELECT
  level,
  period,
  sum(onTimeRate_n) AS onTimeRate_n,
  sum(onTimeRate_k) AS onTimeRate_k
FROM
(
SELECT
  0 AS level,
  0 AS period,
  countIf(closed_on <= due_on OR due_on < {p0: Date32}) AS onTimeRate_n,
  countIf((closed_on <= due_on OR due_on < {p0: Date32}) AND (closed_on <= due_on)) AS onTimeRate_k
FROM cases
WHERE settled_on BETWEEN {p1: Date32} AND {p0: Date32}
)
GROUP BY level, period
ORDER BY level, period
-- p0 = "2026-11-23"
-- p1 = "2026-11-01"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (settled_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
