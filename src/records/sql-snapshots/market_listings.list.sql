-- all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1"
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."instrument_id" = by_0.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r."market_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $2::int)

-- records by id and identifier
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1"
FROM (
  SELECT DISTINCT unnest($2::uuid[]) AS id
) w
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r.id = w.id
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."instrument_id"
  OFFSET 0
) by_0 ON true
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r."market_id"
  OFFSET 0
) by_1 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT $3::int

-- archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1"
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."instrument_id" = by_0.id
    AND r."archived_at" IS NOT NULL
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r."market_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $2::int)

-- all
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1"
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."instrument_id" = by_0.id
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r."market_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $2::int)

-- records of one instrument_id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1"
FROM "market_listings" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."instrument_id"
  OFFSET 0
) by_0 ON true
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r."market_id"
  OFFSET 0
) by_1 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND r."instrument_id" = $2::uuid
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- the next page
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "asx"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1"
FROM "instruments" by_0
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."instrument_id" = by_0.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r."market_id"
  OFFSET 0
) by_1 ON true
WHERE by_0.workspace_id = (SELECT $1::uuid)
  AND (by_0."identifier" COLLATE "C" >= $2::text AND (by_0."identifier" COLLATE "C",
      by_1."identifier" COLLATE "C") > ($2::text, $3::text))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $4::int)
