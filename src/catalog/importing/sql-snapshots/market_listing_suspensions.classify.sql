-- matched by the natural key, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."suspended_until" IS DISTINCT FROM s."suspended_until")
  OR (r."reason" IS DISTINCT FROM s."reason")
  OR (r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."listing_id" = s."_parent_key"
    AND r."suspended_from" = s."suspended_from"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, every row gives every field: strategy changes
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."listing_id" = s."_parent_key"
    AND r."suspended_from" = s."suspended_from"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR (r."suspended_until" IS DISTINCT FROM s."suspended_until")
      OR (r."reason" IS DISTINCT FROM s."reason") OR (r."archived_at" IS DISTINCT FROM s."archived_at"))

-- matched by the natural key, every row gives every field: strategy changes_in_key_ranges
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
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
    FROM "market_listing_suspensions" r
    WHERE r.workspace_id = (SELECT $1::uuid)
      AND r."listing_id" = n."_parent_key"
      AND r."suspended_from" >= n._first
      AND r."suspended_from" <= n._last
    OFFSET 0
  ) r
) r ON r."listing_id" = s."_parent_key"
  AND r."suspended_from" = s."suspended_from"
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR (r."suspended_until" IS DISTINCT FROM s."suspended_until")
      OR (r."reason" IS DISTINCT FROM s."reason") OR (r."archived_at" IS DISTINCT FROM s."archived_at"))

-- matched by the natural key, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN ((s._given & 2) <> 0 AND r."suspended_until" IS DISTINCT FROM s."suspended_until")
  OR ((s._given & 4) <> 0 AND r."reason" IS DISTINCT FROM s."reason")
  OR (r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."listing_id" = s."_parent_key"
    AND r."suspended_from" = s."suspended_from"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, rows give different fields: strategy changes
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
    s."archived_at", s."_line", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  ELSE 'u' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."listing_id" = s."_parent_key"
    AND r."suspended_from" = s."suspended_from"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR ((s._given & 2) <> 0 AND r."suspended_until" IS DISTINCT FROM s."suspended_until")
      OR ((s._given & 4) <> 0 AND r."reason" IS DISTINCT FROM s."reason")
      OR (r."archived_at" IS DISTINCT FROM s."archived_at"))

-- matched by the natural key, rows give different fields: strategy changes_in_key_ranges
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
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
    FROM "market_listing_suspensions" r
    WHERE r.workspace_id = (SELECT $1::uuid)
      AND r."listing_id" = n."_parent_key"
      AND r."suspended_from" >= n._first
      AND r."suspended_from" <= n._last
    OFFSET 0
  ) r
) r ON r."listing_id" = s."_parent_key"
  AND r."suspended_from" = s."suspended_from"
WHERE s._row > $2
  AND s._row <= $3
  AND (r."id" IS NULL OR ((s._given & 2) <> 0 AND r."suspended_until" IS DISTINCT FROM s."suspended_until")
      OR ((s._given & 4) <> 0 AND r."reason" IS DISTINCT FROM s."reason")
      OR (r."archived_at" IS DISTINCT FROM s."archived_at"))

-- matched by the natural key, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
    s."archived_at", s."_line", s."_missing", r."id", false, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."suspended_until" IS DISTINCT FROM s."suspended_until")
  OR (r."reason" IS DISTINCT FROM s."reason")
  OR (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  WHERE r.workspace_id = (SELECT $1::uuid)
    AND r."listing_id" = s."_parent_key"
    AND r."suspended_from" = s."suspended_from"
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by the natural key, every row gives every field: update, archived records stay so
UPDATE "market_listing_suspensions" r
SET "suspended_until" = j."suspended_until", "reason" = j."reason", archived_at = coalesce(j.archived_at,
    r.archived_at), updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"

-- matched by id, every row gives every field: strategy all
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_match", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
    s."archived_at", s."_line", s."_match", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."suspended_until" IS DISTINCT FROM s."suspended_until")
  OR (r."reason" IS DISTINCT FROM s."reason")
  OR (r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  JOIN "market_listings" r_t ON r_t.id = r."listing_id"
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, rows give different fields: strategy all
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_match", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
    s."archived_at", s."_line", s."_match", s."_missing", r."id", r."archived_at" IS NOT NULL
  AND s."archived_at" IS NULL, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN ((s._given & 2) <> 0 AND r."suspended_until" IS DISTINCT FROM s."suspended_until")
  OR ((s._given & 4) <> 0 AND r."reason" IS DISTINCT FROM s."reason")
  OR (r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  JOIN "market_listings" r_t ON r_t.id = r."listing_id"
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, every row gives every field: archived records stay so
INSERT INTO planned_rows ("_row", "_given", "_parent_key", "suspended_from", "suspended_until", "reason",
    "archived_at", "_line", "_match", "_missing", "_record_id", _restores, _action)
SELECT s."_row", s."_given", s."_parent_key", s."suspended_from", s."suspended_until", s."reason",
    s."archived_at", s."_line", s."_match", s."_missing", r."id", false, CASE
  WHEN r."id" IS NULL THEN 'c'
  WHEN (r."suspended_until" IS DISTINCT FROM s."suspended_until")
  OR (r."reason" IS DISTINCT FROM s."reason")
  OR (s."archived_at" IS NOT NULL AND r."archived_at" IS DISTINCT FROM s."archived_at") THEN 'u'
  ELSE 'n' END::"char"
FROM staged s
LEFT JOIN LATERAL (
  SELECT r.*
  FROM "market_listing_suspensions" r
  JOIN "market_listings" r_t ON r_t.id = r."listing_id"
  WHERE r."workspace_id" = (SELECT $1::uuid)
    AND r."id" = s._match::uuid
  OFFSET 0
) r ON true
WHERE s._row > $2
  AND s._row <= $3

-- matched by id, every row gives every field: update, archived records stay so
UPDATE "market_listing_suspensions" r
SET "suspended_until" = j."suspended_until", "reason" = j."reason", archived_at = coalesce(j.archived_at,
    r.archived_at), updated_at = clock_timestamp()
FROM planned_rows j
WHERE j._action = 'u'
  AND r.workspace_id = (SELECT $1::uuid)
  AND r."id" = j."_record_id"
