import { quote } from '../sql/identifiers';
import type { Through } from '../resource';
import { hasSpans } from './span-sql';
import { THROUGH, type StageLayout } from './stage-layout';

/** Rows of `through` that the file needs and that were not there when it was read: their keys are reserved already. */
export function createNewThroughSql(through: Through): string {
  const fields = through.fields.map((name) => `${quote(name)} uuid NOT NULL`).join(', ');
  return `CREATE TEMP TABLE new_through (id ${through.pgType} PRIMARY KEY, ${fields})`;
}

/** True when somebody else made one of those rows meanwhile, under another key: then the file is read again. `$1`: the workspace. */
export function throughTakenSql({ table, fields }: Through): string {
  const same = fields.map((name) => `t.${quote(name)} = n.${quote(name)}`).join(' AND ');
  return `SELECT EXISTS (SELECT FROM new_through n JOIN ${quote(table)} t
    ON t.workspace_id = $1 AND ${same} AND t.id <> n.id) AS taken`;
}

/** The distinct keys of `through` that the rows of a range hang on, as `id`. */
export const namedThroughSql = (layout: StageLayout): string =>
  `SELECT DISTINCT ${THROUGH} AS id FROM ${hasSpans(layout) ? 'spans' : 'judged'}`;

/** Keeps the rows that a range hangs on until the transaction ends, in the order of their keys: in place of a foreign key. */
export const lockThroughSql = (layout: StageLayout, { table }: Through): string =>
  `SELECT t.id FROM (${namedThroughSql(layout)}) named JOIN ${quote(table)} t ON t.id = named.id
    ORDER BY t.id FOR KEY SHARE OF t`;

/** The keys of `through` that the creations of `judged` need. */
export const CREATED_THROUGH_SQL = `SELECT DISTINCT ${THROUGH} AS id FROM judged WHERE _verdict = 'c'`;

/** Makes the rows of `through` that `named` needs and that are not there. `$1`: the workspace. */
export function createThroughSql({ table, fields }: Through, named: string): string {
  const columns = fields.map(quote).join(', ');
  return `INSERT INTO ${quote(table)} (id, workspace_id, ${columns})
    SELECT n.id, $1, ${fields.map((name) => `n.${quote(name)}`).join(', ')} 
    FROM (${named}) named JOIN new_through n ON n.id = named.id
    WHERE NOT EXISTS (SELECT FROM ${quote(table)} t WHERE t.id = n.id)
    ORDER BY n.id`;
}
