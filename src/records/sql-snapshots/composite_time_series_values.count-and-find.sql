-- count all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM "instrument_series" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  WHERE r."series_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
WHERE r_t.workspace_id = (SELECT $1::uuid)

-- count by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT count(*) AS count
FROM "composite_time_series_values" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."series_id"
  OFFSET 0
) r_t
WHERE r_t.workspace_id = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (((r."series_id" = almagest_point_series($2::uuid) AND r."timestamp" = almagest_point_instant($2::uuid)
      AND almagest_point_id(r."series_id", r."timestamp") = $2::uuid)))

-- find by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items"
FROM "composite_time_series_values" r
JOIN "instrument_series" r_t ON r_t.id = r."series_id"
WHERE r_t.workspace_id = (SELECT $1::uuid)
  AND (r."series_id" = almagest_point_series($2::uuid) AND r."timestamp" = almagest_point_instant($2::uuid)
      AND almagest_point_id(r."series_id", r."timestamp") = $2::uuid)

-- find by id and lock
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items"
FROM "composite_time_series_values" r
JOIN "instrument_series" r_t ON r_t.id = r."series_id"
WHERE r_t.workspace_id = (SELECT $1::uuid)
  AND (r."series_id" = almagest_point_series($2::uuid) AND r."timestamp" = almagest_point_instant($2::uuid)
      AND almagest_point_id(r."series_id", r."timestamp") = $2::uuid) FOR NO KEY UPDATE OF r
