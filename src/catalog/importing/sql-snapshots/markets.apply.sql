-- matched by the natural key, every row gives every field: create
INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at", (coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

-- matched by the natural key, every row gives every field: create, all rows are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
) INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at", (coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

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
) INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at", (coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

-- matched by the natural key, every row gives every field: update
UPDATE "markets" r
SET "name" = j."name", "extras" = j."extras", "field_values" = (r."field_values" || coalesce(j._custom,
    '{}')), archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by the natural key, rows give different fields: create
INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at",
    jsonb_strip_nulls(coalesce(j._defaults, '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

-- matched by the natural key, rows give different fields: create, all rows are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
) INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at",
    jsonb_strip_nulls(coalesce(j._defaults, '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

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
) INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at",
    jsonb_strip_nulls(coalesce(j._defaults, '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

-- matched by the natural key, rows give different fields: update
UPDATE "markets" r
SET "name" = CASE
  WHEN (j._given & 2) <> 0 THEN j."name"
  ELSE r."name" END, "extras" = CASE
  WHEN (j._given & 8) <> 0 THEN j."extras"
  ELSE r."extras" END, "field_values" = jsonb_strip_nulls(r."field_values" || coalesce(j._custom, '{}')),
      archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, every row gives every field: create
INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at", (coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

-- matched by id, every row gives every field: update
UPDATE "markets" r
SET "identifier" = j."identifier", "name" = j."name", "extras" = j."extras",
    "field_values" = (r."field_values" || coalesce(j._custom, '{}')), archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, rows give different fields: create
INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at",
    jsonb_strip_nulls(coalesce(j._defaults, '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

-- matched by id, rows give different fields: update
UPDATE "markets" r
SET "identifier" = j."identifier", "name" = CASE
  WHEN (j._given & 2) <> 0 THEN j."name"
  ELSE r."name" END, "extras" = CASE
  WHEN (j._given & 8) <> 0 THEN j."extras"
  ELSE r."extras" END, "field_values" = jsonb_strip_nulls(r."field_values" || coalesce(j._custom, '{}')),
      archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by a custom field, every row gives every field: create
INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at", (coalesce(j._defaults,
    '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

-- matched by a custom field, every row gives every field: update
UPDATE "markets" r
SET "identifier" = j."identifier", "name" = j."name", "extras" = j."extras",
    "field_values" = (r."field_values" || coalesce(j._custom, '{}')), archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by a custom field, rows give different fields: create
INSERT INTO "markets" ("workspace_id", "identifier", "name", "type_id", "extras", "archived_at",
    "field_values")
SELECT $1::uuid, j."identifier", j."name", j."type_id", j."extras", j."archived_at",
    jsonb_strip_nulls(coalesce(j._defaults, '{}') || coalesce(j._custom, '{}'))
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."identifier"

-- matched by a custom field, rows give different fields: update
UPDATE "markets" r
SET "identifier" = j."identifier", "name" = CASE
  WHEN (j._given & 2) <> 0 THEN j."name"
  ELSE r."name" END, "extras" = CASE
  WHEN (j._given & 8) <> 0 THEN j."extras"
  ELSE r."extras" END, "field_values" = jsonb_strip_nulls(r."field_values" || coalesce(j._custom, '{}')),
      archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
