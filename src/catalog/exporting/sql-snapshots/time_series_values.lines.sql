-- csv
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_type_id."identifier", almagest_instant(r."timestamp"),
    r."value"::text
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
ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C", r."timestamp"

-- json
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT of_instrument_id."identifier" AS "instrument_id", of_type_id."identifier" AS "type_id",
        almagest_instant(r."timestamp") AS "timestamp", r."value"::text AS "value"
  ) element
)::text || ','
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
ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C", r."timestamp"

-- ndjson
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT of_instrument_id."identifier" AS "instrument_id", of_type_id."identifier" AS "type_id",
        almagest_instant(r."timestamp") AS "timestamp", r."value"::text AS "value"
  ) element
)::text
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
ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C", r."timestamp"

-- csv with archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_type_id."identifier", almagest_instant(r."timestamp"),
    r."value"::text, almagest_instant(r."archived_at")
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
ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C", r."timestamp"

-- csv for spreadsheets
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT CASE
  WHEN of_instrument_id."identifier" ~ '^''*[=+\-@\t\r\n]'
  AND of_instrument_id."identifier" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || of_instrument_id."identifier"
  ELSE of_instrument_id."identifier" END, CASE
  WHEN of_type_id."identifier" ~ '^''*[=+\-@\t\r\n]'
  AND of_type_id."identifier" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || of_type_id."identifier"
  ELSE of_type_id."identifier" END, CASE
  WHEN almagest_instant(r."timestamp") ~ '^''*[=+\-@\t\r\n]'
  AND almagest_instant(r."timestamp") !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || almagest_instant(r."timestamp")
  ELSE almagest_instant(r."timestamp") END, CASE
  WHEN r."value"::text ~ '^''*[=+\-@\t\r\n]'
  AND r."value"::text !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$' THEN '''' || r."value"::text
  ELSE r."value"::text END
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
ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C", r."timestamp"

-- csv, filtered by its own field
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_instrument_id."identifier", of_type_id."identifier", almagest_instant(r."timestamp"),
    r."value"::text
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
ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C", r."timestamp"

-- csv, filtered by a field of the parent
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-000000000002"
SELECT of_instrument_id."identifier", of_type_id."identifier", almagest_instant(r."timestamp"),
    r."value"::text
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
ORDER BY of_instrument_id."identifier" COLLATE "C", of_type_id."identifier" COLLATE "C", r."timestamp"
