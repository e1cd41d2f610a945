SELECT
  0 AS part,
  toUInt64(0) AS set,
  emptyArrayString() AS codes,
  toInt32(0) AS bucket,
  arrayConcat(
    [toFloat64(count())],
    [toFloat64(countIf((verified_on IS NOT NULL)))]
  ) AS numbers
FROM cases
WHERE received_on BETWEEN {p0: Date32} AND {p1: Date32}
UNION ALL
SELECT
  1 AS part,
  toUInt64(0) AS set,
  emptyArrayString() AS codes,
  toInt32(0) AS bucket,
  arrayConcat(
    [toFloat64(countIf((result IN ('true', 'partly', 'false', 'unclear'))))],
    [toFloat64(countIf(((result IN ('true', 'partly', 'false', 'unclear')) AND (result IN ('true', 'partly')))))]
  ) AS numbers
FROM cases
WHERE verified_on BETWEEN {p0: Date32} AND {p1: Date32}
UNION ALL
SELECT
  2 AS part,
  toUInt64(0) AS set,
  [toString(source)] AS codes,
  toInt32(0) AS bucket,
  [toFloat64(count())] AS numbers
FROM cases
WHERE (received_on BETWEEN {p0: Date32} AND {p1: Date32} OR verified_on BETWEEN {p0: Date32} AND {p1: Date32})
GROUP BY source
-- p0 = "2016-01-01"
-- p1 = "2016-03-31"
