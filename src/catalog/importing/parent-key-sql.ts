import { isInWorkspace, quote } from '../sql/sql-text';
import type { ParentKey } from '../resource';
import { lookUp } from '../sql/join-record-sql';
import { isMissing } from './record-identity';
import { hasKeyRanges } from './key-range-sql';
import { PARENT_KEY, type StageLayout } from './stage-layout';

/** Rows of `through` that the file needs and that were not there when it was read: their keys are reserved already. */
export function createNewParentsSql(parentKey: ParentKey): string {
  const fields = parentKey.fields.map((name) => `${quote(name)} uuid NOT NULL`).join(', ');
  return `CREATE TEMP TABLE new_parents (id ${parentKey.pgType} PRIMARY KEY, ${fields})`;
}

/**
 * True when somebody else made one of those rows meanwhile, under another key: then the file is read again. Asks for the
 * rows that `$2 < _row <= $3` need. `$1`: the workspace.
 */
export function parentTakenSql({ table, fields }: ParentKey): string {
  const same = fields.map((name) => `t.${quote(name)} = n.${quote(name)}`).join(' AND ');
  const isTaken = `${isInWorkspace('t.workspace_id', '$1')} AND ${same} AND t.id <> n.id`;
  return `SELECT EXISTS (
    SELECT FROM (SELECT DISTINCT ${PARENT_KEY} AS id FROM staged WHERE _row > $2 AND _row <= $3) named
    CROSS JOIN ${NEW_PARENT_OF_NAMED}
    CROSS JOIN ${lookUp(`SELECT FROM ${quote(table)} t WHERE ${isTaken}`, 't')}) AS taken`;
}

/** The row to be made of which `named` gives the key: one look-up each. */
const NEW_PARENT_OF_NAMED = lookUp('SELECT * FROM new_parents WHERE new_parents.id = named.id', 'n');

/** The distinct keys of `through` that the rows of a range hang on, as `id`. */
export const namedParentsSql = (layout: StageLayout): string =>
  `SELECT DISTINCT ${PARENT_KEY} AS id FROM ${hasKeyRanges(layout) ? 'key_ranges' : 'planned_rows'}`;

/**
 * Keeps the rows that a range hangs on until the transaction ends, in the order of their keys: in place of a foreign key.
 * `$1`: the workspace.
 */
export const lockParentsSql = (layout: StageLayout, { table }: ParentKey): string =>
  `SELECT t.id FROM (${namedParentsSql(layout)} ORDER BY id) named
    CROSS JOIN LATERAL (SELECT t.id FROM ${quote(table)} t
      WHERE ${isInWorkspace('t.workspace_id', '$1')} AND t.id = named.id FOR KEY SHARE) t`;

/** The keys of `through` that the creations of `judged` need. */
export const CREATED_PARENTS_SQL = `SELECT DISTINCT ${PARENT_KEY} AS id FROM planned_rows WHERE _action = 'c'`;

/** Makes the rows of `through` that `named` needs and that are not there. `$1`: the workspace. */
export function createParentsSql({ table, fields }: ParentKey, named: string): string {
  const columns = fields.map(quote).join(', ');
  return `INSERT INTO ${quote(table)} (id, workspace_id, ${columns})
    SELECT n.id, $1, ${fields.map((name) => `n.${quote(name)}`).join(', ')} 
    FROM (${named}) named CROSS JOIN ${NEW_PARENT_OF_NAMED}
    WHERE ${isMissing(table, '$1', 'n.id')}
    ORDER BY n.id`;
}
