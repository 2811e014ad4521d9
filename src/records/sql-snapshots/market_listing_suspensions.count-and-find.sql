-- count all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
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

-- count by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
SELECT count(*) AS count
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
  AND (r."id" = ANY ($2::uuid[]))

-- find by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason"
FROM "market_listing_suspensions" r
JOIN "market_listings" r_t ON r_t.id = r."listing_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."id" = $2::uuid

-- find by id and lock
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT r."id"::text AS "id", almagest_instant(r."archived_at") AS "archived_at",
    almagest_instant(r."created_at") AS "created_at", almagest_instant(r."updated_at") AS "updated_at",
    r_t."instrument_id"::text AS "instrument_id", r_t."market_id"::text AS "market_id",
    r."listing_id"::text AS "listing_id", almagest_instant(r."suspended_from") AS "suspended_from",
    almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason"
FROM "market_listing_suspensions" r
JOIN "market_listings" r_t ON r_t.id = r."listing_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."id" = $2::uuid FOR NO KEY UPDATE OF r
