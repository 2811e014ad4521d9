-- identifier eq
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["equity"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" = ANY ($2::text[]))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier ne
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["equity"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND ((r."identifier" IS NULL OR r."identifier" <> ALL ($2::text[])))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier lt
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "equity"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" COLLATE "C" < $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier lte
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "equity"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" COLLATE "C" <= $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier gt
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "equity"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" COLLATE "C" > $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier gte
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "equity"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" COLLATE "C" >= $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["equity"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" = ANY ($2::text[]))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier not_in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["equity"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND ((r."identifier" IS NULL OR r."identifier" <> ALL ($2::text[])))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier like
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "%part%"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" COLLATE "default" ILIKE $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier is_null
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" IS NULL)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $2::int)

-- records by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."id" = ANY ($2::uuid[]))
ORDER BY r."identifier" COLLATE "C"
LIMIT $3::int

-- a group of and with or
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["equity"]
--   $3 = ["equity"]
--   $4 = ["00000000-0000-0000-0000-000000000002"]
--   $5 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."identifier" AS "_cursor_0"
FROM "instrument_types" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" = ANY ($2::text[]))
  AND (((r."identifier" = ANY ($3::text[])) OR ((r."id" IS NULL OR r."id" <> ALL ($4::uuid[])))))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $5::int)
