-- matched by the natural key, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_custom",
    "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_custom",
    s."_defaults", s."_missing", r."series_id", r."timestamp", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  WHEN (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."items" || coalesce(s._custom, '{}')) <> r."items") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  WHERE $1::uuid IS NOT NULL
    AND r."series_id" = s."_parent_key"
    AND r."timestamp" = s."timestamp"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, every row gives every field: strategy changes
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_custom",
    "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_custom",
    s."_defaults", s."_missing", r."series_id", r."timestamp", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  WHERE $1::uuid IS NOT NULL
    AND r."series_id" = s."_parent_key"
    AND r."timestamp" = s."timestamp"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3
  AND (r."series_id" IS NULL OR (r."archived_at" IS DISTINCT FROM s."archived_at") OR (s._custom IS NOT NULL
      AND (r."items" || coalesce(s._custom, '{}')) <> r."items"))

-- matched by the natural key, every row gives every field: strategy changes_in_key_ranges
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_custom",
    "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_custom",
    s."_defaults", s."_missing", r."series_id", r."timestamp", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN (
  SELECT r.*
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT r.*
    FROM "composite_time_series_values" r
    WHERE $1::uuid IS NOT NULL
      AND r."series_id" = n."_parent_key"
      AND r."timestamp" >= n._first
      AND r."timestamp" <= n._last
    OFFSET 0
  ) r
) r ON r."series_id" = s."_parent_key"
  AND r."timestamp" = s."timestamp"
WHERE s._row > $2
  AND s._row <= $3
  AND (r."series_id" IS NULL OR (r."archived_at" IS DISTINCT FROM s."archived_at") OR (s._custom IS NOT NULL
      AND (r."items" || coalesce(s._custom, '{}')) <> r."items"))

-- matched by the natural key, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_custom",
    "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_custom",
    s."_defaults", s."_missing", r."series_id", r."timestamp", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  WHEN (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND jsonb_strip_nulls(r."items" || coalesce(s._custom, '{}')) <> r."items")
      THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  WHERE $1::uuid IS NOT NULL
    AND r."series_id" = s."_parent_key"
    AND r."timestamp" = s."timestamp"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, rows give different fields: strategy changes
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_custom",
    "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_custom",
    s."_defaults", s."_missing", r."series_id", r."timestamp", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  WHERE $1::uuid IS NOT NULL
    AND r."series_id" = s."_parent_key"
    AND r."timestamp" = s."timestamp"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3
  AND (r."series_id" IS NULL OR (r."archived_at" IS DISTINCT FROM s."archived_at") OR (s._custom IS NOT NULL
      AND jsonb_strip_nulls(r."items" || coalesce(s._custom, '{}')) <> r."items"))

-- matched by the natural key, rows give different fields: strategy changes_in_key_ranges
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_custom",
    "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_custom",
    s."_defaults", s."_missing", r."series_id", r."timestamp", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN (
  SELECT r.*
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT r.*
    FROM "composite_time_series_values" r
    WHERE $1::uuid IS NOT NULL
      AND r."series_id" = n."_parent_key"
      AND r."timestamp" >= n._first
      AND r."timestamp" <= n._last
    OFFSET 0
  ) r
) r ON r."series_id" = s."_parent_key"
  AND r."timestamp" = s."timestamp"
WHERE s._row > $2
  AND s._row <= $3
  AND (r."series_id" IS NULL OR (r."archived_at" IS DISTINCT FROM s."archived_at") OR (s._custom IS NOT NULL
      AND jsonb_strip_nulls(r."items" || coalesce(s._custom, '{}')) <> r."items"))

-- matched by the natural key, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_custom",
    "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_custom",
    s."_defaults", s."_missing", r."series_id", r."timestamp", false, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  WHEN (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."items" || coalesce(s._custom, '{}')) <> r."items") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  WHERE $1::uuid IS NOT NULL
    AND r."series_id" = s."_parent_key"
    AND r."timestamp" = s."timestamp"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, every row gives every field: update, archived records stay so
UPDATE "composite_time_series_values" r
SET "items" = (r."items" || coalesce(j._custom, '{}')), archived_at = coalesce(j.archived_at, r.archived_at),
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND $1::uuid IS NOT NULL
  AND r."series_id" = j."_record_series_id"
  AND r."timestamp" = j."_record_timestamp"

-- matched by id, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_match",
    "_custom", "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_match",
    s."_custom", s."_defaults", s."_missing", r."series_id", r."timestamp", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  WHEN (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."items" || coalesce(s._custom, '{}')) <> r."items") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND (r."series_id" = almagest_point_series(s._match::uuid)
        AND r."timestamp" = almagest_point_instant(s._match::uuid) AND almagest_point_id(r."series_id",
        r."timestamp") = s._match::uuid)
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_match",
    "_custom", "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_match",
    s."_custom", s."_defaults", s."_missing", r."series_id", r."timestamp", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  WHEN (r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND jsonb_strip_nulls(r."items" || coalesce(s._custom, '{}')) <> r."items")
      THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND (r."series_id" = almagest_point_series(s._match::uuid)
        AND r."timestamp" = almagest_point_instant(s._match::uuid) AND almagest_point_id(r."series_id",
        r."timestamp") = s._match::uuid)
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "timestamp", "archived_at", "_line", "_match",
    "_custom", "_defaults", "_missing", "_record_series_id", "_record_timestamp", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."timestamp", s."archived_at", s."_line", s."_match",
    s."_custom", s."_defaults", s."_missing", r."series_id", r."timestamp", false, CASE
  WHEN r."series_id" IS NULL THEN 'c'
  WHEN (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at")
  OR (s._custom IS NOT NULL AND (r."items" || coalesce(s._custom, '{}')) <> r."items") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "composite_time_series_values" r
  JOIN "instrument_series" r_t ON r_t.id = r."series_id"
  WHERE r_t.workspace_id = (SELECT $1::uuid)
    AND (r."series_id" = almagest_point_series(s._match::uuid)
        AND r."timestamp" = almagest_point_instant(s._match::uuid) AND almagest_point_id(r."series_id",
        r."timestamp") = s._match::uuid)
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, every row gives every field: update, archived records stay so
UPDATE "composite_time_series_values" r
SET "items" = (r."items" || coalesce(j._custom, '{}')), archived_at = coalesce(j.archived_at, r.archived_at),
    updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND $1::uuid IS NOT NULL
  AND r."series_id" = j."_record_series_id"
  AND r."timestamp" = j."_record_timestamp"
