-- matched by the natural key: create parents, 1 of 2
INSERT INTO "instrument_series" (id, workspace_id, "instrument_id", "type_id")
SELECT n.id, $1, n."instrument_id", n."type_id"
FROM (
  SELECT DISTINCT _parent_key AS id
  FROM planned_rows
  WHERE _action = 'c'
) named
CROSS JOIN LATERAL (
  SELECT *
  FROM new_parents
  WHERE new_parents.id = named.id
  OFFSET 0
) n
WHERE NOT EXISTS (
  SELECT
  FROM "instrument_series" t
  WHERE t.workspace_id = (SELECT $1::uuid)
    AND t.id = n.id
  OFFSET 0
)
ORDER BY n.id

-- matched by the natural key: create parents, 2 of 2
INSERT INTO "instrument_series" (id, workspace_id, "instrument_id", "type_id")
SELECT n.id, $1, n."instrument_id", n."type_id"
FROM (
  SELECT DISTINCT _parent_key AS id
  FROM key_ranges
) named
CROSS JOIN LATERAL (
  SELECT *
  FROM new_parents
  WHERE new_parents.id = named.id
  OFFSET 0
) n
WHERE NOT EXISTS (
  SELECT
  FROM "instrument_series" t
  WHERE t.workspace_id = (SELECT $1::uuid)
    AND t.id = n.id
  OFFSET 0
)
ORDER BY n.id

-- matched by the natural key, every row gives every field: create
INSERT INTO "composite_time_series_values" ("series_id", "timestamp", "archived_at", "items")
SELECT j._parent_key, j."timestamp", j."archived_at", (coalesce(j._defaults, '{}') || coalesce(j._custom,
    '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."timestamp"

-- matched by the natural key, every row gives every field: create, all rows are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
) INSERT INTO "composite_time_series_values" ("series_id", "timestamp", "archived_at", "items")
SELECT j._parent_key, j."timestamp", j."archived_at", (coalesce(j._defaults, '{}') || coalesce(j._custom,
    '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."timestamp"

-- matched by the natural key, every row gives every field: create, all rows without an error are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
    AND s._row NOT IN (SELECT row FROM classify_errors)
) INSERT INTO "composite_time_series_values" ("series_id", "timestamp", "archived_at", "items")
SELECT j._parent_key, j."timestamp", j."archived_at", (coalesce(j._defaults, '{}') || coalesce(j._custom,
    '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."timestamp"

-- matched by the natural key, every row gives every field: update
UPDATE "composite_time_series_values" r
SET "items" = (r."items" || coalesce(j._custom, '{}')), archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND $1::uuid IS NOT NULL
  AND r."series_id" = j."_record_series_id"
  AND r."timestamp" = j."_record_timestamp"

-- matched by the natural key, rows give different fields: create
INSERT INTO "composite_time_series_values" ("series_id", "timestamp", "archived_at", "items")
SELECT j._parent_key, j."timestamp", j."archived_at", jsonb_strip_nulls(coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."timestamp"

-- matched by the natural key, rows give different fields: create, all rows are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
) INSERT INTO "composite_time_series_values" ("series_id", "timestamp", "archived_at", "items")
SELECT j._parent_key, j."timestamp", j."archived_at", jsonb_strip_nulls(coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."timestamp"

-- matched by the natural key, rows give different fields: create, all rows without an error are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
    AND s._row NOT IN (SELECT row FROM classify_errors)
) INSERT INTO "composite_time_series_values" ("series_id", "timestamp", "archived_at", "items")
SELECT j._parent_key, j."timestamp", j."archived_at", jsonb_strip_nulls(coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."timestamp"

-- matched by the natural key, rows give different fields: update
UPDATE "composite_time_series_values" r
SET "items" = jsonb_strip_nulls(r."items" || coalesce(j._custom, '{}')), archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND $1::uuid IS NOT NULL
  AND r."series_id" = j."_record_series_id"
  AND r."timestamp" = j."_record_timestamp"

-- matched by id: create parents, 1 of 2
INSERT INTO "instrument_series" (id, workspace_id, "instrument_id", "type_id")
SELECT n.id, $1, n."instrument_id", n."type_id"
FROM (
  SELECT DISTINCT _parent_key AS id
  FROM planned_rows
  WHERE _action = 'c'
) named
CROSS JOIN LATERAL (
  SELECT *
  FROM new_parents
  WHERE new_parents.id = named.id
  OFFSET 0
) n
WHERE NOT EXISTS (
  SELECT
  FROM "instrument_series" t
  WHERE t.workspace_id = (SELECT $1::uuid)
    AND t.id = n.id
  OFFSET 0
)
ORDER BY n.id

-- matched by id: create parents, 2 of 2
INSERT INTO "instrument_series" (id, workspace_id, "instrument_id", "type_id")
SELECT n.id, $1, n."instrument_id", n."type_id"
FROM (
  SELECT DISTINCT _parent_key AS id
  FROM planned_rows
) named
CROSS JOIN LATERAL (
  SELECT *
  FROM new_parents
  WHERE new_parents.id = named.id
  OFFSET 0
) n
WHERE NOT EXISTS (
  SELECT
  FROM "instrument_series" t
  WHERE t.workspace_id = (SELECT $1::uuid)
    AND t.id = n.id
  OFFSET 0
)
ORDER BY n.id

-- matched by id, every row gives every field: create
INSERT INTO "composite_time_series_values" ("series_id", "timestamp", "archived_at", "items")
SELECT j._parent_key, j."timestamp", j."archived_at", (coalesce(j._defaults, '{}') || coalesce(j._custom,
    '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."timestamp"

-- matched by id, every row gives every field: update
UPDATE "composite_time_series_values" r
SET "items" = (r."items" || coalesce(j._custom, '{}')), archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND $1::uuid IS NOT NULL
  AND r."series_id" = j."_record_series_id"
  AND r."timestamp" = j."_record_timestamp"

-- matched by id, rows give different fields: create
INSERT INTO "composite_time_series_values" ("series_id", "timestamp", "archived_at", "items")
SELECT j._parent_key, j."timestamp", j."archived_at", jsonb_strip_nulls(coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."timestamp"

-- matched by id, rows give different fields: update
UPDATE "composite_time_series_values" r
SET "items" = jsonb_strip_nulls(r."items" || coalesce(j._custom, '{}')), archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND $1::uuid IS NOT NULL
  AND r."series_id" = j."_record_series_id"
  AND r."timestamp" = j."_record_timestamp"
