-- csv
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_market_id."identifier", to_char(r."date", 'YYYY-MM-DD'), r."is_open"::text,
    almagest_instant(r."opens_at"), almagest_instant(r."closes_at"), almagest_instant(r."break_start"),
    almagest_instant(r."break_end"), r."description"
FROM "market_calendars" r
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
ORDER BY of_market_id."identifier" COLLATE "C", r."date"

-- json
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT of_market_id."identifier" AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
        r."is_open" AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
        almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
        almagest_instant(r."break_end") AS "break_end", r."description" AS "description"
  ) element
)::text || ','
FROM "market_calendars" r
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
ORDER BY of_market_id."identifier" COLLATE "C", r."date"

-- ndjson
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT (
  SELECT row_to_json(element)
  FROM (
    SELECT of_market_id."identifier" AS "market_id", to_char(r."date", 'YYYY-MM-DD') AS "date",
        r."is_open" AS "is_open", almagest_instant(r."opens_at") AS "opens_at",
        almagest_instant(r."closes_at") AS "closes_at", almagest_instant(r."break_start") AS "break_start",
        almagest_instant(r."break_end") AS "break_end", r."description" AS "description"
  ) element
)::text
FROM "market_calendars" r
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
ORDER BY of_market_id."identifier" COLLATE "C", r."date"

-- csv with archived records
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_market_id."identifier", to_char(r."date", 'YYYY-MM-DD'), r."is_open"::text,
    almagest_instant(r."opens_at"), almagest_instant(r."closes_at"), almagest_instant(r."break_start"),
    almagest_instant(r."break_end"), r."description", almagest_instant(r."archived_at")
FROM "market_calendars" r
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
ORDER BY of_market_id."identifier" COLLATE "C", r."date"

-- csv for spreadsheets
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT CASE
  WHEN of_market_id."identifier" ~ '^''*[=+\-@\t\r\n]'
  AND of_market_id."identifier" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || of_market_id."identifier"
  ELSE of_market_id."identifier" END, CASE
  WHEN to_char(r."date", 'YYYY-MM-DD') ~ '^''*[=+\-@\t\r\n]'
  AND to_char(r."date", 'YYYY-MM-DD') !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || to_char(r."date", 'YYYY-MM-DD')
  ELSE to_char(r."date", 'YYYY-MM-DD') END, CASE
  WHEN r."is_open"::text ~ '^''*[=+\-@\t\r\n]'
  AND r."is_open"::text !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || r."is_open"::text
  ELSE r."is_open"::text END, CASE
  WHEN almagest_instant(r."opens_at") ~ '^''*[=+\-@\t\r\n]'
  AND almagest_instant(r."opens_at") !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || almagest_instant(r."opens_at")
  ELSE almagest_instant(r."opens_at") END, CASE
  WHEN almagest_instant(r."closes_at") ~ '^''*[=+\-@\t\r\n]'
  AND almagest_instant(r."closes_at") !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || almagest_instant(r."closes_at")
  ELSE almagest_instant(r."closes_at") END, CASE
  WHEN almagest_instant(r."break_start") ~ '^''*[=+\-@\t\r\n]'
  AND almagest_instant(r."break_start") !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || almagest_instant(r."break_start")
  ELSE almagest_instant(r."break_start") END, CASE
  WHEN almagest_instant(r."break_end") ~ '^''*[=+\-@\t\r\n]'
  AND almagest_instant(r."break_end") !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$'
      THEN '''' || almagest_instant(r."break_end")
  ELSE almagest_instant(r."break_end") END, CASE
  WHEN r."description" ~ '^''*[=+\-@\t\r\n]'
  AND r."description" !~ '^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$' THEN '''' || r."description"
  ELSE r."description" END
FROM "market_calendars" r
JOIN "markets" of_market_id ON of_market_id."workspace_id" = r."workspace_id"
  AND of_market_id."id" = r."market_id"
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
ORDER BY of_market_id."identifier" COLLATE "C", r."date"

-- csv, filtered by its own field
--   $1 = "00000000-0000-0000-0000-000000000001"
SELECT of_market_id."identifier", to_char(r."date", 'YYYY-MM-DD'), r."is_open"::text,
    almagest_instant(r."opens_at"), almagest_instant(r."closes_at"), almagest_instant(r."break_start"),
    almagest_instant(r."break_end"), r."description"
FROM "market_calendars" r
JOIN LATERAL (
  SELECT of_market_id.*
  FROM "markets" of_market_id
  WHERE of_market_id."workspace_id" = r."workspace_id"
    AND of_market_id."id" = r."market_id"
  OFFSET 0
) of_market_id ON true
WHERE r."workspace_id" = (SELECT $1::uuid)
  AND r."archived_at" IS NULL
  AND of_market_id."archived_at" IS NULL
  AND (r."market_id" IS NOT NULL)
ORDER BY of_market_id."identifier" COLLATE "C", r."date"
