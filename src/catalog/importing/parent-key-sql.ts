import { isInWorkspace, quote } from '../sql/sql-text';
import type { ParentKey } from '../resource';
import { lookUp } from '../sql/join-record-sql';
import { isMissing } from './record-identity';
import { hasKeyRanges } from './key-range-sql';
import { PARENT_KEY, type StageLayout } from './stage-layout';

/** Parents that the file needs and that did not exist when it was read: their keys are reserved. */
export function createNewParentsSql(parentKey: ParentKey): string {
  const fields = parentKey.fields.map((name) => `${quote(name)} uuid NOT NULL`).join(', ');
  return `CREATE TEMP TABLE new_parents (id ${parentKey.pgType} PRIMARY KEY, ${fields})`;
}

/**
 * True when one of these parents was created meanwhile under another key: then the file is read again. Checks the parents
 * that the rows `$2 < _row <= $3` need. `$1`: the workspace.
 */
export function parentTakenSql({ table, fields }: ParentKey): string {
  const same = fields.map((name) => `t.${quote(name)} = n.${quote(name)}`).join(' AND ');
  const isTaken = `${isInWorkspace('t.workspace_id', '$1')} AND ${same} AND t.id <> n.id`;
  return `SELECT EXISTS (
    SELECT FROM (SELECT DISTINCT ${PARENT_KEY} AS id FROM staged WHERE _row > $2 AND _row <= $3) named
    CROSS JOIN ${NEW_PARENT_OF_NAMED}
    CROSS JOIN ${lookUp(`SELECT FROM ${quote(table)} t WHERE ${isTaken}`, 't')}) AS taken`;
}

/** The parent to be created of which `named` gives the key: one look-up each. */
const NEW_PARENT_OF_NAMED = lookUp('SELECT * FROM new_parents WHERE new_parents.id = named.id', 'n');

/** The distinct parent keys of the rows of a range, as `id`. */
export const namedParentsSql = (layout: StageLayout): string =>
  `SELECT DISTINCT ${PARENT_KEY} AS id FROM ${hasKeyRanges(layout) ? 'key_ranges' : 'planned_rows'}`;

/**
 * Locks the parents of a range until the transaction ends, in the order of their keys: in place of a foreign key.
 * `$1`: the workspace.
 */
export const lockParentsSql = (layout: StageLayout, { table }: ParentKey): string =>
  `SELECT t.id FROM (${namedParentsSql(layout)} ORDER BY id) named
    CROSS JOIN LATERAL (SELECT t.id FROM ${quote(table)} t
      WHERE ${isInWorkspace('t.workspace_id', '$1')} AND t.id = named.id FOR KEY SHARE) t`;

/** The parent keys of the records that `planned_rows` creates. */
export const CREATED_PARENTS_SQL = `SELECT DISTINCT ${PARENT_KEY} AS id FROM planned_rows WHERE _action = 'c'`;

/** Creates the parents that `named` needs and that do not exist. `$1`: the workspace. */
export function createParentsSql({ table, fields }: ParentKey, named: string): string {
  const columns = fields.map(quote).join(', ');
  return `INSERT INTO ${quote(table)} (id, workspace_id, ${columns})
    SELECT n.id, $1, ${fields.map((name) => `n.${quote(name)}`).join(', ')} 
    FROM (${named}) named CROSS JOIN ${NEW_PARENT_OF_NAMED}
    WHERE ${isMissing(table, '$1', 'n.id')}
    ORDER BY n.id`;
}
