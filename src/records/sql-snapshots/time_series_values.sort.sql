-- by instrument_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", by_0."identifier" AS "_cursor_0", almagest_point_id(r."series_id",
    r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $2::int)

-- by instrument_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", by_0."identifier" AS "_cursor_0", almagest_point_id(r."series_id",
    r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C" DESC, almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $2::int)

-- by type_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", by_0."identifier" AS "_cursor_0", almagest_point_id(r."series_id",
    r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "series" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."type_id"
  OFFSET 0
) by_0 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $2::int)

-- by type_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", by_0."identifier" AS "_cursor_0", almagest_point_id(r."series_id",
    r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "series" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."type_id"
  OFFSET 0
) by_0 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C" DESC, almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $2::int)

-- by timestamp asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", almagest_instant(r."timestamp") AS "_cursor_0",
    almagest_point_id(r."series_id", r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
WHERE r_t.workspace_id = (SELECT $1::uuid)
ORDER BY r."timestamp", almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $2::int)

-- by timestamp desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", almagest_instant(r."timestamp") AS "_cursor_0",
    almagest_point_id(r."series_id", r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
WHERE r_t.workspace_id = (SELECT $1::uuid)
ORDER BY r."timestamp" DESC, almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $2::int)

-- by value asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", r."value"::text AS "_cursor_0", almagest_point_id(r."series_id",
    r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
WHERE r_t.workspace_id = (SELECT $1::uuid)
ORDER BY r."value", almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $2::int)

-- by value desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", r."value"::text AS "_cursor_0", almagest_point_id(r."series_id",
    r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
WHERE r_t.workspace_id = (SELECT $1::uuid)
ORDER BY r."value" DESC, almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $2::int)

-- the next page by instrument_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", by_0."identifier" AS "_cursor_0", almagest_point_id(r."series_id",
    r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
  AND (by_0."identifier" COLLATE "C" >= $2::text AND (by_0."identifier" COLLATE "C",
      almagest_point_id(r."series_id", r."timestamp")) > ($2::text, $3::uuid))
ORDER BY by_0."identifier" COLLATE "C", almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $4::int)

-- the next page by instrument_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", by_0."identifier" AS "_cursor_0", almagest_point_id(r."series_id",
    r."timestamp")::text AS "_cursor_1"
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
  AND ((by_0."identifier" COLLATE "C" < $2::text) OR (by_0."identifier" COLLATE "C" = $2::text
      AND almagest_point_id(r."series_id", r."timestamp") > $3::uuid))
ORDER BY by_0."identifier" COLLATE "C" DESC, almagest_point_id(r."series_id", r."timestamp")
LIMIT (SELECT $4::int)
