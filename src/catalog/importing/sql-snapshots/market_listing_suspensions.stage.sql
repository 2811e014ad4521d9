-- matched by the natural key, 1 of 9
DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors,
    pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found,
    pg_temp.new_parents, pg_temp.applied_rows

-- matched by the natural key, 2 of 9
CREATE TEMP TABLE staged ("_row" integer, "_given" integer, "_parent_key" uuid, "suspended_from" timestamptz,
    "suspended_until" timestamptz, "reason" text, "archived_at" timestamptz, "_line" integer, "_missing" text)

-- matched by the natural key, 3 of 9
CREATE TEMP TABLE planned_rows ("_row" integer, "_given" integer, "_parent_key" uuid,
    "suspended_from" timestamptz, "suspended_until" timestamptz, "reason" text, "archived_at" timestamptz,
    "_line" integer, "_missing" text, "_record_id" uuid, _restores boolean, _action "char" NOT NULL)

-- matched by the natural key, 4 of 9
CREATE INDEX planned_rows_row ON planned_rows (_row)

-- matched by the natural key, 5 of 9
CREATE TEMP TABLE applied_rows AS
SELECT _row AS row, "_parent_key", "suspended_from"
FROM staged WITH NO DATA

-- matched by the natural key, 6 of 9
CREATE INDEX applied_rows_key ON applied_rows ("_parent_key", "suspended_from")

-- matched by the natural key, 7 of 9
CREATE TEMP TABLE key_ranges ("_parent_key" uuid, _first timestamptz, _last timestamptz,
    _rows integer NOT NULL)

-- matched by the natural key, 8 of 9
CREATE TEMP TABLE read_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer,
    col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by the natural key, 9 of 9
CREATE TEMP TABLE classify_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL,
    line integer, col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by the natural key: parents to create
CREATE TEMP TABLE new_parents (id uuid PRIMARY KEY, "instrument_id" uuid NOT NULL, "market_id" uuid NOT NULL)

-- matched by id, 1 of 8
DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors,
    pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found,
    pg_temp.new_parents, pg_temp.applied_rows

-- matched by id, 2 of 8
CREATE TEMP TABLE staged ("_row" integer, "_given" integer, "_parent_key" uuid, "suspended_from" timestamptz,
    "suspended_until" timestamptz, "reason" text, "archived_at" timestamptz, "_line" integer,
    "_match" text COLLATE "C", "_missing" text)

-- matched by id, 3 of 8
CREATE TEMP TABLE planned_rows ("_row" integer, "_given" integer, "_parent_key" uuid,
    "suspended_from" timestamptz, "suspended_until" timestamptz, "reason" text, "archived_at" timestamptz,
    "_line" integer, "_match" text COLLATE "C", "_missing" text, "_record_id" uuid, _restores boolean,
    _action "char" NOT NULL)

-- matched by id, 4 of 8
CREATE INDEX planned_rows_row ON planned_rows (_row)

-- matched by id, 5 of 8
CREATE TEMP TABLE applied_rows AS
SELECT _row AS row, _match
FROM staged WITH NO DATA

-- matched by id, 6 of 8
CREATE INDEX applied_rows_key ON applied_rows (_match)

-- matched by id, 7 of 8
CREATE TEMP TABLE read_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer,
    col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by id, 8 of 8
CREATE TEMP TABLE classify_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL,
    line integer, col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by id: parents to create
CREATE TEMP TABLE new_parents (id uuid PRIMARY KEY, "instrument_id" uuid NOT NULL, "market_id" uuid NOT NULL)
