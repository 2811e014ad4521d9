-- all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $2::int)

-- records by id and identifier
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM (
  SELECT DISTINCT unnest($2::uuid[] || ARRAY(
    SELECT named."id"
    FROM "instruments" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = ANY ($3::text[])
  )) AS id
) w
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "instruments" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r.id = w.id
  OFFSET 0
) r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."identifier" COLLATE "C"
LIMIT $4::int

-- archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NOT NULL
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $2::int)

-- all
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $2::int)

-- records that match q
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "%part%"
--   $3 = "%part%"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."name" COLLATE "default" ILIKE $2::text OR r."identifier" COLLATE "default" ILIKE $3::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- records of one type_id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND r."type_id" = $2::uuid
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- the next page
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" COLLATE "C") > ($2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)
