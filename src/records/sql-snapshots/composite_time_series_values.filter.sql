-- instrument_id eq, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "composite"
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
  AND (r_t."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
  AND r_t."type_id" = ANY (ARRAY(
  SELECT k.id
  FROM "series" k
  WHERE k.workspace_id = (SELECT $1::uuid)
    AND k."kind" = $3
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- instrument_id eq, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- instrument_id ne, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = []
--   $3 = ["bhp.ax"]
--   $4 = "composite"
--   $5 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND ((r_t."instrument_id" IS NULL OR r_t."instrument_id" <> ALL ($2::uuid[] || ARRAY(
    SELECT named."id"
    FROM "instruments" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = ANY ($3::text[])
  ))))
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $4
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
LIMIT (SELECT $5::int)

-- instrument_id ne, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- timestamp lt, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "composite"
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

-- timestamp lt, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T00:00:00Z"
--   $3 = ["7"]
--   $4 = 3
--   $5 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($3::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND (r."timestamp" < $2::timestamptz)
  ORDER BY r."timestamp"
  LIMIT (SELECT $5::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $4::int

-- timestamp lte, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "composite"
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

-- timestamp lte, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T00:00:00Z"
--   $3 = ["7"]
--   $4 = 3
--   $5 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($3::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND (r."timestamp" <= $2::timestamptz)
  ORDER BY r."timestamp"
  LIMIT (SELECT $5::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $4::int

-- timestamp gt, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "composite"
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

-- timestamp gt, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T00:00:00Z"
--   $3 = ["7"]
--   $4 = 3
--   $5 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($3::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND (r."timestamp" > $2::timestamptz)
  ORDER BY r."timestamp"
  LIMIT (SELECT $5::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $4::int

-- timestamp gte, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "composite"
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

-- timestamp gte, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T00:00:00Z"
--   $3 = ["7"]
--   $4 = 3
--   $5 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($3::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND (r."timestamp" >= $2::timestamptz)
  ORDER BY r."timestamp"
  LIMIT (SELECT $5::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $4::int

-- instrument_id in, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "composite"
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
  AND (r_t."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
  AND r_t."type_id" = ANY (ARRAY(
  SELECT k.id
  FROM "series" k
  WHERE k.workspace_id = (SELECT $1::uuid)
    AND k."kind" = $3
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- instrument_id in, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- instrument_id not_in, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = []
--   $3 = ["bhp.ax"]
--   $4 = "composite"
--   $5 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND ((r_t."instrument_id" IS NULL OR r_t."instrument_id" <> ALL ($2::uuid[] || ARRAY(
    SELECT named."id"
    FROM "instruments" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = ANY ($3::text[])
  ))))
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $4
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
LIMIT (SELECT $5::int)

-- instrument_id not_in, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- instrument_id is_null, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "composite"
--   $3 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND (r_t."instrument_id" IS NULL)
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

-- instrument_id is_null, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- instrument_id is one record, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = "composite"
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
  AND (r_t."instrument_id" = $2::uuid)
  AND r_t."type_id" = ANY (ARRAY(
  SELECT k.id
  FROM "series" k
  WHERE k.workspace_id = (SELECT $1::uuid)
    AND k."kind" = $3
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- instrument_id is one record, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- instrument_id is one of several, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = "composite"
--   $5 = 16
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
  AND (r_t."instrument_id" = ANY ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
)))
  AND r_t."type_id" = ANY (ARRAY(
  SELECT k.id
  FROM "series" k
  WHERE k.workspace_id = (SELECT $1::uuid)
    AND k."kind" = $4
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $5::int)

-- instrument_id is one of several, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- type_id is one record, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = "composite"
--   $4 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND (r_t."type_id" = $2::uuid)
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $3
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
LIMIT (SELECT $4::int)

-- type_id is one record, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- type_id is one of several, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = "composite"
--   $5 = 16
SELECT r_t.id::text AS key, by_0."identifier" AS v0, by_1."identifier" AS v1
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "instrument_series" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND (r_t."type_id" = ANY ($2::uuid[] || ARRAY(
    SELECT named."id"
    FROM "series" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = ANY ($3::text[])
  )))
    AND r_t."type_id" = ANY (ARRAY(
    SELECT k.id
    FROM "series" k
    WHERE k.workspace_id = (SELECT $1::uuid)
      AND k."kind" = $4
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
LIMIT (SELECT $5::int)

-- type_id is one of several, 2 of 2
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
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

-- a custom field of one data type, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "composite"
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

-- a custom field of one data type, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "1.50"
--   $3 = ["00000000-0000-0000-0000-00000000000a"]
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND (CASE WHEN r_t."type_id" = ANY ($3::uuid[]) THEN (r."items" ->> 'open')::numeric > $2::numeric
        ELSE false END)
  ORDER BY r."timestamp"
  LIMIT (SELECT $6::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $5::int

-- a custom field of two data types, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "composite"
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

-- a custom field of two data types, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["1.50"]
--   $3 = ["00000000-0000-0000-0000-00000000000a"]
--   $4 = ["1.50"]
--   $5 = ["00000000-0000-0000-0000-00000000000b"]
--   $6 = ["7"]
--   $7 = 3
--   $8 = 3
SELECT p.*, w.nr::text AS "_parent"
FROM (
  SELECT k.id, k.nr
  FROM unnest($6::bigint[]) WITH ORDINALITY AS k (id, nr)
  ORDER BY k.nr
) w
CROSS JOIN LATERAL (
  SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
      almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
      almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND (CASE WHEN r_t."type_id" = ANY ($3::uuid[]) THEN (r."items" ->> 'code') = ANY ($2::text[])
        WHEN r_t."type_id" = ANY ($5::uuid[]) THEN (r."items" ->> 'code')::numeric = ANY ($4::numeric[])
        ELSE false END)
  ORDER BY r."timestamp"
  LIMIT (SELECT $8::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $7::int

-- records by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = 3
SELECT almagest_point_id(r."series_id", r."timestamp")::text AS "id",
    almagest_instant(r."archived_at") AS "archived_at", almagest_instant(r."created_at") AS "created_at",
    almagest_instant(r."updated_at") AS "updated_at", r_t."instrument_id"::text AS "instrument_id",
    r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."timestamp") AS "_cursor_2"
FROM "composite_time_series_values" r
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
  AND (((r."series_id" = almagest_point_series($2::uuid) AND r."timestamp" = almagest_point_instant($2::uuid)
      AND almagest_point_id(r."series_id", r."timestamp") = $2::uuid)))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."timestamp"
LIMIT $3::int

-- a group of and with or, 1 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "composite"
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
  AND (r_t."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
  AND r_t."type_id" = ANY (ARRAY(
  SELECT k.id
  FROM "series" k
  WHERE k.workspace_id = (SELECT $1::uuid)
    AND k."kind" = $3
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- a group of and with or, 2 of 2
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = ["00000000-0000-0000-0000-000000000002"]
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
      r_t."type_id"::text AS "type_id", almagest_instant(r."timestamp") AS "timestamp", r."items" AS "items",
      r."timestamp" AS "_order_0", almagest_instant(r."timestamp") AS "_cursor_0"
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = w.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND (((r_t."instrument_id" = (
    SELECT named."id"
    FROM "instruments" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = $2::text
  )) OR ((almagest_point_id(r."series_id", r."timestamp") IS NULL OR almagest_point_id(r."series_id",
      r."timestamp") <> ALL ($3::uuid[])))))
  ORDER BY r."timestamp"
  LIMIT (SELECT $6::int)
) p
ORDER BY w.nr, p."_order_0"
LIMIT $5::int
