-- all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."suspended_from") AS "_cursor_2"
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
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."market_id"
  OFFSET 0
) by_1 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $2::int)

-- records by id and identifier
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."suspended_from") AS "_cursor_2"
FROM (
  SELECT DISTINCT unnest($2::uuid[]) AS id
) w
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r.id = w.id
  OFFSET 0
) r
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
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."market_id"
  OFFSET 0
) by_1 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT $3::int

-- archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."suspended_from") AS "_cursor_2"
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
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."market_id"
  OFFSET 0
) by_1 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NOT NULL
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $2::int)

-- all
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."suspended_from") AS "_cursor_2"
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
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."market_id"
  OFFSET 0
) by_1 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $2::int)

-- records of one instrument_id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
--   $3 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."suspended_from") AS "_cursor_2"
FROM "market_listings" r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r."listing_id" = r_t.id
    AND CASE
    WHEN r."archived_at" IS NULL THEN true END
    AND r."workspace_id" = (SELECT $1::uuid)
  OFFSET 0
) r
JOIN LATERAL (
  SELECT by_0.*
  FROM "instruments" by_0
  WHERE by_0."workspace_id" = (SELECT $1::uuid)
    AND by_0."id" = r_t."instrument_id"
  OFFSET 0
) by_0 ON true
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."market_id"
  OFFSET 0
) by_1 ON true
WHERE r_t.workspace_id = (SELECT $1::uuid)
  AND r_t."instrument_id" = $2::uuid
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- records of a period
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T10:15:00Z"
--   $3 = "2026-01-30T10:15:00Z"
--   $4 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."suspended_from") AS "_cursor_2"
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
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."market_id"
  OFFSET 0
) by_1 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND r."suspended_from" >= $2::timestamptz
  AND r."suspended_from" < $3::timestamptz
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $4::int)

-- the next page
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "asx"
--   $4 = "2026-01-30T10:15:00Z"
--   $5 = 3
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason",
    by_0."identifier" AS "_cursor_0", by_1."identifier" AS "_cursor_1",
    almagest_instant(r."suspended_from") AS "_cursor_2"
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
JOIN LATERAL (
  SELECT by_1.*
  FROM "markets" by_1
  WHERE by_1."workspace_id" = (SELECT $1::uuid)
    AND by_1."id" = r_t."market_id"
  OFFSET 0
) by_1 ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND CASE
  WHEN r."archived_at" IS NULL THEN true END
  AND (by_0."identifier" COLLATE "C" >= $2::text AND (by_0."identifier" COLLATE "C",
      by_1."identifier" COLLATE "C", r."suspended_from") > ($2::text, $3::text, $4::timestamptz))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $5::int)
