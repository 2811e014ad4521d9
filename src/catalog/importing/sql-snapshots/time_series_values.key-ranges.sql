-- matched by the natural key: fill
INSERT INTO key_ranges
SELECT "_parent_key", min("timestamp"), max("timestamp"), count(*)
FROM staged
WHERE _row > $1
  AND _row <= $2
GROUP BY "_parent_key"

-- matched by the natural key: statistics
SELECT coalesce(total.rows, 0)::integer AS rows, CASE
  WHEN total.ranges > 8
  AND total.ranges * 4 > total.rows THEN 'scattered'
  WHEN NOT EXISTS (
  SELECT
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT
    FROM "time_series_values" r
    WHERE $1::uuid IS NOT NULL
      AND r."series_id" = n."_parent_key"
      AND r."timestamp" >= n._first
      AND r."timestamp" <= n._last
    LIMIT 1
  ) r
) THEN 'all_new'
  WHEN EXISTS (
  SELECT
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT
    FROM "time_series_values" r
    WHERE $1::uuid IS NOT NULL
      AND r."series_id" = n."_parent_key"
      AND r."timestamp" >= n._first
      AND r."timestamp" <= n._last
    OFFSET (n._rows + n._rows / 4 + 8)
    LIMIT 1
  ) r
) THEN 'scattered'
  ELSE 'clustered' END AS records
FROM (
  SELECT count(*) AS ranges, sum(_rows) AS rows
  FROM key_ranges
) total
