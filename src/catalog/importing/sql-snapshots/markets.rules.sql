-- matched by the natural key, every row gives every field: rule 1
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, missing.name, 'required', missing.name || ' is required to create a record,
    and the file does not give it.', NULL
FROM planned_rows j, unnest(string_to_array(j._missing, ',')) WITH ORDINALITY AS missing (name, nr)
WHERE j._action = 'c'
  AND j._missing IS NOT NULL
ORDER BY j._row, missing.nr

-- matched by the natural key, every row gives every field: rule 2, of found records
--   $1 = "type_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."type_id"
)), (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."type_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."type_id" IS DISTINCT FROM j."type_id"
ORDER BY j._row

-- matched by the natural key, every row gives every field: rule 3
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "type_id"
--   $3 = "market type"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."type_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_types" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."type_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."type_id"
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 1
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, missing.name, 'required', missing.name || ' is required to create a record,
    and the file does not give it.', NULL
FROM planned_rows j, unnest(string_to_array(j._missing, ',')) WITH ORDINALITY AS missing (name, nr)
WHERE j._action = 'c'
  AND j._missing IS NOT NULL
ORDER BY j._row, missing.nr

-- matched by the natural key, rows give different fields: rule 2, of found records
--   $1 = "type_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."type_id"
)), (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."type_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE (j._given & 4) <> 0
  AND r."type_id" IS DISTINCT FROM j."type_id"
ORDER BY j._row

-- matched by the natural key, rows give different fields: rule 3
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "type_id"
--   $3 = "market type"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."type_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_types" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."type_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."type_id"
ORDER BY j._row

-- matched by id: first dependent rename
SELECT min(s._row) AS row
FROM staged s
CROSS JOIN LATERAL (
  SELECT r."id" AS id
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."identifier" = s."identifier"
  OFFSET 0
) r
JOIN staged e ON e._match = r.id::text
  AND e._row > $2
  AND e._row < s._row
WHERE s._row > $2
  AND s._row <= $3
  AND s._match <> e._match

-- matched by id, every row gives every field: rule 1
--   $1 = "market"
--   $2 = "id"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('There is no %s with this id in this workspace.', $1::text), j._match
FROM planned_rows j
WHERE j._action = 'c'
ORDER BY j._row

-- matched by id, every row gives every field: rule 2, of found records
--   $1 = "type_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."type_id"
)), (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."type_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."type_id" IS DISTINCT FROM j."type_id"
ORDER BY j._row

-- matched by id, every row gives every field: rule 3, of found records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "identifier"
--   $3 = "market"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'conflict', format('Another %s has this %s already: %s.', $3::text,
    $2::text, r."id"), j."identifier"::text
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."identifier" = j."identifier"
  OFFSET 0
) r
WHERE (r."id") IS DISTINCT FROM (j."_record_id")
ORDER BY j._row

-- matched by id, every row gives every field: rule 4
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "type_id"
--   $3 = "market type"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."type_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_types" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."type_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."type_id"
ORDER BY j._row

-- matched by id, rows give different fields: rule 1
--   $1 = "market"
--   $2 = "id"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('There is no %s with this id in this workspace.', $1::text), j._match
FROM planned_rows j
WHERE j._action = 'c'
ORDER BY j._row

-- matched by id, rows give different fields: rule 2, of found records
--   $1 = "type_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."type_id"
)), (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."type_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE (j._given & 4) <> 0
  AND r."type_id" IS DISTINCT FROM j."type_id"
ORDER BY j._row

-- matched by id, rows give different fields: rule 3, of found records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "identifier"
--   $3 = "market"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'conflict', format('Another %s has this %s already: %s.', $3::text,
    $2::text, r."id"), j."identifier"::text
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."identifier" = j."identifier"
  OFFSET 0
) r
WHERE (r."id") IS DISTINCT FROM (j."_record_id")
ORDER BY j._row

-- matched by id, rows give different fields: rule 4
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "type_id"
--   $3 = "market type"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."type_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_types" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."type_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."type_id"
ORDER BY j._row

-- matched by a custom field: first dependent rename
SELECT min(s._row) AS row
FROM staged s
CROSS JOIN LATERAL (
  SELECT r."id" AS id
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."identifier" = s."identifier"
  OFFSET 0
) r
JOIN found f ON f.id = r.id
JOIN staged e ON e._match = f.value
  AND e._row > $2
  AND e._row < s._row
