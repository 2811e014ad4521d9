-- market_id eq
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "asx"
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
  AND (r."market_id" = (
  SELECT named."id"
  FROM "markets" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- market_id ne
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = []
--   $3 = ["asx"]
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
    AND ((r."market_id" IS NULL OR r."market_id" <> ALL ($2::uuid[] || ARRAY(
    SELECT named."id"
    FROM "markets" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = ANY ($3::text[])
  ))))
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $4::int)

-- date lt
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30"
--   $3 = 3
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
    AND (r."date" < $2::date)
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- date lte
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30"
--   $3 = 3
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
    AND (r."date" <= $2::date)
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- date gt
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30"
--   $3 = 3
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
    AND (r."date" > $2::date)
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- date gte
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30"
--   $3 = 3
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
    AND (r."date" >= $2::date)
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- market_id in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "asx"
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
  AND (r."market_id" = (
  SELECT named."id"
  FROM "markets" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- market_id not_in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = []
--   $3 = ["asx"]
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
    AND ((r."market_id" IS NULL OR r."market_id" <> ALL ($2::uuid[] || ARRAY(
    SELECT named."id"
    FROM "markets" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = ANY ($3::text[])
  ))))
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $4::int)

-- description like
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "%part%"
--   $3 = 3
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
    AND (r."description" COLLATE "default" ILIKE $2::text)
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- market_id is_null
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
    AND (r."market_id" IS NULL)
  OFFSET 0
) r
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $2::int)

-- market_id is one record
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
  AND (r."market_id" = $2::uuid)
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $3::int)

-- market_id is one of several
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = 3
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
  AND (r."market_id" = ANY ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "markets" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
)))
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $4::int)

-- records by id
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
  AND (r."id" = ANY ($2::uuid[]))
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT $3::int

-- a group of and with or
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "asx"
--   $3 = "asx"
--   $4 = ["00000000-0000-0000-0000-000000000002"]
--   $5 = 3
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
  AND (r."market_id" = (
  SELECT named."id"
  FROM "markets" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
  AND (((r."market_id" = (
  SELECT named."id"
  FROM "markets" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $3::text
)) OR ((r."id" IS NULL OR r."id" <> ALL ($4::uuid[])))))
ORDER BY by_0."identifier" COLLATE "C", r."date"
LIMIT (SELECT $5::int)
