-- matched by the natural key, every row gives every field: create
INSERT INTO "market_listings" ("workspace_id", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at")
SELECT $1::uuid, j."instrument_id", j."market_id", j."local_code", j."currency", j."lot_size", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."instrument_id", j."market_id"

-- matched by the natural key, every row gives every field: create, all rows are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
) INSERT INTO "market_listings" ("workspace_id", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at")
SELECT $1::uuid, j."instrument_id", j."market_id", j."local_code", j."currency", j."lot_size", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."instrument_id", j."market_id"

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
) INSERT INTO "market_listings" ("workspace_id", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at")
SELECT $1::uuid, j."instrument_id", j."market_id", j."local_code", j."currency", j."lot_size", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."instrument_id", j."market_id"

-- matched by the natural key, every row gives every field: update
UPDATE "market_listings" r
SET "local_code" = j."local_code", "currency" = j."currency", "lot_size" = j."lot_size",
    archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by the natural key, rows give different fields: create
INSERT INTO "market_listings" ("workspace_id", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at")
SELECT $1::uuid, j."instrument_id", j."market_id", j."local_code", j."currency", j."lot_size", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."instrument_id", j."market_id"

-- matched by the natural key, rows give different fields: create, all rows are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
) INSERT INTO "market_listings" ("workspace_id", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at")
SELECT $1::uuid, j."instrument_id", j."market_id", j."local_code", j."currency", j."lot_size", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."instrument_id", j."market_id"

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
) INSERT INTO "market_listings" ("workspace_id", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at")
SELECT $1::uuid, j."instrument_id", j."market_id", j."local_code", j."currency", j."lot_size", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."instrument_id", j."market_id"

-- matched by the natural key, rows give different fields: update
UPDATE "market_listings" r
SET "local_code" = CASE
  WHEN (j._given & 4) <> 0 THEN j."local_code"
  ELSE r."local_code" END, "currency" = CASE
  WHEN (j._given & 8) <> 0 THEN j."currency"
  ELSE r."currency" END, "lot_size" = CASE
  WHEN (j._given & 16) <> 0 THEN j."lot_size"
  ELSE r."lot_size" END, archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, every row gives every field: create
INSERT INTO "market_listings" ("workspace_id", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at")
SELECT $1::uuid, j."instrument_id", j."market_id", j."local_code", j."currency", j."lot_size", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."instrument_id", j."market_id"

-- matched by id, every row gives every field: update
UPDATE "market_listings" r
SET "local_code" = j."local_code", "currency" = j."currency", "lot_size" = j."lot_size",
    archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, rows give different fields: create
INSERT INTO "market_listings" ("workspace_id", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at")
SELECT $1::uuid, j."instrument_id", j."market_id", j."local_code", j."currency", j."lot_size", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."instrument_id", j."market_id"

-- matched by id, rows give different fields: update
UPDATE "market_listings" r
SET "local_code" = CASE
  WHEN (j._given & 4) <> 0 THEN j."local_code"
  ELSE r."local_code" END, "currency" = CASE
  WHEN (j._given & 8) <> 0 THEN j."currency"
  ELSE r."currency" END, "lot_size" = CASE
  WHEN (j._given & 16) <> 0 THEN j."lot_size"
  ELSE r."lot_size" END, archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
