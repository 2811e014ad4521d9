-- count all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END

-- count by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
SELECT count(*) AS count
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."id" = ANY ($2::uuid[]))

-- find by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."id" = $2::uuid

-- find by id and lock
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."id" = $2::uuid FOR NO KEY UPDATE OF r
