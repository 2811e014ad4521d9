-- matched by the natural key, 1 of 4
CREATE TEMP TABLE duplicate_rows AS
SELECT 0::integer AS
set, s._row AS row, (dense_rank() OVER (ORDER BY s."instrument_id", s."market_id"))::integer AS grp
FROM staged s
JOIN (
  SELECT "instrument_id", "market_id"
  FROM staged
  WHERE "instrument_id" IS NOT NULL
    AND "market_id" IS NOT NULL
  GROUP BY "instrument_id", "market_id"
  HAVING count(*) > 1
) same USING ("instrument_id", "market_id")

-- matched by the natural key, 2 of 4
CREATE INDEX duplicate_rows_row ON duplicate_rows (row, set)

-- matched by the natural key, 3 of 4
ANALYZE duplicate_rows

-- matched by the natural key, 4 of 4
CREATE TEMP TABLE first_valid_rows (set integer, grp integer, row integer NOT NULL, PRIMARY KEY (set, grp))

-- matched by the natural key: identical rows
DELETE
FROM staged
WHERE ctid IN (
  SELECT ctid
  FROM (
    SELECT s.ctid, row_number() OVER (PARTITION BY s."instrument_id", s."market_id", ROW(s."_given",
        s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size", s."archived_at",
        s."_missing")::text ORDER BY s._row) > 1 AS is_superfluous
    FROM staged s
    JOIN (
      SELECT "instrument_id", "market_id"
      FROM staged
      WHERE "instrument_id" IS NOT NULL
        AND "market_id" IS NOT NULL
      GROUP BY "instrument_id", "market_id"
      HAVING count(*) > 1
    ) same USING ("instrument_id", "market_id")
  ) repeated
  WHERE is_superfluous
)

-- matched by the natural key: all but the last rows
DELETE
FROM staged
WHERE ctid IN (
  SELECT ctid
  FROM (
    SELECT s.ctid, s._row < max(s._row) OVER (PARTITION BY s."instrument_id", s."market_id") AS is_superfluous
    FROM staged s
    JOIN (
      SELECT "instrument_id", "market_id"
      FROM staged
      WHERE "instrument_id" IS NOT NULL
        AND "market_id" IS NOT NULL
      GROUP BY "instrument_id", "market_id"
      HAVING count(*) > 1
    ) same USING ("instrument_id", "market_id")
  ) repeated
  WHERE is_superfluous
)

-- matched by id, 1 of 4
CREATE TEMP TABLE duplicate_rows AS
SELECT 0::integer AS
set, s._row AS row, (dense_rank() OVER (ORDER BY s._match))::integer AS grp
FROM staged s
JOIN (
  SELECT _match
  FROM staged
  WHERE _match IS NOT NULL
  GROUP BY _match
  HAVING count(*) > 1
) same USING (_match)
UNION ALL
SELECT 1::integer AS
set, s._row AS row, (dense_rank() OVER (ORDER BY s."instrument_id", s."market_id"))::integer AS grp
FROM staged s
JOIN (
  SELECT "instrument_id", "market_id"
  FROM staged
  WHERE "instrument_id" IS NOT NULL
    AND "market_id" IS NOT NULL
  GROUP BY "instrument_id", "market_id"
  HAVING count(*) > 1
) same USING ("instrument_id", "market_id")

-- matched by id, 2 of 4
CREATE INDEX duplicate_rows_row ON duplicate_rows (row, set)

-- matched by id, 3 of 4
ANALYZE duplicate_rows

-- matched by id, 4 of 4
CREATE TEMP TABLE first_valid_rows (set integer, grp integer, row integer NOT NULL, PRIMARY KEY (set, grp))

-- matched by id: identical rows
DELETE
FROM staged
WHERE ctid IN (
  SELECT ctid
  FROM (
    SELECT s.ctid, row_number() OVER (PARTITION BY s._match, ROW(s."_given", s."instrument_id", s."market_id",
        s."local_code", s."currency", s."lot_size", s."archived_at", s."_match",
        s."_missing")::text ORDER BY s._row) > 1 AS is_superfluous
    FROM staged s
    JOIN (
      SELECT _match
      FROM staged
      WHERE _match IS NOT NULL
      GROUP BY _match
      HAVING count(*) > 1
    ) same USING (_match)
  ) repeated
  WHERE is_superfluous
)

-- matched by id: all but the last rows
DELETE
FROM staged
WHERE ctid IN (
  SELECT ctid
  FROM (
    SELECT s.ctid, s._row < max(s._row) OVER (PARTITION BY s._match) AS is_superfluous
    FROM staged s
    JOIN (
      SELECT _match
      FROM staged
      WHERE _match IS NOT NULL
      GROUP BY _match
      HAVING count(*) > 1
    ) same USING (_match)
  ) repeated
  WHERE is_superfluous
)
