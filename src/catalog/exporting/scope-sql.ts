import { columnOf, fromRecords } from '../sql/record-source';
import type { ExportScope } from './export-request';
import { isActive, joinReferences, sortSql } from './field-sql';
import { hangsOnPairs, ofThrough, pairScopeSql, typesOfPairsSql } from './pair-scope-sql';
import { isInWorkspace } from '../sql/workspace-sql';

/** `FROM … WHERE …`: the records of an export as `r`, joined to what they refer to. */
export function scopeSql(scope: ExportScope): string {
  if (hangsOnPairs(scope)) return pairScopeSql(scope);
  const { resource, workspace, includeArchived } = scope;
  const conditions = [
    isInWorkspace(columnOf(resource, 'workspace_id'), workspace),
    ...(includeArchived ? [] : isActive(scope)),
    ...scope.conditions.ofThrough,
    ...scope.conditions.own,
  ];
  return `FROM ${fromRecords(resource)}\n${joinReferences(scope)}\nWHERE ${conditions.join('\n  AND ')}`;
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
  if (hangsOnPairs(scope) && ofThrough(scope, typeField)) return typesOfPairsSql(scope, typeField);
  return `SELECT DISTINCT ${columnOf(resource, typeField)} AS type ${scopeSql(scope)}`;
}
