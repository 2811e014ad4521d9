import { columnOf, fromRecords } from '../sql/record-source';
import { ARCHIVED_AT } from '../system-fields';
import type { ExportScope } from './export-request';
import { joinReferences, parentIsActive, referencesOf, sortSql } from './field-sql';

/** `FROM … WHERE …`: the records of an export as `r`, joined to what they refer to. */
export function scopeSql(scope: ExportScope): string {
  const { resource, workspace, condition } = scope;
  const conditions = [`${columnOf(resource, 'workspace_id')} = ${workspace}`];
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

/** Counts the records in scope by their type (`type`, null without custom fields; `records`), before they are written. */
export function surveySql(scope: ExportScope): string {
  const { customFields } = scope.resource;
  const type = customFields ? columnOf(scope.resource, customFields.typeField) : 'NULL::uuid';
  return `SELECT ${type} AS type, count(*) AS records ${scopeSql(scope)} GROUP BY 1`;
}
