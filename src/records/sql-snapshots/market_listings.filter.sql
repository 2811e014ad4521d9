-- instrument_id eq
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
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
  AND (r."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- instrument_id ne
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = []
--   $3 = ["bhp.ax"]
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
    AND ((r."instrument_id" IS NULL OR r."instrument_id" <> ALL ($2::uuid[] || ARRAY(
    SELECT named."id"
    FROM "instruments" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = ANY ($3::text[])
  ))))
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
LIMIT (SELECT $4::int)

-- local_code lt
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "BHP"
--   $3 = 3
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
    AND (r."local_code" COLLATE "C" < $2::text)
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
LIMIT (SELECT $3::int)

-- local_code lte
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "BHP"
--   $3 = 3
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
    AND (r."local_code" COLLATE "C" <= $2::text)
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
LIMIT (SELECT $3::int)

-- local_code gt
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "BHP"
--   $3 = 3
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
    AND (r."local_code" COLLATE "C" > $2::text)
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
LIMIT (SELECT $3::int)

-- local_code gte
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "BHP"
--   $3 = 3
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
    AND (r."local_code" COLLATE "C" >= $2::text)
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
LIMIT (SELECT $3::int)

-- instrument_id in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
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
  AND (r."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- instrument_id not_in
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = []
--   $3 = ["bhp.ax"]
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
    AND ((r."instrument_id" IS NULL OR r."instrument_id" <> ALL ($2::uuid[] || ARRAY(
    SELECT named."id"
    FROM "instruments" named
    WHERE named."workspace_id" = (SELECT $1::uuid)
      AND named."identifier" = ANY ($3::text[])
  ))))
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
LIMIT (SELECT $4::int)

-- local_code like
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "%part%"
--   $3 = 3
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
    AND (r."local_code" COLLATE "default" ILIKE $2::text)
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
LIMIT (SELECT $3::int)

-- instrument_id is_null
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
    AND (r."instrument_id" IS NULL)
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

-- instrument_id is one record
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
  AND (r."instrument_id" = $2::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- instrument_id is one of several
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = 3
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
  AND (r."instrument_id" = ANY ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
)))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- market_id is one record
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
  AND (r."market_id" = $2::uuid)
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $3::int)

-- market_id is one of several
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
--   $3 = ["abc"]
--   $4 = 3
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
  AND (r."market_id" = ANY ($2::uuid[] || ARRAY(
  SELECT named."id"
  FROM "markets" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = ANY ($3::text[])
)))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $4::int)

-- records by id
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = ["00000000-0000-0000-0000-000000000002"]
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
  AND (r."id" = ANY ($2::uuid[]))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT $3::int

-- a group of and with or
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "bhp.ax"
--   $3 = "bhp.ax"
--   $4 = ["00000000-0000-0000-0000-000000000002"]
--   $5 = 3
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
  AND (r."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $2::text
))
  AND (((r."instrument_id" = (
  SELECT named."id"
  FROM "instruments" named
  WHERE named."workspace_id" = (SELECT $1::uuid)
    AND named."identifier" = $3::text
)) OR ((r."id" IS NULL OR r."id" <> ALL ($4::uuid[])))))
ORDER BY by_0."identifier" COLLATE "C", by_1."identifier" COLLATE "C"
LIMIT (SELECT $5::int)
