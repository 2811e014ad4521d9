-- matched by the natural key, 1 of 6
DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors,
    pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found,
    pg_temp.new_parents, pg_temp.applied_rows

-- matched by the natural key, 2 of 6
CREATE TEMP TABLE staged ("_row" integer, "_given" integer, "identifier" text, "name" text, "type_id" uuid,
    "extras" json, "archived_at" timestamptz, "_line" integer, "_custom" jsonb, "_defaults" jsonb,
    "_missing" text)

-- matched by the natural key, 3 of 6
CREATE TEMP TABLE planned_rows ("_row" integer, "_given" integer, "identifier" text, "name" text,
    "type_id" uuid, "extras" json, "archived_at" timestamptz, "_line" integer, "_custom" jsonb,
    "_defaults" jsonb, "_missing" text, "_record_id" uuid, _restores boolean, _action "char" NOT NULL)

-- matched by the natural key, 4 of 6
CREATE TEMP TABLE key_ranges (_first text COLLATE "C", _last text COLLATE "C", _rows integer NOT NULL)

-- matched by the natural key, 5 of 6
CREATE TEMP TABLE read_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer,
    col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by the natural key, 6 of 6
CREATE TEMP TABLE classify_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL,
    line integer, col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by id, 1 of 5
DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors,
    pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found,
    pg_temp.new_parents, pg_temp.applied_rows

-- matched by id, 2 of 5
CREATE TEMP TABLE staged ("_row" integer, "_given" integer, "identifier" text, "name" text, "type_id" uuid,
    "extras" json, "archived_at" timestamptz, "_line" integer, "_match" text COLLATE "C", "_custom" jsonb,
    "_defaults" jsonb, "_missing" text)

-- matched by id, 3 of 5
CREATE TEMP TABLE planned_rows ("_row" integer, "_given" integer, "identifier" text, "name" text,
    "type_id" uuid, "extras" json, "archived_at" timestamptz, "_line" integer, "_match" text COLLATE "C",
    "_custom" jsonb, "_defaults" jsonb, "_missing" text, "_record_id" uuid, _restores boolean,
    _action "char" NOT NULL)

-- matched by id, 4 of 5
CREATE TEMP TABLE read_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer,
    col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by id, 5 of 5
CREATE TEMP TABLE classify_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL,
    line integer, col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by a custom field, 1 of 5
DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors,
    pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found,
    pg_temp.new_parents, pg_temp.applied_rows

-- matched by a custom field, 2 of 5
CREATE TEMP TABLE staged ("_row" integer, "_given" integer, "identifier" text, "name" text, "type_id" uuid,
    "extras" json, "archived_at" timestamptz, "_line" integer, "_match" text COLLATE "C", "_custom" jsonb,
    "_defaults" jsonb, "_missing" text)

-- matched by a custom field, 3 of 5
CREATE TEMP TABLE planned_rows ("_row" integer, "_given" integer, "identifier" text, "name" text,
    "type_id" uuid, "extras" json, "archived_at" timestamptz, "_line" integer, "_match" text COLLATE "C",
    "_custom" jsonb, "_defaults" jsonb, "_missing" text, "_record_id" uuid, _restores boolean,
    _action "char" NOT NULL)

-- matched by a custom field, 4 of 5
CREATE TEMP TABLE read_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer,
    col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by a custom field, 5 of 5
CREATE TEMP TABLE classify_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL,
    line integer, col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by a custom field: find records, 1 of 2
CREATE TEMP TABLE found (value text COLLATE "C" PRIMARY KEY, id uuid NOT NULL, records integer NOT NULL)

-- matched by a custom field: find records, 2 of 2
INSERT INTO found (value, id, records)
SELECT wanted.value, (array_agg(r."id"))[1], count(*)::integer
FROM (
  SELECT DISTINCT _match AS value
  FROM staged
) wanted
JOIN "markets" r ON (r."field_values" ->> 'code') = wanted.value
WHERE r."workspace_id" = (SELECT $1::uuid)
GROUP BY wanted.value
