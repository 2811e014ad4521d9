-- matched by the natural key, 1 of 4
CREATE TEMP TABLE duplicate_rows AS
SELECT 0::integer AS
set, s._row AS row, (dense_rank() OVER (ORDER BY s."identifier"))::integer AS grp
FROM staged s
JOIN (
  SELECT "identifier"
  FROM staged
  WHERE "identifier" IS NOT NULL
  GROUP BY "identifier"
  HAVING count(*) > 1
) same USING ("identifier")

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
    SELECT s.ctid, row_number() OVER (PARTITION BY s."identifier", ROW(s."_given", s."identifier", s."name",
        s."type_id", s."extras", s."archived_at", s."_custom", s."_defaults",
        s."_missing")::text ORDER BY s._row) > 1 AS is_superfluous
    FROM staged s
    JOIN (
      SELECT "identifier"
      FROM staged
      WHERE "identifier" IS NOT NULL
      GROUP BY "identifier"
      HAVING count(*) > 1
    ) same USING ("identifier")
  ) repeated
  WHERE is_superfluous
)

-- matched by the natural key: all but the last rows
DELETE
FROM staged
WHERE ctid IN (
  SELECT ctid
  FROM (
    SELECT s.ctid, s._row < max(s._row) OVER (PARTITION BY s."identifier") AS is_superfluous
    FROM staged s
    JOIN (
      SELECT "identifier"
      FROM staged
      WHERE "identifier" IS NOT NULL
      GROUP BY "identifier"
      HAVING count(*) > 1
    ) same USING ("identifier")
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
set, s._row AS row, (dense_rank() OVER (ORDER BY s."identifier"))::integer AS grp
FROM staged s
JOIN (
  SELECT "identifier"
  FROM staged
  WHERE "identifier" IS NOT NULL
  GROUP BY "identifier"
  HAVING count(*) > 1
) same USING ("identifier")

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
    SELECT s.ctid, row_number() OVER (PARTITION BY s._match, ROW(s."_given", s."identifier", s."name",
        s."type_id", s."extras", s."archived_at", s."_match", s."_custom", s."_defaults",
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

-- matched by a custom field, 1 of 4
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
set, s._row AS row, (dense_rank() OVER (ORDER BY s."identifier"))::integer AS grp
FROM staged s
JOIN (
  SELECT "identifier"
  FROM staged
  WHERE "identifier" IS NOT NULL
  GROUP BY "identifier"
  HAVING count(*) > 1
) same USING ("identifier")

-- matched by a custom field, 2 of 4
CREATE INDEX duplicate_rows_row ON duplicate_rows (row, set)

-- matched by a custom field, 3 of 4
ANALYZE duplicate_rows

-- matched by a custom field, 4 of 4
CREATE TEMP TABLE first_valid_rows (set integer, grp integer, row integer NOT NULL, PRIMARY KEY (set, grp))

-- matched by a custom field: identical rows
DELETE
FROM staged
WHERE ctid IN (
  SELECT ctid
  FROM (
    SELECT s.ctid, row_number() OVER (PARTITION BY s._match, ROW(s."_given", s."identifier", s."name",
        s."type_id", s."extras", s."archived_at", s."_match", s."_custom", s."_defaults",
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

-- matched by a custom field: all but the last rows
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
