-- matched by the natural key, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."local_code" IS DISTINCT FROM s."local_code")
  OR (r."currency" IS DISTINCT FROM s."currency")
  OR ((r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
  OR (r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."instrument_id" = s."instrument_id"
    AND r."market_id" = s."market_id"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, every row gives every field: strategy changes
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."instrument_id" = s."instrument_id"
    AND r."market_id" = s."market_id"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR (r."local_code" IS DISTINCT FROM s."local_code")
      OR (r."currency" IS DISTINCT FROM s."currency") OR ((r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
      OR (r."archived_at" IS DISTINCT FROM s."archived_at"))

-- matched by the natural key, every row gives every field: strategy changes_in_key_ranges
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN (
  SELECT r.*
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT r.*
    FROM "market_listings" r
    WHERE r.workspace_id = (SELECT $1::uuid)
      AND r."instrument_id" = n."instrument_id"
      AND r."market_id" >= n._first
      AND r."market_id" <= n._last
    OFFSET 0
  ) r
) r ON r."instrument_id" = s."instrument_id"
  AND r."market_id" = s."market_id"
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR (r."local_code" IS DISTINCT FROM s."local_code")
      OR (r."currency" IS DISTINCT FROM s."currency") OR ((r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
      OR (r."archived_at" IS DISTINCT FROM s."archived_at"))

-- matched by the natural key, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN ((s._given & 4) <> 0 AND r."local_code" IS DISTINCT FROM s."local_code")
  OR ((s._given & 8) <> 0 AND r."currency" IS DISTINCT FROM s."currency")
  OR ((s._given & 16) <> 0 AND (r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
  OR (r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."instrument_id" = s."instrument_id"
    AND r."market_id" = s."market_id"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, rows give different fields: strategy changes
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."instrument_id" = s."instrument_id"
    AND r."market_id" = s."market_id"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR ((s._given & 4) <> 0 AND r."local_code" IS DISTINCT FROM s."local_code")
      OR ((s._given & 8) <> 0 AND r."currency" IS DISTINCT FROM s."currency") OR ((s._given & 16) <> 0
      AND (r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
      OR (r."archived_at" IS DISTINCT FROM s."archived_at"))

-- matched by the natural key, rows give different fields: strategy changes_in_key_ranges
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN (
  SELECT r.*
  FROM key_ranges n
  CROSS JOIN LATERAL (
    SELECT r.*
    FROM "market_listings" r
    WHERE r.workspace_id = (SELECT $1::uuid)
      AND r."instrument_id" = n."instrument_id"
      AND r."market_id" >= n._first
      AND r."market_id" <= n._last
    OFFSET 0
  ) r
) r ON r."instrument_id" = s."instrument_id"
  AND r."market_id" = s."market_id"
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR ((s._given & 4) <> 0 AND r."local_code" IS DISTINCT FROM s."local_code")
      OR ((s._given & 8) <> 0 AND r."currency" IS DISTINCT FROM s."currency") OR ((s._given & 16) <> 0
      AND (r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
      OR (r."archived_at" IS DISTINCT FROM s."archived_at"))

-- matched by the natural key, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_missing", r."id", false, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."local_code" IS DISTINCT FROM s."local_code")
  OR (r."currency" IS DISTINCT FROM s."currency")
  OR ((r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
  OR (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."instrument_id" = s."instrument_id"
    AND r."market_id" = s."market_id"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, every row gives every field: update, archived records stay so
UPDATE "market_listings" r
SET "local_code" = j."local_code", "currency" = j."currency", "lot_size" = j."lot_size",
    archived_at = coalesce(j.archived_at, r.archived_at), updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_match", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_match", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."local_code" IS DISTINCT FROM s."local_code")
  OR (r."currency" IS DISTINCT FROM s."currency")
  OR ((r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
  OR (r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_match", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_match", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN ((s._given & 4) <> 0 AND r."local_code" IS DISTINCT FROM s."local_code")
  OR ((s._given & 8) <> 0 AND r."currency" IS DISTINCT FROM s."currency")
  OR ((s._given & 16) <> 0 AND (r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
  OR (r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "instrument_id", "market_id", "local_code", "currency",
    "lot_size", "archived_at", "_line", "_match", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."instrument_id", s."market_id", s."local_code", s."currency", s."lot_size",
    s."archived_at", s."_line", s."_match", s."_missing", r."id", false, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."local_code" IS DISTINCT FROM s."local_code")
  OR (r."currency" IS DISTINCT FROM s."currency")
  OR ((r."lot_size" IS DISTINCT FROM s."lot_size"
      OR scale(r."lot_size") IS DISTINCT FROM scale(s."lot_size")))
  OR (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listings" r
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, every row gives every field: update, archived records stay so
UPDATE "market_listings" r
SET "local_code" = j."local_code", "currency" = j."currency", "lot_size" = j."lot_size",
    archived_at = coalesce(j.archived_at, r.archived_at), updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
