-- by market_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
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
ORDER BY by_0."identifier" COLLATE "C", r."id"
LIMIT (SELECT $2::int)

-- by market_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
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
ORDER BY by_0."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $2::int)

-- by date asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description", to_char(r."date",
    'YYYY-MM-DD') AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."date", r."id"
LIMIT (SELECT $2::int)

-- by date desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description", to_char(r."date",
    'YYYY-MM-DD') AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."date" DESC, r."id"
LIMIT (SELECT $2::int)

-- by is_open asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    r."is_open"::text AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."is_open", r."id"
LIMIT (SELECT $2::int)

-- by is_open desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    r."is_open"::text AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."is_open" DESC, r."id"
LIMIT (SELECT $2::int)

-- by opens_at asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    almagest_instant(r."opens_at") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."opens_at" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by opens_at desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    almagest_instant(r."opens_at") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."opens_at" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by closes_at asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    almagest_instant(r."closes_at") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."closes_at" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by closes_at desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    almagest_instant(r."closes_at") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."closes_at" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by break_start asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    almagest_instant(r."break_start") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."break_start" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by break_start desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    almagest_instant(r."break_start") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."break_start" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by break_end asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    almagest_instant(r."break_end") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."break_end" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by break_end desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    almagest_instant(r."break_end") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."break_end" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by description asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    r."description" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."description" COLLATE "C" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by description desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    r."description" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_calendars" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."description" COLLATE "C" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- the next page by market_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "asx"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
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
  AND (by_0."identifier" COLLATE "C" >= $2::text AND (by_0."identifier" COLLATE "C", r."id") > ($2::text,
      $3::uuid))
ORDER BY by_0."identifier" COLLATE "C", r."id"
LIMIT (SELECT $4::int)

-- the next page by market_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "asx"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."market_id"::text AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
    r."is_open"::text AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
    almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
    almagest_instant(r."break_end") AS "break_end", r."description" AS "description",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
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
  AND ((by_0."identifier" COLLATE "C" < $2::text) OR (by_0."identifier" COLLATE "C" = $2::text
      AND r."id" > $3::uuid))
ORDER BY by_0."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $4::int)
