-- csv
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT r."identifier", r."name", of_type_id."identifier", (r."field_values" ->> 'open'),
    (r."field_values" ->> 'code'), (r."field_values" ->> 'since'), r."extras"::text
FROM "instruments" r
JOIN "instrument_types" of_type_id ON of_type_id."workspace_id" = r."workspace_id"
  AND of_type_id."id" = r."type_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
ORDER BY r."identifier" COLLATE "C"

-- json
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-00000000000a"
--   $3 = "00000000-0000-0000-0000-00000000000b"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT r."identifier" AS "identifier", r."name" AS "name", of_type_id."identifier" AS "type_id",
        CASE r."type_id"
      WHEN $2::uuid THEN (
      SELECT row_to_json(v)
      FROM (
        SELECT (r."field_values" ->> 'open') AS "open", (r."field_values" ->> 'code') AS "code"
      ) v
    )
      WHEN $3::uuid THEN (
      SELECT row_to_json(v)
      FROM (
        SELECT (r."field_values" ->> 'code') AS "code", (r."field_values" ->> 'since') AS "since"
      ) v
    ) END AS "field_values", r."extras" AS "extras"
  ) element
)::text || ','
FROM "instruments" r
JOIN "instrument_types" of_type_id ON of_type_id."workspace_id" = r."workspace_id"
  AND of_type_id."id" = r."type_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
ORDER BY r."identifier" COLLATE "C"

-- ndjson
--   $1 = "00000000-0000-0000-0000-000000000001"
--   $2 = "00000000-0000-0000-0000-00000000000a"
--   $3 = "00000000-0000-0000-0000-00000000000b"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT r."identifier" AS "identifier", r."name" AS "name", of_type_id."identifier" AS "type_id",
        CASE r."type_id"
      WHEN $2::uuid THEN (
      SELECT row_to_json(v)
      FROM (
        SELECT (r."field_values" ->> 'open') AS "open", (r."field_values" ->> 'code') AS "code"
      ) v
    )
      WHEN $3::uuid THEN (
      SELECT row_to_json(v)
      FROM (
        SELECT (r."field_values" ->> 'code') AS "code", (r."field_values" ->> 'since') AS "since"
      ) v
    ) END AS "field_values", r."extras" AS "extras"
  ) element
)::text
FROM "instruments" r
JOIN "instrument_types" of_type_id ON of_type_id."workspace_id" = r."workspace_id"
  AND of_type_id."id" = r."type_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
ORDER BY r."identifier" COLLATE "C"

-- csv with archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT r."identifier", r."name", of_type_id."identifier", (r."field_values" ->> 'open'),
    (r."field_values" ->> 'code'), (r."field_values" ->> 'since'), r."extras"::text,
    almagest_instant(r."archived_at")
FROM "instruments" r
JOIN "instrument_types" of_type_id ON of_type_id."workspace_id" = r."workspace_id"
  AND of_type_id."id" = r."type_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
ORDER BY r."identifier" COLLATE "C"

-- csv for spreadsheets
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT CASE
  WHEN r."identifier" ~ '^''*[=+\-@\t\r\n]'
  AND r."identifier" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$' THEN '''' || r."identifier"
  ELSE r."identifier" END, CASE
  WHEN r."name" ~ '^''*[=+\-@\t\r\n]'
  AND r."name" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$' THEN '''' || r."name"
  ELSE r."name" END, CASE
  WHEN of_type_id."identifier" ~ '^''*[=+\-@\t\r\n]'
  AND of_type_id."identifier" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || of_type_id."identifier"
  ELSE of_type_id."identifier" END, CASE
  WHEN (r."field_values" ->> 'open') ~ '^''*[=+\-@\t\r\n]'
  AND (r."field_values" ->> 'open') !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || (r."field_values" ->> 'open')
  ELSE (r."field_values" ->> 'open') END, CASE
  WHEN (r."field_values" ->> 'code') ~ '^''*[=+\-@\t\r\n]'
  AND (r."field_values" ->> 'code') !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || (r."field_values" ->> 'code')
  ELSE (r."field_values" ->> 'code') END, CASE
  WHEN (r."field_values" ->> 'since') ~ '^''*[=+\-@\t\r\n]'
  AND (r."field_values" ->> 'since') !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || (r."field_values" ->> 'since')
  ELSE (r."field_values" ->> 'since') END, CASE
  WHEN r."extras"::text ~ '^''*[=+\-@\t\r\n]'
  AND r."extras"::text !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || r."extras"::text
  ELSE r."extras"::text END
FROM "instruments" r
JOIN "instrument_types" of_type_id ON of_type_id."workspace_id" = r."workspace_id"
  AND of_type_id."id" = r."type_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
ORDER BY r."identifier" COLLATE "C"

-- csv, filtered by its own field
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT r."identifier", r."name", of_type_id."identifier", (r."field_values" ->> 'open'),
    (r."field_values" ->> 'code'), (r."field_values" ->> 'since'), r."extras"::text
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
ORDER BY r."identifier" COLLATE "C"
