import { quote } from '../sql/identifiers';
import { isHeldInMasses, isOfParentKey, lookUp, withParentKey } from '../sql/join-record-sql';
import { columnOf, fromRecords } from '../sql/record-source';
import { isInWorkspace } from '../sql/workspace-sql';
import type { ExportScope } from './export-request';
import { isFiltered, joinReferences, parentsAreActive, recordIsActive, sortSql } from './field-sql';
import { pairScopeSql, typesOfPairsSql } from './pair-scope-sql';

/** `FROM … WHERE …`: the records of an export as `r`, joined to what they refer to. */
export function scopeSql(scope: ExportScope): string {
  const { resource, workspace } = scope;
  if (isHeldInMasses(resource)) return pairScopeSql(scope);
  const conditions = [
    isInWorkspace(columnOf(resource, 'workspace_id'), workspace),
    ...recordIsActive(scope),
    ...parentsAreActive(scope),
    ...scope.conditions.ofParentKey,
    ...scope.conditions.own,
  ];
  return `FROM ${recordsSql(scope)}\n${joinReferences(scope)}\nWHERE ${conditions.join('\n  AND ')}`;
}

/** The records, and the row of `through` that each hangs on. */
function recordsSql(scope: ExportScope): string {
  const { resource, workspace } = scope;
  const { parentKey, table } = resource;
  if (!parentKey || !isFiltered(scope)) return fromRecords(resource);
  if (scope.conditions.ofParentKey.length === 0)
    return withParentKey(resource, `${quote(table)} r`, workspace);
  // A filter on what records hang on begins there: these are few, and each has its records.
  const isOfPair = `${isInWorkspace('r.workspace_id', workspace)} AND r.${quote(parentKey.column)} = r_t.id`;
  return `${quote(parentKey.table)} r_t JOIN ${lookUp(`SELECT r.* FROM ${quote(table)} r WHERE ${isOfPair}`, 'r')}
    ON ${isInWorkspace('r_t.workspace_id', workspace)}`;
}

/** The order of a file: the natural key as it is written, never an internal id. */
export function orderSql(scope: ExportScope): string {
  return `ORDER BY ${scope.resource.naturalKey.map((name) => sortSql(scope, name)).join(', ')}`;
}

/** Which types of records with custom fields are in scope: one row each, `type`. */
export function occurringTypesSql(scope: ExportScope): string {
  const { resource } = scope;
  if (!resource.customFields) throw new Error(`Resource ${resource.name} has no custom fields.`);
  const { typeField } = resource.customFields;
  if (isHeldInMasses(resource) && isOfParentKey(resource, typeField))
    return typesOfPairsSql(scope, typeField);
  return `SELECT DISTINCT ${columnOf(resource, typeField)} AS type ${scopeSql(scope)}`;
}

/** How many records are in scope: one row, `count`. Unsorted and unwritten, they take a fraction of the time of the export. */
export const countSql = (scope: ExportScope): string => `SELECT count(*) AS count ${scopeSql(scope)}`;
