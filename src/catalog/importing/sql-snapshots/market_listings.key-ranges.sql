-- matched by the natural key: fill
INSERT INTO key_ranges
SELECT "instrument_id", min("market_id"::text COLLATE "C")::uuid, max("market_id"::text COLLATE "C")::uuid,
    count(*)
FROM staged
WHERE _row > $1
  AND _row <= $2
GROUP BY "instrument_id"

-- matched by the natural key: statistics
SELECT coalesce(total.rows, 0)::integer AS rows, CASE
  WHEN total.ranges > 8
  AND total.ranges * 4 > total.rows THEN 'scattered'
  WHEN NOT EXISTS (
  SELECT
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT
    FROM "market_listings" r
    WHERE r.workspace_id = (SELECT $1::uuid)
      AND r."instrument_id" = n."instrument_id"
      AND r."market_id" >= n._first
      AND r."market_id" <= n._last
    LIMIT 1
  ) r
) THEN 'all_new'
  WHEN EXISTS (
  SELECT
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT
    FROM "market_listings" r
    WHERE r.workspace_id = (SELECT $1::uuid)
      AND r."instrument_id" = n."instrument_id"
      AND r."market_id" >= n._first
      AND r."market_id" <= n._last
    OFFSET (n._rows + n._rows / 4 + 8)
    LIMIT 1
  ) r
) THEN 'scattered'
  ELSE 'clustered' END AS records
FROM (
  SELECT count(*) AS ranges, sum(_rows) AS rows
  FROM key_ranges
) total
