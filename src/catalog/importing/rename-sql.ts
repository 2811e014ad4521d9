import { isInWorkspace, quote } from '../sql/sql-text';
import { columnOf, fromRecords } from '../sql/record-source';
import type { StageLayout } from './stage-layout';

/**
 * Rows that are matched otherwise may rename records, and take effect in file order: a name may be free only because an
 * earlier row gave it up. Answers the first row after `$2` up to `$3` whose new name is held by a record that an earlier
 * row of the range names; a range must end before it. `$1`: the workspace.
 */
export function firstDependentRenameSql({ resource, match }: StageLayout): string {
  const id = columnOf(resource, 'id');
  // The record that holds the name, and by what a row would name that record.
  const holder = match.by === 'custom' ? `JOIN found f ON f.id = r.id` : '';
  const name = match.by === 'custom' ? 'f.value' : `r.id::text`;
  const same = resource.naturalKey.map((key) => `${columnOf(resource, key)} = s.${quote(key)}`).join(' AND ');
  return `SELECT min(s._row) AS row FROM staged s
    CROSS JOIN LATERAL (SELECT ${id} AS id FROM ${fromRecords(resource)}
      WHERE ${isInWorkspace(columnOf(resource, 'workspace_id'), '$1')} AND ${same} OFFSET 0) r
    ${holder} JOIN staged e ON e._match = ${name} AND e._row > $2 AND e._row < s._row
    WHERE s._row > $2 AND s._row <= $3 AND s._match <> e._match`;
}
