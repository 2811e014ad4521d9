-- matched by the natural key, 1 of 4
CREATE TEMP TABLE duplicate_rows AS
SELECT 0::integer AS
set, s._row AS row, (dense_rank() OVER (ORDER BY s."_parent_key", s."timestamp"))::integer AS grp
FROM staged s
JOIN (
  SELECT "_parent_key", "timestamp"
  FROM staged
  WHERE "_parent_key" IS NOT NULL
    AND "timestamp" IS NOT NULL
  GROUP BY "_parent_key", "timestamp"
  HAVING count(*) > 1
) same USING ("_parent_key", "timestamp")

-- matched by the natural key, 2 of 4
CREATE INDEX duplicate_rows_row ON duplicate_rows (row, set)

-- matched by the natural key, 3 of 4
ANALYZE duplicate_rows

-- matched by the natural key, 4 of 4
CREATE TEMP TABLE first_valid_rows (set integer, grp integer, row integer NOT NULL, PRIMARY KEY (set, grp))

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
set, s._row AS row, (dense_rank() OVER (ORDER BY s."_parent_key", s."timestamp"))::integer AS grp
FROM staged s
JOIN (
  SELECT "_parent_key", "timestamp"
  FROM staged
  WHERE "_parent_key" IS NOT NULL
    AND "timestamp" IS NOT NULL
  GROUP BY "_parent_key", "timestamp"
  HAVING count(*) > 1
) same USING ("_parent_key", "timestamp")

-- matched by id, 2 of 4
CREATE INDEX duplicate_rows_row ON duplicate_rows (row, set)

-- matched by id, 3 of 4
ANALYZE duplicate_rows

-- matched by id, 4 of 4
CREATE TEMP TABLE first_valid_rows (set integer, grp integer, row integer NOT NULL, PRIMARY KEY (set, grp))
