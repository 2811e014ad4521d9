-- all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", to_char(r."date", 'YYYY-MM-DD') AS "_cursor_1"
FROM "markets" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_calendars" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."market_id" = by_0.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $2::int)

-- records by id and identifier
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", to_char(r."date", 'YYYY-MM-DD') AS "_cursor_1"
FROM (
  SELECT DISTINCT unnest($2::uuid[]) AS id
) w
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_calendars" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r.id = w.id
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "markets" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."market_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT $3::int

-- archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", to_char(r."date", 'YYYY-MM-DD') AS "_cursor_1"
FROM "markets" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_calendars" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."market_id" = by_0.id
    AND r."archived_at" IS NOT NULL
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $2::int)

-- all
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", to_char(r."date", 'YYYY-MM-DD') AS "_cursor_1"
FROM "markets" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_calendars" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."market_id" = by_0.id
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $2::int)

-- records of one market_id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", to_char(r."date", 'YYYY-MM-DD') AS "_cursor_1"
FROM "market_calendars" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "markets" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."market_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND r."market_id" = $2::uuid
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- records of a period
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30"
--   $3 = "2026-01-30"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", to_char(r."date", 'YYYY-MM-DD') AS "_cursor_1"
FROM "markets" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_calendars" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."market_id" = by_0.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND r."date" >= $2::date
    AND r."date" < $3::date
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $4::int)

-- the next page
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "asx"
--   $3 = "2026-01-30"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", to_char(r."date", 'YYYY-MM-DD') AS "_cursor_1"
FROM "markets" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_calendars" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."market_id" = by_0.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
  AND (by_0."identifier" COLLATE "C" >= $2::text AND (by_0."identifier" COLLATE "C", r."date") > ($2::text,
      $3::date))
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $4::int)
