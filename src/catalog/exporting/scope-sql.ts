import { columnOf, fromRecords } from '../sql/record-source';
import { ARCHIVED_AT } from '../system-fields';
import type { ExportScope } from './export-request';
import { joinReferences, parentIsActive, referencesOf, sortSql } from './field-sql';
import { isInWorkspace } from '../sql/workspace-sql';

/** `FROM … WHERE …`: the records of an export as `r`, joined to what they refer to. */
export function scopeSql(scope: ExportScope): string {
  const { resource, workspace, condition } = scope;
  const conditions = [isInWorkspace(columnOf(resource, 'workspace_id'), workspace)];
  if (!scope.includeArchived) conditions.push(...isActive(scope));
  if (condition !== null) conditions.push(`(${condition})`);
  return `FROM ${fromRecords(resource)}\n${joinReferences(scope)}\nWHERE ${conditions.join('\n  AND ')}`;
}

/** A record counts as archived with any record it belongs to; a type is none of those (CONTRACT 6). */
function isActive(scope: ExportScope): string[] {
  const { resource } = scope;
  const parents = referencesOf(scope).filter(({ target }) => target.fieldsTable === null);
  return [
    ...(resource.archivable ? [`${columnOf(resource, ARCHIVED_AT)} IS NULL`] : []),
    ...parents.map(({ name, target }) => parentIsActive(name, target)),
  ];
}

/** The order of a file: the natural key as it is written, never an internal id. */
export function orderSql(scope: ExportScope): string {
  return `ORDER BY ${scope.resource.naturalKey.map((name) => sortSql(scope, name)).join(', ')}`;
}

/** Which types of records with custom fields are in scope: one row each, `type`. */
export function occurringTypesSql(scope: ExportScope): string {
  const { resource } = scope;
  if (!resource.customFields) throw new Error(`Resource ${resource.name} has no custom fields.`);
  return `SELECT DISTINCT ${columnOf(resource, resource.customFields.typeField)} AS type ${scopeSql(scope)}`;
}
