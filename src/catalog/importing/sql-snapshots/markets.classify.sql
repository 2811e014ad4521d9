-- matched by the natural key, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."name" IS DISTINCT FROM s."name")
  OR (r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."field_values" || coalesce(s._custom, '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."identifier" = s."identifier"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, every row gives every field: strategy changes
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."identifier" = s."identifier"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR (r."name" IS DISTINCT FROM s."name")
      OR (r."extras"::text IS DISTINCT FROM s."extras"::text)
      OR (r."archived_at" IS DISTINCT FROM s."archived_at") OR (s._custom IS NOT NULL
      AND (r."field_values" || coalesce(s._custom, '{}')) <> r."field_values")
      OR (r."type_id" IS DISTINCT FROM s."type_id"))

-- matched by the natural key, every row gives every field: strategy changes_in_key_ranges
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN (
  SELECT r.*
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT r.*
    FROM "markets" r
    WHERE r.workspace_id = (SELECT $1::uuid)
      AND r."identifier" >= n._first
      AND r."identifier" <= n._last
    OFFSET 0
  ) r
) r ON r."identifier" = s."identifier"
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR (r."name" IS DISTINCT FROM s."name")
      OR (r."extras"::text IS DISTINCT FROM s."extras"::text)
      OR (r."archived_at" IS DISTINCT FROM s."archived_at") OR (s._custom IS NOT NULL
      AND (r."field_values" || coalesce(s._custom, '{}')) <> r."field_values")
      OR (r."type_id" IS DISTINCT FROM s."type_id"))

-- matched by the natural key, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN ((s._given & 2) <> 0 AND r."name" IS DISTINCT FROM s."name")
  OR ((s._given & 8) <> 0 AND r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND jsonb_strip_nulls(r."field_values" || coalesce(s._custom,
      '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."identifier" = s."identifier"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, rows give different fields: strategy changes
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."identifier" = s."identifier"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR ((s._given & 2) <> 0 AND r."name" IS DISTINCT FROM s."name") OR ((s._given & 8) <> 0
      AND r."extras"::text IS DISTINCT FROM s."extras"::text)
      OR (r."archived_at" IS DISTINCT FROM s."archived_at") OR (s._custom IS NOT NULL
      AND jsonb_strip_nulls(r."field_values" || coalesce(s._custom, '{}')) <> r."field_values")
      OR ((s._given & 4) <> 0 AND r."type_id" IS DISTINCT FROM s."type_id"))

-- matched by the natural key, rows give different fields: strategy changes_in_key_ranges
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN (
  SELECT r.*
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT r.*
    FROM "markets" r
    WHERE r.workspace_id = (SELECT $1::uuid)
      AND r."identifier" >= n._first
      AND r."identifier" <= n._last
    OFFSET 0
  ) r
) r ON r."identifier" = s."identifier"
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR ((s._given & 2) <> 0 AND r."name" IS DISTINCT FROM s."name") OR ((s._given & 8) <> 0
      AND r."extras"::text IS DISTINCT FROM s."extras"::text)
      OR (r."archived_at" IS DISTINCT FROM s."archived_at") OR (s._custom IS NOT NULL
      AND jsonb_strip_nulls(r."field_values" || coalesce(s._custom, '{}')) <> r."field_values")
      OR ((s._given & 4) <> 0 AND r."type_id" IS DISTINCT FROM s."type_id"))

-- matched by the natural key, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_custom", s."_defaults", s."_missing", r."id", false, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."name" IS DISTINCT FROM s."name")
  OR (r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."field_values" || coalesce(s._custom, '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."identifier" = s."identifier"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, every row gives every field: update, archived records stay so
UPDATE "markets" r
SET "name" = j."name", "extras" = j."extras", "field_values" = (r."field_values" || coalesce(j._custom,
    '{}')), archived_at = coalesce(j.archived_at, r.archived_at), updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_match", "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_match", s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."identifier" IS DISTINCT FROM s."identifier")
  OR (r."name" IS DISTINCT FROM s."name")
  OR (r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."field_values" || coalesce(s._custom, '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_match", "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_match", s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."identifier" IS DISTINCT FROM s."identifier")
  OR ((s._given & 2) <> 0 AND r."name" IS DISTINCT FROM s."name")
  OR ((s._given & 8) <> 0 AND r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND jsonb_strip_nulls(r."field_values" || coalesce(s._custom,
      '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_match", "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_match", s."_custom", s."_defaults", s."_missing", r."id", false, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."identifier" IS DISTINCT FROM s."identifier")
  OR (r."name" IS DISTINCT FROM s."name")
  OR (r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."field_values" || coalesce(s._custom, '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, every row gives every field: update, archived records stay so
UPDATE "markets" r
SET "identifier" = j."identifier", "name" = j."name", "extras" = j."extras",
    "field_values" = (r."field_values" || coalesce(j._custom, '{}')), archived_at = coalesce(j.archived_at,
    r.archived_at), updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by a custom field, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_match", "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_match", s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."identifier" IS DISTINCT FROM s."identifier")
  OR (r."name" IS DISTINCT FROM s."name")
  OR (r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."field_values" || coalesce(s._custom, '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT *
  FROM found
  WHERE found.value = s._match
  OFFSET 0
) f ON true
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = f.id
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by a custom field, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_match", "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_match", s."_custom", s."_defaults", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."identifier" IS DISTINCT FROM s."identifier")
  OR ((s._given & 2) <> 0 AND r."name" IS DISTINCT FROM s."name")
  OR ((s._given & 8) <> 0 AND r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND jsonb_strip_nulls(r."field_values" || coalesce(s._custom,
      '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT *
  FROM found
  WHERE found.value = s._match
  OFFSET 0
) f ON true
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = f.id
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by a custom field, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "identifier", "name", "type_id", "extras", "archived_at", "_line",
    "_match", "_custom", "_defaults", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."identifier", s."name", s."type_id", s."extras", s."archived_at", s."_line",
    s."_match", s."_custom", s."_defaults", s."_missing", r."id", false, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."identifier" IS DISTINCT FROM s."identifier")
  OR (r."name" IS DISTINCT FROM s."name")
  OR (r."extras"::text IS DISTINCT FROM s."extras"::text)
  OR (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."field_values" || coalesce(s._custom, '{}')) <> r."field_values") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT *
  FROM found
  WHERE found.value = s._match
  OFFSET 0
) f ON true
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "markets" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = f.id
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by a custom field, every row gives every field: update, archived records stay so
UPDATE "markets" r
SET "identifier" = j."identifier", "name" = j."name", "extras" = j."extras",
    "field_values" = (r."field_values" || coalesce(j._custom, '{}')), archived_at = coalesce(j.archived_at,
    r.archived_at), updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
