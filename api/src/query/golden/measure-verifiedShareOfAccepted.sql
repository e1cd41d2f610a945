SELECT
  level,
  period,
  sum(verifiedShareOfAccepted_n) AS verifiedShareOfAccepted_n,
  sum(verifiedShareOfAccepted_k) AS verifiedShareOfAccepted_k
FROM
(
SELECT
  0 AS level,
  0 AS period,
  countIf(accepted_on <= {p0: Date32} - 90) AS verifiedShareOfAccepted_n,
  countIf((accepted_on <= {p0: Date32} - 90) AND (result IN ('true', 'partly'))) AS verifiedShareOfAccepted_k
FROM cases
WHERE accepted_on BETWEEN {p1: Date32} AND {p0: Date32}
)
GROUP BY level, period
ORDER BY level, period
-- p0 = "2026-11-23"
-- p1 = "2026-11-01"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (accepted_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
