-- count all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END

-- count by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
SELECT count(*) AS count
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (r."id" = ANY ($2::uuid[]))

-- find by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values"
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."id" = $2::uuid

-- find by identifier
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "abc"
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values"
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."identifier" = $2

-- find by id and lock
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."identifier" AS "identifier", r."name" AS "name", r."type_id"::text AS "type_id",
    r."extras"::text AS "extras", r."field_values" AS "field_values"
FROM "markets" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."id" = $2::uuid FOR NO KEY UPDATE OF r
