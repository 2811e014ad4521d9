-- instrument_id eq
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
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
  AND (r_t."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- instrument_id ne
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = []
--   $3 = ["bhp.ax"]
--   $4 = 3
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
  AND ((r_t."instrument_id" IS NULL OR r_t."instrument_id" <> ALL ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
))))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $4::int)

-- suspended_from lt
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T10:15:00Z"
--   $3 = 3
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
  AND (r."suspended_from" < $2::timestamptz)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- suspended_from lte
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T10:15:00Z"
--   $3 = 3
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
  AND (r."suspended_from" <= $2::timestamptz)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- suspended_from gt
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T10:15:00Z"
--   $3 = 3
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
  AND (r."suspended_from" > $2::timestamptz)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- suspended_from gte
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "2026-01-30T10:15:00Z"
--   $3 = 3
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
  AND (r."suspended_from" >= $2::timestamptz)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- instrument_id in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
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
  AND (r_t."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- instrument_id not_in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = []
--   $3 = ["bhp.ax"]
--   $4 = 3
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
  AND ((r_t."instrument_id" IS NULL OR r_t."instrument_id" <> ALL ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
))))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $4::int)

-- reason like
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "%part%"
--   $3 = 3
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
  AND (r."reason" COLLATE "default" ILIKE $2::text)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- instrument_id is_null
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = 3
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
  AND (r_t."instrument_id" IS NULL)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $2::int)

-- instrument_id is one record
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
  AND (r_t."instrument_id" = $2::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- instrument_id is one of several
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = 3
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
  AND (r_t."instrument_id" = ANY ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
)))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $4::int)

-- market_id is one record
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
  AND (r_t."market_id" = $2::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- market_id is one of several
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = 3
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
  AND (r_t."market_id" = ANY ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "markets" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
)))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $4::int)

-- listing_id is one record
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
  AND (r."listing_id" = $2::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- listing_id is one of several
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
  AND (r."listing_id" = ANY ($2::uuid[]))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $3::int)

-- records by id
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
  AND (r."id" = ANY ($2::uuid[]))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT $3::int

-- a group of and with or
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "bhp.ax"
--   $4 = ["00000000-0000-0000-0000-000000000002"]
--   $5 = 3
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
    AND (((r_t."instrument_id" = (
    SELECT named."id"
    FROM "instruments" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = $3::text
  )) OR ((r."id" IS NULL OR r."id" <> ALL ($4::uuid[])))))
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
  AND (r_t."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C", r."suspended_from"
LIMIT (SELECT $5::int)
