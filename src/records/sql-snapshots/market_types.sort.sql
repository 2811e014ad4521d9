-- by identifier asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "market_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."identifier" COLLATE "C", r."id"
LIMIT (SELECT $2::int)

-- by identifier desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "market_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $2::int)

-- by name asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."name" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."name" COLLATE "C", r."id"
LIMIT (SELECT $2::int)

-- by name desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."name" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."name" COLLATE "C" DESC, r."id"
LIMIT (SELECT $2::int)

-- the next page by identifier asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "exchange"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "market_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" COLLATE "C" >= $2::text AND (r."identifier" COLLATE "C", r."id") > ($2::text, $3::uuid))
ORDER BY r."identifier" COLLATE "C", r."id"
LIMIT (SELECT $4::int)

-- the next page by identifier desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "exchange"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "market_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND ((r."identifier" COLLATE "C" < $2::text) OR (r."identifier" COLLATE "C" = $2::text
      AND r."id" > $3::uuid))
ORDER BY r."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $4::int)
