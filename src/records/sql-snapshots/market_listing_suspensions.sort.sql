-- by instrument_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
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
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
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
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_0.*
  FROM "markets" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."market_id"
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
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_0.*
  FROM "markets" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."market_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $2::int)

-- by listing_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    r."listing_id"::text AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."listing_id" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by listing_id desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    r."listing_id"::text AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."listing_id" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by suspended_from asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    almagest_instant(r."suspended_from") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."suspended_from", r."id"
LIMIT (SELECT $2::int)

-- by suspended_from desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    almagest_instant(r."suspended_from") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."suspended_from" DESC, r."id"
LIMIT (SELECT $2::int)

-- by suspended_until asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    almagest_instant(r."suspended_until") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."suspended_until" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by suspended_until desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    almagest_instant(r."suspended_until") AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."suspended_until" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by reason asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    r."reason" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."reason" COLLATE "C" NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- by reason desc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    r."reason" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY r."reason" COLLATE "C" DESC NULLS LAST, r."id"
LIMIT (SELECT $2::int)

-- the next page by instrument_id asc
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "00000000-0000-0000-0000-000000000002"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
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
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", r."id"::text AS "_cursor_1"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
  OFFSET 0
) by_0 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND ((by_0."identifier" COLLATE "C" < $2::text) OR (by_0."identifier" COLLATE "C" = $2::text
      AND r."id" > $3::uuid))
ORDER BY by_0."identifier" COLLATE "C" DESC, r."id"
LIMIT (SELECT $4::int)
