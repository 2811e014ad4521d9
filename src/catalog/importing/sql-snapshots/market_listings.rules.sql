-- matched by the natural key, every row gives every field: rule 1
--   $1 = "currency"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be 3 letters from A to Z, such as AUD.',
    $1::text), left(j."currency", 200)
FROM planned_rows j
WHERE j."currency" !~ '^[A-Za-z]{3}$'
  AND j._action <> 'n'
ORDER BY j._row

-- matched by the natural key, every row gives every field: rule 2
--   $1 = "lot_size"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be greater than 0.', $1::text),
    left(j."lot_size"::text, 200)
FROM planned_rows j
WHERE j."lot_size" <= 0
  AND j._action <> 'n'
ORDER BY j._row

-- matched by the natural key, every row gives every field: rule 3
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id"
--   $3 = "instrument"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."instrument_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "instruments" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."instrument_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."instrument_id"
ORDER BY j._row

-- matched by the natural key, every row gives every field: rule 4
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "market_id"
--   $3 = "market"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."market_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "markets" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."market_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."market_id"
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 1
--   $1 = "currency"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be 3 letters from A to Z, such as AUD.',
    $1::text), left(j."currency", 200)
FROM planned_rows j
WHERE j."currency" !~ '^[A-Za-z]{3}$'
  AND j._action = 'c'
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 2, of found records
--   $1 = "currency"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be 3 letters from A to Z, such as AUD.',
    $1::text), left((CASE WHEN (j._given & 8) <> 0 THEN j."currency" ELSE r."currency" END), 200)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE j._action = 'u'
  AND (CASE WHEN (j._given & 8) <> 0 THEN j."currency" ELSE r."currency" END) !~ '^[A-Za-z]{3}$'
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 3
--   $1 = "lot_size"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be greater than 0.', $1::text),
    left(j."lot_size"::text, 200)
FROM planned_rows j
WHERE j."lot_size" <= 0
  AND j._action = 'c'
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 4, of found records
--   $1 = "lot_size"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be greater than 0.', $1::text), left((CASE
    WHEN (j._given & 16) <> 0 THEN j."lot_size" ELSE r."lot_size" END)::text, 200)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE j._action = 'u'
  AND (CASE WHEN (j._given & 16) <> 0 THEN j."lot_size" ELSE r."lot_size" END) <= 0
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 5
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id"
--   $3 = "instrument"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."instrument_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "instruments" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."instrument_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."instrument_id"
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 6
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "market_id"
--   $3 = "market"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."market_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "markets" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."market_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."market_id"
ORDER BY j._row

-- matched by id, every row gives every field: rule 1
--   $1 = "listing"
--   $2 = "id"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('There is no %s with this id in this workspace.', $1::text), j._match
FROM planned_rows j
WHERE j._action = 'c'
ORDER BY j._row

-- matched by id, every row gives every field: rule 2, of found records
--   $1 = "instrument_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "instruments" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."instrument_id"
)), (
  SELECT t."identifier"
  FROM "instruments" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."instrument_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."instrument_id" IS DISTINCT FROM j."instrument_id"
ORDER BY j._row

-- matched by id, every row gives every field: rule 3, of found records
--   $1 = "market_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "markets" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."market_id"
)), (
  SELECT t."identifier"
  FROM "markets" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."market_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."market_id" IS DISTINCT FROM j."market_id"
ORDER BY j._row

-- matched by id, every row gives every field: rule 4
--   $1 = "currency"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be 3 letters from A to Z, such as AUD.',
    $1::text), left(j."currency", 200)
FROM planned_rows j
WHERE j."currency" !~ '^[A-Za-z]{3}$'
  AND j._action <> 'n'
ORDER BY j._row

-- matched by id, every row gives every field: rule 5
--   $1 = "lot_size"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be greater than 0.', $1::text),
    left(j."lot_size"::text, 200)
FROM planned_rows j
WHERE j."lot_size" <= 0
  AND j._action <> 'n'
ORDER BY j._row

-- matched by id, every row gives every field: rule 6
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id"
--   $3 = "instrument"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."instrument_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "instruments" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."instrument_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."instrument_id"
ORDER BY j._row

-- matched by id, every row gives every field: rule 7
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "market_id"
--   $3 = "market"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."market_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "markets" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."market_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."market_id"
ORDER BY j._row

-- matched by id, rows give different fields: rule 1
--   $1 = "listing"
--   $2 = "id"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('There is no %s with this id in this workspace.', $1::text), j._match
FROM planned_rows j
WHERE j._action = 'c'
ORDER BY j._row

-- matched by id, rows give different fields: rule 2, of found records
--   $1 = "instrument_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "instruments" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."instrument_id"
)), (
  SELECT t."identifier"
  FROM "instruments" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."instrument_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."instrument_id" IS DISTINCT FROM j."instrument_id"
ORDER BY j._row

-- matched by id, rows give different fields: rule 3, of found records
--   $1 = "market_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "markets" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."market_id"
)), (
  SELECT t."identifier"
  FROM "markets" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."market_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."market_id" IS DISTINCT FROM j."market_id"
ORDER BY j._row

-- matched by id, rows give different fields: rule 4
--   $1 = "currency"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be 3 letters from A to Z, such as AUD.',
    $1::text), left(j."currency", 200)
FROM planned_rows j
WHERE j."currency" !~ '^[A-Za-z]{3}$'
  AND j._action = 'c'
ORDER BY j._row

-- matched by id, rows give different fields: rule 5, of found records
--   $1 = "currency"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be 3 letters from A to Z, such as AUD.',
    $1::text), left((CASE WHEN (j._given & 8) <> 0 THEN j."currency" ELSE r."currency" END), 200)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE j._action = 'u'
  AND (CASE WHEN (j._given & 8) <> 0 THEN j."currency" ELSE r."currency" END) !~ '^[A-Za-z]{3}$'
ORDER BY j._row

-- matched by id, rows give different fields: rule 6
--   $1 = "lot_size"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be greater than 0.', $1::text),
    left(j."lot_size"::text, 200)
FROM planned_rows j
WHERE j."lot_size" <= 0
  AND j._action = 'c'
ORDER BY j._row

-- matched by id, rows give different fields: rule 7, of found records
--   $1 = "lot_size"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'invalid_value', format('%s must be greater than 0.', $1::text), left((CASE
    WHEN (j._given & 16) <> 0 THEN j."lot_size" ELSE r."lot_size" END)::text, 200)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE j._action = 'u'
  AND (CASE WHEN (j._given & 16) <> 0 THEN j."lot_size" ELSE r."lot_size" END) <= 0
ORDER BY j._row

-- matched by id, rows give different fields: rule 8
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "instrument_id"
--   $3 = "instrument"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."instrument_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "instruments" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."instrument_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."instrument_id"
ORDER BY j._row

-- matched by id, rows give different fields: rule 9
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "market_id"
--   $3 = "market"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."market_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "markets" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."market_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."market_id"
ORDER BY j._row
