-- matched by the natural key: lock the parents
SELECT t.id
FROM (
  SELECT DISTINCT _parent_key AS id
  FROM key_ranges
  ORDER BY id
) named
CROSS JOIN LATERAL (
  SELECT t.id
  FROM "market_listings" t
  WHERE t.workspace_id = (SELECT $1::uuid)
    AND t.id = named.id
  FOR KEY SHARE
) t

-- matched by the natural key: a parent was created under another key
SELECT EXISTS (
  SELECT
  FROM (
    SELECT DISTINCT _parent_key AS id
    FROM staged
    WHERE _row > $2
      AND _row <= $3
  ) named
  CROSS JOIN LATERAL (
    SELECT *
    FROM new_parents
    WHERE new_parents.id = named.id
    OFFSET 0
  ) n
  CROSS JOIN LATERAL (
    SELECT
    FROM "market_listings" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t."instrument_id" = n."instrument_id"
      AND t."market_id" = n."market_id"
      AND t.id <> n.id
    OFFSET 0
  ) t
) AS taken

-- matched by the natural key, every row gives every field: rule 1
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id and market_id"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT _parent_key AS id
    FROM key_ranges
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_listings" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
    AND NOT EXISTS (
    SELECT
    FROM new_parents n
    WHERE n.id = named.id
      AND NOT NOT EXISTS (
      SELECT
      FROM "instruments" t
      WHERE t.workspace_id = (SELECT $1::uuid)
        AND t.id = n."instrument_id"
      OFFSET 0
    )
      AND NOT NOT EXISTS (
      SELECT
      FROM "markets" t
      WHERE t.workspace_id = (SELECT $1::uuid)
        AND t.id = n."market_id"
      OFFSET 0
    )
    OFFSET 0
  )
)
SELECT j._row, j._line, NULL, 'reference_not_found',
    format('What %s name was removed while the file was imported.', $2::text), NULL
FROM planned_rows j
JOIN gone ON gone.id = j._parent_key
ORDER BY j._row

-- matched by the natural key, every row gives every field: rule 2
--   $1 = "suspended_until"
--   $2 = "suspended_from"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be later than %s.', $1::text, $2::text),
    left(almagest_instant(j."suspended_until"), 200)
FROM planned_rows j
WHERE j."suspended_until" <= j."suspended_from"
  AND j._action <> 'n'
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 1
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id and market_id"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT _parent_key AS id
    FROM key_ranges
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_listings" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
    AND NOT EXISTS (
    SELECT
    FROM new_parents n
    WHERE n.id = named.id
      AND NOT NOT EXISTS (
      SELECT
      FROM "instruments" t
      WHERE t.workspace_id = (SELECT $1::uuid)
        AND t.id = n."instrument_id"
      OFFSET 0
    )
      AND NOT NOT EXISTS (
      SELECT
      FROM "markets" t
      WHERE t.workspace_id = (SELECT $1::uuid)
        AND t.id = n."market_id"
      OFFSET 0
    )
    OFFSET 0
  )
)
SELECT j._row, j._line, NULL, 'reference_not_found',
    format('What %s name was removed while the file was imported.', $2::text), NULL
FROM planned_rows j
JOIN gone ON gone.id = j._parent_key
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 2
--   $1 = "suspended_until"
--   $2 = "suspended_from"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be later than %s.', $1::text, $2::text),
    left(almagest_instant(j."suspended_until"), 200)
FROM planned_rows j
WHERE j."suspended_until" <= j."suspended_from"
  AND j._action = 'c'
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 3, of found records
--   $1 = "suspended_until"
--   $2 = "suspended_from"
--   $3 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be later than %s.', $1::text, $2::text),
    left(almagest_instant((CASE WHEN (j._given & 2) <> 0 THEN j."suspended_until"
    ELSE r."suspended_until" END)), 200)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $3::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE j._action = 'u'
  AND (CASE WHEN (j._given & 2) <> 0 THEN j."suspended_until"
      ELSE r."suspended_until" END) <= (j."suspended_from")
ORDER BY j._row

-- matched by id: lock the parents
SELECT t.id
FROM (
  SELECT DISTINCT _parent_key AS id
  FROM planned_rows
  ORDER BY id
) named
CROSS JOIN LATERAL (
  SELECT t.id
  FROM "market_listings" t
  WHERE t.workspace_id = (SELECT $1::uuid)
    AND t.id = named.id
  FOR KEY SHARE
) t

-- matched by id: a parent was created under another key
SELECT EXISTS (
  SELECT
  FROM (
    SELECT DISTINCT _parent_key AS id
    FROM staged
    WHERE _row > $2
      AND _row <= $3
  ) named
  CROSS JOIN LATERAL (
    SELECT *
    FROM new_parents
    WHERE new_parents.id = named.id
    OFFSET 0
  ) n
  CROSS JOIN LATERAL (
    SELECT
    FROM "market_listings" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t."instrument_id" = n."instrument_id"
      AND t."market_id" = n."market_id"
      AND t.id <> n.id
    OFFSET 0
  ) t
) AS taken

