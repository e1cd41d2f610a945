SELECT
  level,
  period,
  industry1,
  region1,
  sum(received_n) AS received_n,
  sum(verifiedShareOfChecked_n) AS verifiedShareOfChecked_n,
  sum(verifiedShareOfChecked_k) AS verifiedShareOfChecked_k
FROM
(
SELECT
  grouping(industry1, region1) AS level,
  0 AS period,
  toString(industry_1) AS industry1,
  toString(region_1) AS region1,
  count() AS received_n,
  0 AS verifiedShareOfChecked_n,
  0 AS verifiedShareOfChecked_k
FROM cases
WHERE received_on BETWEEN {p0: Date32} AND {p1: Date32} AND channel IN {p2: Array(String)}
GROUP BY GROUPING SETS ((industry1, region1), ())
UNION ALL
SELECT
  grouping(industry1, region1) AS level,
  0 AS period,
  toString(industry_1) AS industry1,
  toString(region_1) AS region1,
  0 AS received_n,
  countIf(result IN ('true', 'partly', 'false', 'unclear')) AS verifiedShareOfChecked_n,
  countIf((result IN ('true', 'partly', 'false', 'unclear')) AND (result IN ('true', 'partly'))) AS verifiedShareOfChecked_k
FROM cases
WHERE verified_on BETWEEN {p0: Date32} AND {p1: Date32} AND channel IN {p2: Array(String)}
GROUP BY GROUPING SETS ((industry1, region1), ())
)
GROUP BY level, period, industry1, region1
ORDER BY level, period, industry1, region1
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
-- p2 = ["","web"]

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (received_on BETWEEN {p0: Date32} AND {p1: Date32} OR verified_on BETWEEN {p0: Date32} AND {p1: Date32}) AND channel IN {p2: Array(String)}
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
-- p2 = ["","web"]
