-- csv
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_market_id."identifier", almagest_instant(r."suspended_from"),
    almagest_instant(r."suspended_until"), r."reason"
FROM "market_listing_suspensions" r
JOIN "market_listings" r_t ON r_t.id = r."listing_id"
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r_t.workspace_id
  AND of_instrument_id."id" = r_t."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r_t.workspace_id
  AND of_market_id."id" = r_t."market_id"
LEFT JOIN "market_listings" of_listing_id ON of_listing_id."workspace_id" = r."workspace_id"
  AND of_listing_id."id" = r."listing_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
  AND of_listing_id."archived_at" IS NULL
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C", r."suspended_from"

-- json
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT of_instrument_id."identifier" AS "instrument_id", of_market_id."identifier" AS "market_id",
        almagest_instant(r."suspended_from") AS "suspended_from",
        almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason"
  ) element
)::text || ','
FROM "market_listing_suspensions" r
JOIN "market_listings" r_t ON r_t.id = r."listing_id"
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r_t.workspace_id
  AND of_instrument_id."id" = r_t."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r_t.workspace_id
  AND of_market_id."id" = r_t."market_id"
LEFT JOIN "market_listings" of_listing_id ON of_listing_id."workspace_id" = r."workspace_id"
  AND of_listing_id."id" = r."listing_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
  AND of_listing_id."archived_at" IS NULL
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C", r."suspended_from"

-- ndjson
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT of_instrument_id."identifier" AS "instrument_id", of_market_id."identifier" AS "market_id",
        almagest_instant(r."suspended_from") AS "suspended_from",
        almagest_instant(r."suspended_until") AS "suspended_until", r."reason" AS "reason"
  ) element
)::text
FROM "market_listing_suspensions" r
JOIN "market_listings" r_t ON r_t.id = r."listing_id"
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r_t.workspace_id
  AND of_instrument_id."id" = r_t."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r_t.workspace_id
  AND of_market_id."id" = r_t."market_id"
LEFT JOIN "market_listings" of_listing_id ON of_listing_id."workspace_id" = r."workspace_id"
  AND of_listing_id."id" = r."listing_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
  AND of_listing_id."archived_at" IS NULL
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C", r."suspended_from"

-- csv with archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_market_id."identifier", almagest_instant(r."suspended_from"),
    almagest_instant(r."suspended_until"), r."reason", almagest_instant(r."archived_at")
FROM "market_listing_suspensions" r
JOIN "market_listings" r_t ON r_t.id = r."listing_id"
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r_t.workspace_id
  AND of_instrument_id."id" = r_t."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r_t.workspace_id
  AND of_market_id."id" = r_t."market_id"
LEFT JOIN "market_listings" of_listing_id ON of_listing_id."workspace_id" = r."workspace_id"
  AND of_listing_id."id" = r."listing_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C", r."suspended_from"

-- csv for spreadsheets
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT CASE
  WHEN of_instrument_id."identifier" ~ '^''*[=+\-@\t\r\n]'
  AND of_instrument_id."identifier" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || of_instrument_id."identifier"
  ELSE of_instrument_id."identifier" END, CASE
  WHEN of_market_id."identifier" ~ '^''*[=+\-@\t\r\n]'
  AND of_market_id."identifier" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || of_market_id."identifier"
  ELSE of_market_id."identifier" END, CASE
  WHEN almagest_instant(r."suspended_from") ~ '^''*[=+\-@\t\r\n]'
  AND almagest_instant(r."suspended_from") !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || almagest_instant(r."suspended_from")
  ELSE almagest_instant(r."suspended_from") END, CASE
  WHEN almagest_instant(r."suspended_until") ~ '^''*[=+\-@\t\r\n]'
  AND almagest_instant(r."suspended_until") !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || almagest_instant(r."suspended_until")
  ELSE almagest_instant(r."suspended_until") END, CASE
  WHEN r."reason" ~ '^''*[=+\-@\t\r\n]'
  AND r."reason" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$' THEN '''' || r."reason"
  ELSE r."reason" END
FROM "market_listing_suspensions" r
JOIN "market_listings" r_t ON r_t.id = r."listing_id"
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r_t.workspace_id
  AND of_instrument_id."id" = r_t."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r_t.workspace_id
  AND of_market_id."id" = r_t."market_id"
LEFT JOIN "market_listings" of_listing_id ON of_listing_id."workspace_id" = r."workspace_id"
  AND of_listing_id."id" = r."listing_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
  AND of_listing_id."archived_at" IS NULL
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C", r."suspended_from"

-- csv, filtered by its own field
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_market_id."identifier", almagest_instant(r."suspended_from"),
    almagest_instant(r."suspended_until"), r."reason"
FROM "market_listing_suspensions" r
CROSS JOIN LATERAL (
  SELECT r_t.*
  FROM "market_listings" r_t
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND r_t.id = r."listing_id"
  OFFSET 0
) r_t
JOIN LATERAL (
  SELECT of_instrument_id.*
  FROM "instruments" of_instrument_id
  WHERE of_instrument_id."workspace_id" = r_t.workspace_id
    AND of_instrument_id."id" = r_t."instrument_id"
  OFFSET 0
) of_instrument_id ON true
JOIN LATERAL (
  SELECT of_market_id.*
  FROM "markets" of_market_id
  WHERE of_market_id."workspace_id" = r_t.workspace_id
    AND of_market_id."id" = r_t."market_id"
  OFFSET 0
) of_market_id ON true
LEFT JOIN LATERAL (
  SELECT of_listing_id.*
  FROM "market_listings" of_listing_id
  WHERE of_listing_id."workspace_id" = r."workspace_id"
    AND of_listing_id."id" = r."listing_id"
  OFFSET 0
) of_listing_id ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
  AND of_listing_id."archived_at" IS NULL
  AND (r."suspended_from" IS NOT NULL)
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C", r."suspended_from"

-- csv, filtered by a field of the parent
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT of_instrument_id."identifier", of_market_id."identifier", almagest_instant(r."suspended_from"),
    almagest_instant(r."suspended_until"), r."reason"
FROM "market_listings" r_t
JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."listing_id" = r_t.id
  OFFSET 0
) r ON r_t.workspace_id = (SELECT $1::uuid)
JOIN LATERAL (
  SELECT of_instrument_id.*
  FROM "instruments" of_instrument_id
  WHERE of_instrument_id."workspace_id" = r_t.workspace_id
    AND of_instrument_id."id" = r_t."instrument_id"
  OFFSET 0
) of_instrument_id ON true
JOIN LATERAL (
  SELECT of_market_id.*
  FROM "markets" of_market_id
  WHERE of_market_id."workspace_id" = r_t.workspace_id
    AND of_market_id."id" = r_t."market_id"
  OFFSET 0
) of_market_id ON true
LEFT JOIN LATERAL (
  SELECT of_listing_id.*
  FROM "market_listings" of_listing_id
  WHERE of_listing_id."workspace_id" = r."workspace_id"
    AND of_listing_id."id" = r."listing_id"
  OFFSET 0
) of_listing_id ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
  AND of_listing_id."archived_at" IS NULL
  AND (r_t."instrument_id" = $2::uuid)
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C", r."suspended_from"