-- matched by id, every row gives every field: rule 1
--   $1 = "suspension"
--   $2 = "id"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('There is no %s with this id in this workspace.', $1::text), j._match
FROM planned_rows j
WHERE j._action = 'c'
ORDER BY j._row

-- matched by id, every row gives every field: rule 2, of found records
--   $1 = "suspended_from"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, r."suspended_from"::text),
    j."suspended_from"::text
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."suspended_from" IS DISTINCT FROM j."suspended_from"
ORDER BY j._row

-- matched by id, every row gives every field: rule 3, of found records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id, market_id"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, NULL, 'conflict', format('%s never change once a record is created.', $2::text), NULL
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE j._parent_key <> r."listing_id"
ORDER BY j._row

-- matched by id, every row gives every field: rule 4
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id and market_id"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT _parent_key AS id
    FROM planned_rows
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_listings" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
    AND NOT EXISTS (
    SELECT
    FROM new_parents n
    WHERE n.id = named.id
      AND NOT NOT EXISTS (
      SELECT
      FROM "instruments" t
      WHERE t.workspace_id = (SELECT $1::uuid)
        AND t.id = n."instrument_id"
      OFFSET 0
    )
      AND NOT NOT EXISTS (
      SELECT
      FROM "markets" t
      WHERE t.workspace_id = (SELECT $1::uuid)
        AND t.id = n."market_id"
      OFFSET 0
    )
    OFFSET 0
  )
)
SELECT j._row, j._line, NULL, 'reference_not_found',
    format('What %s name was removed while the file was imported.', $2::text), NULL
FROM planned_rows j
JOIN gone ON gone.id = j._parent_key
ORDER BY j._row

-- matched by id, every row gives every field: rule 5
--   $1 = "suspended_until"
--   $2 = "suspended_from"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be later than %s.', $1::text, $2::text),
    left(almagest_instant(j."suspended_until"), 200)
FROM planned_rows j
WHERE j."suspended_until" <= j."suspended_from"
  AND j._action <> 'n'
ORDER BY j._row

-- matched by id, rows give different fields: rule 1
--   $1 = "suspension"
--   $2 = "id"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('There is no %s with this id in this workspace.', $1::text), j._match
FROM planned_rows j
WHERE j._action = 'c'
ORDER BY j._row

-- matched by id, rows give different fields: rule 2, of found records
--   $1 = "suspended_from"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, r."suspended_from"::text),
    j."suspended_from"::text
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."suspended_from" IS DISTINCT FROM j."suspended_from"
ORDER BY j._row

-- matched by id, rows give different fields: rule 3, of found records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id, market_id"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, NULL, 'conflict', format('%s never change once a record is created.', $2::text), NULL
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE j._parent_key <> r."listing_id"
ORDER BY j._row

-- matched by id, rows give different fields: rule 4
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id and market_id"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT _parent_key AS id
    FROM planned_rows
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_listings" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
    AND NOT EXISTS (
    SELECT
    FROM new_parents n
    WHERE n.id = named.id
      AND NOT NOT EXISTS (
      SELECT
      FROM "instruments" t
      WHERE t.workspace_id = (SELECT $1::uuid)
        AND t.id = n."instrument_id"
      OFFSET 0
    )
      AND NOT NOT EXISTS (
      SELECT
      FROM "markets" t
      WHERE t.workspace_id = (SELECT $1::uuid)
        AND t.id = n."market_id"
      OFFSET 0
    )
    OFFSET 0
  )
)
SELECT j._row, j._line, NULL, 'reference_not_found',
    format('What %s name was removed while the file was imported.', $2::text), NULL
FROM planned_rows j
JOIN gone ON gone.id = j._parent_key
ORDER BY j._row

-- matched by id, rows give different fields: rule 5
--   $1 = "suspended_until"
--   $2 = "suspended_from"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be later than %s.', $1::text, $2::text),
    left(almagest_instant(j."suspended_until"), 200)
FROM planned_rows j
WHERE j."suspended_until" <= j."suspended_from"
  AND j._action = 'c'
ORDER BY j._row

-- matched by id, rows give different fields: rule 6, of found records
--   $1 = "suspended_until"
--   $2 = "suspended_from"
--   $3 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be later than %s.', $1::text, $2::text),
    left(almagest_instant((CASE WHEN (j._given & 2) <> 0 THEN j."suspended_until"
    ELSE r."suspended_until" END)), 200)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $3::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE j._action = 'u'
  AND (CASE WHEN (j._given & 2) <> 0 THEN j."suspended_until"
      ELSE r."suspended_until" END) <= (j."suspended_from")
ORDER BY j._row