WHERE s._row > $2
  AND s._row <= $3
  AND s._match <> e._match

-- matched by a custom field, every row gives every field: rule 1
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, missing.name, 'required', missing.name || ' is required to create a record,
    and the file does not give it.', NULL
FROM planned_rows j, unnest(string_to_array(j._missing, ',')) WITH ORDINALITY AS missing (name, nr)
WHERE j._action = 'c'
  AND j._missing IS NOT NULL
ORDER BY j._row, missing.nr

-- matched by a custom field, every row gives every field: rule 2, of found records
--   $1 = "type_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."type_id"
)), (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."type_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE true
  AND r."type_id" IS DISTINCT FROM j."type_id"
ORDER BY j._row

-- matched by a custom field, every row gives every field: rule 3
--   $1 = "code"
--   $2 = "markets"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict', format('%s %s have this %s; it cannot tell which one is meant.',
    f.records, $2::text, $1::text), j._match
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT *
  FROM found
  WHERE found.value = j._match
  OFFSET 0
) f
WHERE f.records > 1
ORDER BY j._row

-- matched by a custom field, every row gives every field: rule 4, of found records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "identifier"
--   $3 = "market"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'conflict', format('Another %s has this %s already: %s.', $3::text,
    $2::text, r."id"), j."identifier"::text
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."identifier" = j."identifier"
  OFFSET 0
) r
WHERE (r."id") IS DISTINCT FROM (j."_record_id")
ORDER BY j._row

-- matched by a custom field, every row gives every field: rule 5
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "type_id"
--   $3 = "market type"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."type_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_types" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."type_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."type_id"
ORDER BY j._row

-- matched by a custom field, rows give different fields: rule 1
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, missing.name, 'required', missing.name || ' is required to create a record,
    and the file does not give it.', NULL
FROM planned_rows j, unnest(string_to_array(j._missing, ',')) WITH ORDINALITY AS missing (name, nr)
WHERE j._action = 'c'
  AND j._missing IS NOT NULL
ORDER BY j._row, missing.nr

-- matched by a custom field, rows give different fields: rule 2, of found records
--   $1 = "type_id"
--   $2 = "00000000-0000-0000-0000-000000000001"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict',
    format('%s never changes once a record is created: this one has %s.', $1::text, (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = r."type_id"
)), (
  SELECT t."identifier"
  FROM "market_types" t
  WHERE t.workspace_id = (SELECT $2::uuid)
    AND t.id = j."type_id"
)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $2::uuid)
    AND r."id" = j."_record_id"
  OFFSET 0
) r
WHERE (j._given & 4) <> 0
  AND r."type_id" IS DISTINCT FROM j."type_id"
ORDER BY j._row

-- matched by a custom field, rows give different fields: rule 3
--   $1 = "code"
--   $2 = "markets"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $1::text, 'conflict', format('%s %s have this %s; it cannot tell which one is meant.',
    f.records, $2::text, $1::text), j._match
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT *
  FROM found
  WHERE found.value = j._match
  OFFSET 0
) f
WHERE f.records > 1
ORDER BY j._row

-- matched by a custom field, rows give different fields: rule 4, of found records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "identifier"
--   $3 = "market"
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, $2::text, 'conflict', format('Another %s has this %s already: %s.', $3::text,
    $2::text, r."id"), j."identifier"::text
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."identifier" = j."identifier"
  OFFSET 0
) r
WHERE (r."id") IS DISTINCT FROM (j."_record_id")
ORDER BY j._row

-- matched by a custom field, rows give different fields: rule 5
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "type_id"
--   $3 = "market type"
INSERT INTO classify_errors (row, line, col, code, message, value) WITH gone AS MATERIALIZED (
  SELECT named.id
  FROM (
    SELECT DISTINCT j."type_id" AS id
    FROM planned_rows j
  ) named
  WHERE named.id IS NOT NULL
    AND NOT EXISTS (
    SELECT
    FROM "market_types" t
    WHERE t.workspace_id = (SELECT $1::uuid)
      AND t.id = named.id
    OFFSET 0
  )
)
SELECT j._row, j._line, $2::text, 'reference_not_found',
    format('This %s was removed while the file was imported.', $3::text), j."type_id"::text
FROM planned_rows j
JOIN gone ON gone.id = j."type_id"
ORDER BY j._row
