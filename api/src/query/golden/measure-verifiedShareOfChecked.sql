SELECT
  level,
  period,
  sum(verifiedShareOfChecked_n) AS verifiedShareOfChecked_n,
  sum(verifiedShareOfChecked_k) AS verifiedShareOfChecked_k
FROM
(
SELECT
  0 AS level,
  0 AS period,
  countIf(result IN ('true', 'partly', 'false', 'unclear')) AS verifiedShareOfChecked_n,
  countIf((result IN ('true', 'partly', 'false', 'unclear')) AND (result IN ('true', 'partly'))) AS verifiedShareOfChecked_k
FROM cases
WHERE verified_on BETWEEN {p0: Date32} AND {p1: Date32}
)
GROUP BY level, period
ORDER BY level, period
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (verified_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
