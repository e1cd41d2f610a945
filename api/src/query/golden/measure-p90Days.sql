SELECT
  level,
  period,
  sum(p90Days_n) AS p90Days_n,
  max(p90Days_value) AS p90Days_value
FROM
(
SELECT
  0 AS level,
  0 AS period,
  countIf(accepted_on IS NOT NULL AND closed_on >= accepted_on) AS p90Days_n,
  quantileExactInclusiveIf(0.9)(dateDiff('day', accepted_on, closed_on), accepted_on IS NOT NULL AND closed_on >= accepted_on) AS p90Days_value
FROM cases
WHERE closed_on BETWEEN {p0: Date32} AND {p1: Date32}
)
GROUP BY level, period
ORDER BY level, period
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (closed_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
