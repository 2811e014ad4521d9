import type { ResourceDescription } from '../resource';
import { columnOf, customOf, fromRecords } from '../sql/record-source';
import { lookUp } from '../sql/join-record-sql';
import { isInWorkspace } from '../sql/sql-text';

/** The record that the value of the row under `alias` finds, as `f`. */
export const foundOfRow = (alias: string): string =>
  lookUp(`SELECT * FROM found WHERE found.value = ${alias}._match`, 'f');

/**
 * Finds once for the whole file which record of workspace `$1` has which value of the custom field by which rows are
 * matched: one pass over the records, whatever the number of rows. `records` counts those that share a value.
 */
export function findByCustomSql(resource: ResourceDescription, key: string): string[] {
  return [
    `CREATE TEMP TABLE found (value text COLLATE "C" PRIMARY KEY, id uuid NOT NULL, records integer NOT NULL)`,
    `INSERT INTO found (value, id, records)
     SELECT wanted.value, (array_agg(${columnOf(resource, 'id')}))[1], count(*)::integer
     FROM (SELECT DISTINCT _match AS value FROM staged) wanted
     JOIN ${fromRecords(resource)} ON ${customOf(resource, key)} = wanted.value
     WHERE ${isInWorkspace(columnOf(resource, 'workspace_id'), '$1')} GROUP BY wanted.value`,
  ];
}
