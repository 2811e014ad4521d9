-- after a take-over: the first valid rows
INSERT INTO first_valid_rows (set, grp, row)
SELECT t.set, t.grp, min(t.row)
FROM duplicate_rows t
WHERE t.row <= $2
  AND NOT EXISTS (
  SELECT
  FROM import_row_errors e
  WHERE e.job_id = $1
    AND coalesce(e.staged_row, e.row) = t.row
)
GROUP BY t.set, t.grp

-- the first valid rows of a range
INSERT INTO first_valid_rows (set, grp, row)
SELECT t.set, t.grp, min(t.row)
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT *
  FROM duplicate_rows
  WHERE duplicate_rows.row = j._row
    AND duplicate_rows.set = $1
  OFFSET 0
) t
GROUP BY t.set, t.grp
ON CONFLICT (set, grp) DO NOTHING

-- skip the others
DELETE
FROM planned_rows USING (
  SELECT j._row AS row
  FROM planned_rows j
  CROSS JOIN LATERAL (
    SELECT *
    FROM duplicate_rows
    WHERE duplicate_rows.row = j._row
      AND duplicate_rows.set = $1
    OFFSET 0
  ) t
  CROSS JOIN LATERAL (
    SELECT *
    FROM first_valid_rows
    WHERE first_valid_rows.set = t.set
      AND first_valid_rows.grp = t.grp
    OFFSET 0
  ) first
  WHERE first.row <> t.row
) later
WHERE later.row = planned_rows._row

-- the valid row in place of a period
SELECT t.set, first.row
FROM duplicate_rows t
JOIN first_valid_rows first ON first.set = t.set
  AND first.grp = t.grp
WHERE t.row = $2
  AND $1::uuid IS NOT NULL
ORDER BY t.set
LIMIT 1

-- a period that is valid
INSERT INTO first_valid_rows (set, grp, row)
SELECT t.set, t.grp, t.row
FROM duplicate_rows t
WHERE t.row = $2
ON CONFLICT (set, grp) DO NOTHING

-- reject the others
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, NULL, 'duplicate_row',
    format('Row %s of this file has the same %s already; keep one of the two.', first.row, $2::text), NULL
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT *
  FROM duplicate_rows
  WHERE duplicate_rows.row = j._row
    AND duplicate_rows.set = $1
  OFFSET 0
) t
CROSS JOIN LATERAL (
  SELECT *
  FROM first_valid_rows
  WHERE first_valid_rows.set = t.set
    AND first_valid_rows.grp = t.grp
  OFFSET 0
) first
WHERE first.row <> t.row
ORDER BY j._row

-- reject the others of an unpivoted file
INSERT INTO classify_errors (row, line, col, code, message, value)
SELECT j._row, j._line, NULL, 'duplicate_row',
    format('Row %s of this file has the same %s already; keep one of the two.', (
  SELECT format('%s (column %s)', s._file_row, s._file_column)
  FROM staged s
  WHERE s._row = first.row
), $2::text), NULL
FROM planned_rows j
CROSS JOIN LATERAL (
  SELECT *
  FROM duplicate_rows
  WHERE duplicate_rows.row = j._row
    AND duplicate_rows.set = $1
  OFFSET 0
) t
CROSS JOIN LATERAL (
  SELECT *
  FROM first_valid_rows
  WHERE first_valid_rows.set = t.set
    AND first_valid_rows.grp = t.grp
  OFFSET 0
) first
WHERE first.row <> t.row
ORDER BY j._row
