-- identifier eq
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["bhp.ax"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" = ANY ($2::text[]))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier ne
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["bhp.ax"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND ((r."identifier" IS NULL OR r."identifier" <> ALL ($2::text[])))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier lt
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
  AND (r."identifier" COLLATE "C" < $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier lte
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
  AND (r."identifier" COLLATE "C" <= $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier gt
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
  AND (r."identifier" COLLATE "C" > $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier gte
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
  AND (r."identifier" COLLATE "C" >= $2::text)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["bhp.ax"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" = ANY ($2::text[]))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- identifier not_in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["bhp.ax"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
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
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
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
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" IS NULL)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $2::int)

-- type_id is one record
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
  AND (r."type_id" = $2::uuid)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- type_id is one of several
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."type_id" = ANY ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "instrument_types" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
)))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- a custom field of one data type
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "1.50"
--   $3 = ["00000000-0000-0000-0000-00000000000a"]
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (CASE WHEN r."type_id" = ANY ($3::uuid[]) THEN (r."field_values" ->> 'open')::numeric > $2::numeric
      ELSE false END)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- a custom field of two data types
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["1.50"]
--   $3 = ["00000000-0000-0000-0000-00000000000a"]
--   $4 = ["1.50"]
--   $5 = ["00000000-0000-0000-0000-00000000000b"]
--   $6 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (CASE WHEN r."type_id" = ANY ($3::uuid[]) THEN (r."field_values" ->> 'code') = ANY ($2::text[])
      WHEN r."type_id" = ANY ($5::uuid[]) THEN (r."field_values" ->> 'code')::numeric = ANY ($4::numeric[])
      ELSE false END)
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $6::int)

-- records by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."id" = ANY ($2::uuid[]))
ORDER BY r."identifier" COLLATE "C"
LIMIT $3::int

-- a group of and with or
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["bhp.ax"]
--   $3 = ["bhp.ax"]
--   $4 = ["00000000-0000-0000-0000-000000000002"]
--   $5 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values", r."identifier" AS "_cursor_0"
FROM "instruments" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."identifier" = ANY ($2::text[]))
  AND (((r."identifier" = ANY ($3::text[])) OR ((r."id" IS NULL OR r."id" <> ALL ($4::uuid[])))))
ORDER BY r."identifier" COLLATE "C"
LIMIT (SELECT $5::int)
