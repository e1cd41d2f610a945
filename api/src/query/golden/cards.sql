SELECT
  level,
  period,
  sum(received_n) AS received_n,
  sum(onTimeRate_n) AS onTimeRate_n,
  sum(onTimeRate_k) AS onTimeRate_k,
  sum(medianDays_n) AS medianDays_n,
  max(medianDays_value) AS medianDays_value
FROM
(
SELECT
  0 AS level,
  0 AS period,
  count() AS received_n,
  0 AS onTimeRate_n,
  0 AS onTimeRate_k,
  0 AS medianDays_n,
  NULL AS medianDays_value
FROM cases
WHERE received_on BETWEEN {p0: Date32} AND {p1: Date32}
UNION ALL
SELECT
  0 AS level,
  0 AS period,
  0 AS received_n,
  countIf(closed_on <= due_on OR due_on < {p1: Date32}) AS onTimeRate_n,
  countIf((closed_on <= due_on OR due_on < {p1: Date32}) AND (closed_on <= due_on)) AS onTimeRate_k,
  0 AS medianDays_n,
  NULL AS medianDays_value
FROM cases
WHERE settled_on BETWEEN {p0: Date32} AND {p1: Date32}
UNION ALL
SELECT
  0 AS level,
  0 AS period,
  0 AS received_n,
  0 AS onTimeRate_n,
  0 AS onTimeRate_k,
  countIf(accepted_on IS NOT NULL AND closed_on >= accepted_on) AS medianDays_n,
  quantileExactInclusiveIf(0.5)(dateDiff('day', accepted_on, closed_on), accepted_on IS NOT NULL AND closed_on >= accepted_on) AS medianDays_value
FROM cases
WHERE closed_on BETWEEN {p0: Date32} AND {p1: Date32}
UNION ALL
SELECT
  0 AS level,
  1 AS period,
  count() AS received_n,
  0 AS onTimeRate_n,
  0 AS onTimeRate_k,
  0 AS medianDays_n,
  NULL AS medianDays_value
FROM cases
WHERE received_on BETWEEN {p2: Date32} AND {p3: Date32}
UNION ALL
SELECT
  0 AS level,
  1 AS period,
  0 AS received_n,
  countIf(closed_on <= due_on OR due_on < {p1: Date32}) AS onTimeRate_n,
  countIf((closed_on <= due_on OR due_on < {p1: Date32}) AND (closed_on <= due_on)) AS onTimeRate_k,
  0 AS medianDays_n,
  NULL AS medianDays_value
FROM cases
WHERE settled_on BETWEEN {p2: Date32} AND {p3: Date32}
UNION ALL
SELECT
  0 AS level,
  1 AS period,
  0 AS received_n,
  0 AS onTimeRate_n,
  0 AS onTimeRate_k,
  countIf(accepted_on IS NOT NULL AND closed_on >= accepted_on) AS medianDays_n,
  quantileExactInclusiveIf(0.5)(dateDiff('day', accepted_on, closed_on), accepted_on IS NOT NULL AND closed_on >= accepted_on) AS medianDays_value
FROM cases
WHERE closed_on BETWEEN {p2: Date32} AND {p3: Date32}
UNION ALL
SELECT
  0 AS level,
  2 AS period,
  count() AS received_n,
  0 AS onTimeRate_n,
  0 AS onTimeRate_k,
  0 AS medianDays_n,
  NULL AS medianDays_value
FROM cases
WHERE received_on BETWEEN {p4: Date32} AND {p5: Date32}
UNION ALL
SELECT
  0 AS level,
  2 AS period,
  0 AS received_n,
  countIf(closed_on <= due_on OR due_on < {p1: Date32}) AS onTimeRate_n,
  countIf((closed_on <= due_on OR due_on < {p1: Date32}) AND (closed_on <= due_on)) AS onTimeRate_k,
  0 AS medianDays_n,
  NULL AS medianDays_value
FROM cases
WHERE settled_on BETWEEN {p4: Date32} AND {p5: Date32}
UNION ALL
SELECT
  0 AS level,
  2 AS period,
  0 AS received_n,
  0 AS onTimeRate_n,
  0 AS onTimeRate_k,
  countIf(accepted_on IS NOT NULL AND closed_on >= accepted_on) AS medianDays_n,
  quantileExactInclusiveIf(0.5)(dateDiff('day', accepted_on, closed_on), accepted_on IS NOT NULL AND closed_on >= accepted_on) AS medianDays_value
FROM cases
WHERE closed_on BETWEEN {p4: Date32} AND {p5: Date32}
)
GROUP BY level, period
ORDER BY level, period
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
-- p2 = "2025-11-01"
-- p3 = "2025-11-23"
-- p4 = "2026-10-01"
-- p5 = "2026-10-23"

SELECT count() AS cases, arraySort(groupUniqArray(source)) AS sources
FROM cases
WHERE (received_on BETWEEN {p0: Date32} AND {p1: Date32} OR settled_on BETWEEN {p0: Date32} AND {p1: Date32} OR closed_on BETWEEN {p0: Date32} AND {p1: Date32})
-- p0 = "2026-11-01"
-- p1 = "2026-11-23"
