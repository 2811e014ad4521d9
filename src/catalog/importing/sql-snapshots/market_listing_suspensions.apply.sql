-- matched by the natural key, every row gives every field: create
INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."suspended_from"

-- matched by the natural key, every row gives every field: create, all rows are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
) INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."suspended_from"

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
) INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."suspended_from"

-- matched by the natural key, every row gives every field: update
UPDATE "market_listing_suspensions" r
SET "suspended_until" = j."suspended_until", "reason" = j."reason", archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by the natural key, every row gives every field: create one row
INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
  AND j._row = $2
ORDER BY j."_parent_key", j."suspended_from"

-- matched by the natural key, every row gives every field: update one row
UPDATE "market_listing_suspensions" r
SET "suspended_until" = j."suspended_until", "reason" = j."reason", archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
  AND j._row = $2

-- matched by the natural key, rows give different fields: create
INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."suspended_from"

-- matched by the natural key, rows give different fields: create, all rows are new
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 0
--   $3 = 1000
WITH planned_rows AS NOT MATERIALIZED (
  SELECT s.*, 'c'::"char" AS _action
  FROM staged s
  WHERE s._row > $2::integer
    AND s._row <= $3::integer
) INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."suspended_from"

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
) INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."suspended_from"

-- matched by the natural key, rows give different fields: update
UPDATE "market_listing_suspensions" r
SET "suspended_until" = CASE
  WHEN (j._given & 2) <> 0 THEN j."suspended_until"
  ELSE r."suspended_until" END, "reason" = CASE
  WHEN (j._given & 4) <> 0 THEN j."reason"
  ELSE r."reason" END, archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by the natural key, rows give different fields: create one row
INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
  AND j._row = $2
ORDER BY j."_parent_key", j."suspended_from"

-- matched by the natural key, rows give different fields: update one row
UPDATE "market_listing_suspensions" r
SET "suspended_until" = CASE
  WHEN (j._given & 2) <> 0 THEN j."suspended_until"
  ELSE r."suspended_until" END, "reason" = CASE
  WHEN (j._given & 4) <> 0 THEN j."reason"
  ELSE r."reason" END, archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
  AND j._row = $2

-- matched by the natural key: the period that a row overlaps
SELECT coalesce((
  SELECT format('The period overlaps that of row %s of this file (%s until %s). Keep one of the two,
      or end one earlier.', a.row, almagest_instant(o."suspended_from"),
      coalesce(almagest_instant(o."suspended_until"), 'further notice'))
  FROM applied_rows a
  WHERE a."_parent_key" = o."listing_id"
    AND a."suspended_from" = o."suspended_from"
  ORDER BY a.row DESC
  LIMIT 1
), format('The period overlaps another one: %s. End or archive that one first.', format('%s (%s until %s)',
    o.id, almagest_instant(o."suspended_from"), coalesce(almagest_instant(o."suspended_until"),
    'further notice'))))
FROM planned_rows j
JOIN "market_listing_suspensions" o ON o.workspace_id = (SELECT $1::uuid)
  AND o."listing_id" = j."_parent_key"
  AND (o."id") IS DISTINCT FROM (j."_record_id")
WHERE j._row = $2
  AND (CASE WHEN o.archived_at IS NULL THEN tstzrange(o."suspended_from", o."suspended_until",
      '[)') END) && tstzrange(j."suspended_from", j."suspended_until", '[)')
ORDER BY o."suspended_from"
LIMIT 1

-- matched by id, every row gives every field: create
INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."suspended_from"

-- matched by id, every row gives every field: update
UPDATE "market_listing_suspensions" r
SET "suspended_until" = j."suspended_until", "reason" = j."reason", archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, every row gives every field: create one row
INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
  AND j._row = $2
ORDER BY j."_parent_key", j."suspended_from"

-- matched by id, every row gives every field: update one row
UPDATE "market_listing_suspensions" r
SET "suspended_until" = j."suspended_until", "reason" = j."reason", archived_at = j.archived_at,
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
  AND j._row = $2

-- matched by id, rows give different fields: create
INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
ORDER BY j."_parent_key", j."suspended_from"

-- matched by id, rows give different fields: update
UPDATE "market_listing_suspensions" r
SET "suspended_until" = CASE
  WHEN (j._given & 2) <> 0 THEN j."suspended_until"
  ELSE r."suspended_until" END, "reason" = CASE
  WHEN (j._given & 4) <> 0 THEN j."reason"
  ELSE r."reason" END, archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, rows give different fields: create one row
INSERT INTO "market_listing_suspensions" ("workspace_id", "listing_id", "suspended_from", "suspended_until",
    "reason", "archived_at")
SELECT $1::uuid, j._parent_key, j."suspended_from", j."suspended_until", j."reason", j."archived_at"
FROM planned_rows j
WHERE j._action = 'c'
  AND $1::uuid IS NOT NULL
  AND j._row = $2
ORDER BY j."_parent_key", j."suspended_from"

-- matched by id, rows give different fields: update one row
UPDATE "market_listing_suspensions" r
SET "suspended_until" = CASE
  WHEN (j._given & 2) <> 0 THEN j."suspended_until"
  ELSE r."suspended_until" END, "reason" = CASE
  WHEN (j._given & 4) <> 0 THEN j."reason"
  ELSE r."reason" END, archived_at = j.archived_at, updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
  AND j._row = $2

-- matched by id: the period that a row overlaps
SELECT coalesce((
  SELECT format('The period overlaps that of row %s of this file (%s until %s). Keep one of the two,
      or end one earlier.', a.row, almagest_instant(o."suspended_from"),
      coalesce(almagest_instant(o."suspended_until"), 'further notice'))
  FROM applied_rows a
  WHERE a._match = o.id::text
  ORDER BY a.row DESC
  LIMIT 1
), format('The period overlaps another one: %s. End or archive that one first.', format('%s (%s until %s)',
    o.id, almagest_instant(o."suspended_from"), coalesce(almagest_instant(o."suspended_until"),
    'further notice'))))
FROM planned_rows j
JOIN "market_listing_suspensions" o ON o.workspace_id = (SELECT $1::uuid)
  AND o."listing_id" = j."_parent_key"
  AND (o."id") IS DISTINCT FROM (j."_record_id")
WHERE j._row = $2
  AND (CASE WHEN o.archived_at IS NULL THEN tstzrange(o."suspended_from", o."suspended_until",
      '[)') END) && tstzrange(j."suspended_from", j."suspended_until", '[)')
ORDER BY o."suspended_from"
LIMIT 1
