-- all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM (
  SELECT r_t.*, of_instrument_id."identifier" AS "_instrument_id", of_type_id."identifier" AS "_type_id"
  FROM "instrument_series" r_t
  JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r_t.workspace_id
    AND of_instrument_id."id" = r_t."instrument_id"
  JOIN "series" of_type_id ON of_type_id."workspace_id" = r_t.workspace_id
    AND of_type_id."id" = r_t."type_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND of_instrument_id."archived_at" IS NULL
  ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C"
) r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND r."archived_at" IS NULL
  OFFSET 0
) r
CROSS JOIN LATERAL (
  SELECT r_t."_instrument_id" AS "identifier"
) of_instrument_id
CROSS JOIN LATERAL (SELECT r_t."_type_id" AS "identifier") of_type_id
WHERE true

-- all records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM (
  SELECT r_t.*, of_instrument_id."identifier" AS "_instrument_id", of_type_id."identifier" AS "_type_id"
  FROM "instrument_series" r_t
  JOIN "instruments" of_instrument_id ON of_instrument_id."workspace_id" = r_t.workspace_id
    AND of_instrument_id."id" = r_t."instrument_id"
  JOIN "series" of_type_id ON of_type_id."workspace_id" = r_t.workspace_id
    AND of_type_id."id" = r_t."type_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
  ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C"
) r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
  OFFSET 0
) r
CROSS JOIN LATERAL (
  SELECT r_t."_instrument_id" AS "identifier"
) of_instrument_id
CROSS JOIN LATERAL (SELECT r_t."_type_id" AS "identifier") of_type_id
WHERE true

-- filtered by its own field
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM (
  SELECT r_t.*, of_instrument_id."identifier" AS "_instrument_id", of_type_id."identifier" AS "_type_id"
  FROM "instrument_series" r_t
  JOIN LATERAL (
    SELECT of_instrument_id.*
    FROM "instruments" of_instrument_id
    WHERE of_instrument_id."workspace_id" = r_t.workspace_id
      AND of_instrument_id."id" = r_t."instrument_id"
    OFFSET 0
  ) of_instrument_id ON true
  JOIN LATERAL (
    SELECT of_type_id.*
    FROM "series" of_type_id
    WHERE of_type_id."workspace_id" = r_t.workspace_id
      AND of_type_id."id" = r_t."type_id"
    OFFSET 0
  ) of_type_id ON true
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND of_instrument_id."archived_at" IS NULL
  ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C"
) r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND r."archived_at" IS NULL
    AND (r."timestamp" IS NOT NULL)
  OFFSET 0
) r
CROSS JOIN LATERAL (
  SELECT r_t."_instrument_id" AS "identifier"
) of_instrument_id
CROSS JOIN LATERAL (SELECT r_t."_type_id" AS "identifier") of_type_id
WHERE true

-- filtered by a field of the parent
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT count(*) AS count
FROM (
  SELECT r_t.*, of_instrument_id."identifier" AS "_instrument_id", of_type_id."identifier" AS "_type_id"
  FROM "instrument_series" r_t
  JOIN LATERAL (
    SELECT of_instrument_id.*
    FROM "instruments" of_instrument_id
    WHERE of_instrument_id."workspace_id" = r_t.workspace_id
      AND of_instrument_id."id" = r_t."instrument_id"
    OFFSET 0
  ) of_instrument_id ON true
  JOIN LATERAL (
    SELECT of_type_id.*
    FROM "series" of_type_id
    WHERE of_type_id."workspace_id" = r_t.workspace_id
      AND of_type_id."id" = r_t."type_id"
    OFFSET 0
  ) of_type_id ON true
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND of_instrument_id."archived_at" IS NULL
    AND (r_t."instrument_id" = $2::uuid)
  ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C"
) r_t
CROSS JOIN LATERAL (
  SELECT r.*
  FROM "time_series_values" r
  WHERE r."series_id" = r_t.id
    AND r."archived_at" IS NULL
  OFFSET 0
) r
CROSS JOIN LATERAL (
  SELECT r_t."_instrument_id" AS "identifier"
) of_instrument_id
CROSS JOIN LATERAL (SELECT r_t."_type_id" AS "identifier") of_type_id
WHERE true
