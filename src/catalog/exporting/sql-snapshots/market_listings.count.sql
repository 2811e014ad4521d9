-- all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM "market_listings" r
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r."workspace_id"
  AND of_instrument_id."id" = r."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_instrument_id."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL

-- all records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM "market_listings" r
JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r."workspace_id"
  AND of_instrument_id."id" = r."instrument_id"
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)

-- filtered by its own field
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
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
