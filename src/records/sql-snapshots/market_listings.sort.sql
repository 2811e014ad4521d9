-- by instrument_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C", r."id"
LIMIT (SELECT $2::int)

-- by instrument_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $2::int)

-- by market_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "markets" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."market_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C", r."id"
LIMIT (SELECT $2::int)

-- by market_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "markets" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."market_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $2::int)

-- by local_code asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    r."local_code" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."local_code" COLLATE "C" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by local_code desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    r."local_code" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."local_code" COLLATE "C" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by currency asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    r."currency" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."currency" COLLATE "C" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by currency desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    r."currency" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."currency" COLLATE "C" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by lot_size asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    r."lot_size"::text AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."lot_size" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by lot_size desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    r."lot_size"::text AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."lot_size" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- the next page by instrument_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (by_0."identifier" COLLATE "C" >= $2::text AND (by_0."identifier" COLLATE "C", r."id") > ($2::text,
      $3::uuid))
ORDER BY by_0."identifier" COLLATE "C", r."id"
LIMIT (SELECT $4::int)

-- the next page by instrument_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r."instrument_id"::text AS "instrument_id", r."market_id"::text AS "market_id",
    r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listings" r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND ((by_0."identifier" COLLATE "C" < $2::text) OR (by_0."identifier" COLLATE "C" = $2::text
      AND r."id" > $3::uuid))
ORDER BY by_0."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $4::int)
