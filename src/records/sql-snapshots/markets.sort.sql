-- by identifier asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "markets" r
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
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "markets" r
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
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."name" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "markets" r
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
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."name" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."name" COLLATE "C" DESC, r."id"
LIMIT (SELECT $2::int)

-- by type_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", by_0."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "markets" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "market_types" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."type_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C", r."id"
LIMIT (SELECT $2::int)

-- by type_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", by_0."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "markets" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "market_types" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."type_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $2::int)

-- by field.open asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-00000000000a"]
--   $3 = ["00000000-0000-0000-0000-00000000000a"]
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", CASE
  WHEN r."type_id" = ANY ($2::uuid[]) THEN (r."field_values" ->> 'open') END AS "_cursor_0",
      r."id"::text AS "_cursor_1"
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY (CASE WHEN r."type_id" = ANY ($3::uuid[])
    THEN (r."field_values" ->> 'open')::numeric END) NULLS LAST, r."id"
LIMIT (SELECT $4::int)

-- by field.open desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-00000000000a"]
--   $3 = ["00000000-0000-0000-0000-00000000000a"]
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", CASE
  WHEN r."type_id" = ANY ($2::uuid[]) THEN (r."field_values" ->> 'open') END AS "_cursor_0",
      r."id"::text AS "_cursor_1"
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY (CASE WHEN r."type_id" = ANY ($3::uuid[])
    THEN (r."field_values" ->> 'open')::numeric END) DESC NULLS LAST, r."id"
LIMIT (SELECT $4::int)

-- the next page by identifier asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "asx"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" COLLATE "C" >= $2::text AND (r."identifier" COLLATE "C", r."id") > ($2::text, $3::uuid))
ORDER BY r."identifier" COLLATE "C", r."id"
LIMIT (SELECT $4::int)

-- the next page by identifier desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "asx"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0",
    r."id"::text AS "_cursor_1"
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND ((r."identifier" COLLATE "C" < $2::text) OR (r."identifier" COLLATE "C" = $2::text
      AND r."id" > $3::uuid))
ORDER BY r."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $4::int)
