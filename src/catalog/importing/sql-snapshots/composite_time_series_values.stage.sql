-- matched by the natural key, 1 of 6
DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors,
    pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found,
    pg_temp.new_parents, pg_temp.applied_rows

-- matched by the natural key, 2 of 6
CREATE TEMP TABLE staged ("_row" integer, "_given" integer, "_parent_key" bigint, "timestamp" timestamptz,
    "archived_at" timestamptz, "_line" integer, "_custom" jsonb, "_defaults" jsonb, "_missing" text)

-- matched by the natural key, 3 of 6
CREATE TEMP TABLE planned_rows ("_row" integer, "_given" integer, "_parent_key" bigint,
    "timestamp" timestamptz, "archived_at" timestamptz, "_line" integer, "_custom" jsonb, "_defaults" jsonb,
    "_missing" text, "_record_series_id" bigint, "_record_timestamp" timestamptz, _restores boolean,
    _action "char" NOT NULL)

-- matched by the natural key, 4 of 6
CREATE TEMP TABLE key_ranges ("_parent_key" bigint, _first timestamptz, _last timestamptz,
    _rows integer NOT NULL)

-- matched by the natural key, 5 of 6
CREATE TEMP TABLE read_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer,
    col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by the natural key, 6 of 6
CREATE TEMP TABLE classify_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL,
    line integer, col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by the natural key: parents to create
CREATE TEMP TABLE new_parents (id bigint PRIMARY KEY, "instrument_id" uuid NOT NULL, "type_id" uuid NOT NULL)

-- matched by id, 1 of 5
DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors,
    pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found,
    pg_temp.new_parents, pg_temp.applied_rows

-- matched by id, 2 of 5
CREATE TEMP TABLE staged ("_row" integer, "_given" integer, "_parent_key" bigint, "timestamp" timestamptz,
    "archived_at" timestamptz, "_line" integer, "_match" text COLLATE "C", "_custom" jsonb, "_defaults" jsonb,
    "_missing" text)

-- matched by id, 3 of 5
CREATE TEMP TABLE planned_rows ("_row" integer, "_given" integer, "_parent_key" bigint,
    "timestamp" timestamptz, "archived_at" timestamptz, "_line" integer, "_match" text COLLATE "C",
    "_custom" jsonb, "_defaults" jsonb, "_missing" text, "_record_series_id" bigint,
    "_record_timestamp" timestamptz, _restores boolean, _action "char" NOT NULL)

-- matched by id, 4 of 5
CREATE TEMP TABLE read_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer,
    col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by id, 5 of 5
CREATE TEMP TABLE classify_errors (nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL,
    line integer, col text, code text NOT NULL, message text NOT NULL, value text, file_row integer)

-- matched by id: parents to create
CREATE TEMP TABLE new_parents (id bigint PRIMARY KEY, "instrument_id" uuid NOT NULL, "type_id" uuid NOT NULL)
