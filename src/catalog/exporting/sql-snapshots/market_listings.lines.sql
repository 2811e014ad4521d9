-- csv
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_market_id."identifier", r."local_code", r."currency",
    r."lot_size"::text
FROM "market_listings" r
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r."workspace_id"
  AND of_instrument_id."id" = r."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C"

-- json
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT of_instrument_id."identifier" AS "instrument_id", of_market_id."identifier" AS "market_id",
        r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size"
  ) element
)::text || ','
FROM "market_listings" r
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r."workspace_id"
  AND of_instrument_id."id" = r."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C"

-- ndjson
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT of_instrument_id."identifier" AS "instrument_id", of_market_id."identifier" AS "market_id",
        r."local_code" AS "local_code", r."currency" AS "currency", r."lot_size"::text AS "lot_size"
  ) element
)::text
FROM "market_listings" r
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r."workspace_id"
  AND of_instrument_id."id" = r."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C"

-- csv with archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_market_id."identifier", r."local_code", r."currency",
    r."lot_size"::text, almagest_instant(r."archived_at")
FROM "market_listings" r
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r."workspace_id"
  AND of_instrument_id."id" = r."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C"

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
  WHEN r."local_code" ~ '^''*[=+\-@\t\r\n]'
  AND r."local_code" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$' THEN '''' || r."local_code"
  ELSE r."local_code" END, CASE
  WHEN r."currency" ~ '^''*[=+\-@\t\r\n]'
  AND r."currency" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$' THEN '''' || r."currency"
  ELSE r."currency" END, CASE
  WHEN r."lot_size"::text ~ '^''*[=+\-@\t\r\n]'
  AND r."lot_size"::text !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || r."lot_size"::text
  ELSE r."lot_size"::text END
FROM "market_listings" r
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r."workspace_id"
  AND of_instrument_id."id" = r."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C"

-- csv, filtered by its own field
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_market_id."identifier", r."local_code", r."currency",
    r."lot_size"::text
FROM "market_listings" r
JOIN LATERAL (
  SELECT of_instrument_id.*
  FROM "instruments" of_instrument_id
  WHERE of_instrument_id."workspace_id" = r."workspace_id"
    AND of_instrument_id."id" = r."instrument_id"
  OFFSET 0
) of_instrument_id ON true
JOIN LATERAL (
  SELECT of_market_id.*
  FROM "markets" of_market_id
  WHERE of_market_id."workspace_id" = r."workspace_id"
    AND of_market_id."id" = r."market_id"
  OFFSET 0
) of_market_id ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
  AND (r."instrument_id" IS NOT NULL)
ORDER BY of_instrument_id."identifier" COLLATE "C", of_market_id."identifier" COLLATE "C"
