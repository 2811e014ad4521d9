-- all active records, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "scalar"
--   $3 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $2
  ))
    AND r_t."instrument_id" = by_0.id
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_1.*
  FROM "series" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."type_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- all active records, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["7"]
--   $3 = 3
--   $4 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($2::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
      r."value"::text AS "value", r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  ORDER BY r."timestamp"
  LIMIT (SELECT $4::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $3::int

-- records by id and identifier
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
    r."value"::text AS "value", by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."timestamp") AS "_cursor_2"
FROM "time_series_values" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."series_id"
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
  OFFSET 0
) by_0 ON true
JOIN LATERAL (
  SELECT by_1.*
  FROM "series" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."type_id"
  OFFSET 0
) by_1 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND ((r."series_id" = almagest_point_series($2::uuid) AND r."timestamp" = almagest_point_instant($2::uuid)
      AND almagest_point_id(r."series_id", r."timestamp") = $2::uuid))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."timestamp"
LIMIT $3::int

-- archived records, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "scalar"
--   $3 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $2
  ))
    AND r_t."instrument_id" = by_0.id
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_1.*
  FROM "series" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."type_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- archived records, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["7"]
--   $3 = 3
--   $4 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($2::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
      r."value"::text AS "value", r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND r."archived_at" IS NOT NULL
  ORDER BY r."timestamp"
  LIMIT (SELECT $4::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $3::int

-- all, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "scalar"
--   $3 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $2
  ))
    AND r_t."instrument_id" = by_0.id
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_1.*
  FROM "series" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."type_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- all, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["7"]
--   $3 = 3
--   $4 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($2::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
      r."value"::text AS "value", r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
  ORDER BY r."timestamp"
  LIMIT (SELECT $4::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $3::int

-- records of one instrument_id, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = "scalar"
--   $4 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instrument_series" r_t
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
  OFFSET 0
) by_0 ON true
JOIN LATERAL (
  SELECT by_1.*
  FROM "series" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."type_id"
  OFFSET 0
) by_1 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
  AND r_t."instrument_id" = $2::uuid
  AND r_t."type_id" = ANY (ARRAY(
  SELECT k.id
  FROM "series" k
  WHERE k.workspace_id = (SELECT $1::uuid)
    AND k."kind" = $3
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- records of one instrument_id, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["7"]
--   $3 = 3
--   $4 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($2::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
      r."value"::text AS "value", r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  ORDER BY r."timestamp"
  LIMIT (SELECT $4::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $3::int

-- records of a period, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "scalar"
--   $3 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $2
  ))
    AND r_t."instrument_id" = by_0.id
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_1.*
  FROM "series" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."type_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- records of a period, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T00:00:00Z"
--   $3 = "2026-01-30T00:00:00Z"
--   $4 = ["7"]
--   $5 = 3
--   $6 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($4::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
      r."value"::text AS "value", r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND r."timestamp" >= $2::timestamptz
    AND r."timestamp" < $3::timestamptz
  ORDER BY r."timestamp"
  LIMIT (SELECT $6::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $5::int

-- the next page, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "scalar"
--   $3 = "bhp.ax"
--   $4 = "close"
--   $5 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $2
  ))
    AND r_t."instrument_id" = by_0.id
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_1.*
  FROM "series" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."type_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
  AND by_0."identifier" COLLATE "C" >= $3::text
  AND (by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C") >= ($3::text, $4::text)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $5::int)

-- the next page, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["7"]
--   $3 = 3
--   $4 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($2::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp",
      r."value"::text AS "value", r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  ORDER BY r."timestamp"
  LIMIT (SELECT $4::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $3::int
