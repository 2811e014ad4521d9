import type { StoredTable } from '../catalog/check-conformance';
import type { Sql } from '../database/sql';

interface ColumnRow {
  name: string;
  type: string;
  nullable: boolean;
}

/** Columns and unique indexes of a table of the database, found along the search path; null when there is none. */
export async function describeTable(sql: Sql, table: string): Promise<StoredTable | null> {
  const columns = await sql.query<ColumnRow>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable
     FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  if (columns.length === 0) return null;
  const uniques = await sql.query<{ columns: string[] }>(
    `SELECT array_agg(a.attname::text ORDER BY k.nr) AS columns
     FROM pg_index i
     CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, nr)
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
     WHERE i.indrelid = to_regclass($1) AND i.indisunique AND i.indpred IS NULL
     GROUP BY i.indexrelid`,
    [table],
  );
  return { source: `The table ${table}`, columns, uniques: uniques.map((unique) => unique.columns) };
}
