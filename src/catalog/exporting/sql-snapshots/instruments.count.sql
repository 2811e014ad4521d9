-- all active records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM "instruments" r
JOIN "instrument_types" of_type_id ON of_type_id."workspace_id" = r."workspace_id"
  AND of_type_id."id" = r."type_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL

-- all records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM "instruments" r
JOIN "instrument_types" of_type_id ON of_type_id."workspace_id" = r."workspace_id"
  AND of_type_id."id" = r."type_id"
WHERE r."workspace_id" = (SELECT $1::uuid)

-- filtered by its own field
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT count(*) AS count
FROM "instruments" r
JOIN LATERAL (
  SELECT of_type_id.*
  FROM "instrument_types" of_type_id
  WHERE of_type_id."workspace_id" = r."workspace_id"
    AND of_type_id."id" = r."type_id"
  OFFSET 0
) of_type_id ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND (r."identifier" IS NOT NULL)
