import { isInWorkspace, quote } from '../sql/sql-text';
import { isGroupedByParent, isOfParentKey, lookUp, withParentKey } from '../sql/join-record-sql';
import { columnOf, fromRecords } from '../sql/record-source';
import type { ExportScope } from './export-scope';
import {
  isFiltered,
  joinReferences,
  parentsAreActive,
  recordIsActive,
  referencesOf,
  sortSql,
} from './field-sql';

/** `FROM … WHERE …`: the records of an export as `r`, joined to what they refer to. */
export function scopeSql(scope: ExportScope): string {
  const { resource, workspace } = scope;
  if (isGroupedByParent(resource)) return pairScopeSql(scope);
  const conditions = [
    isInWorkspace(columnOf(resource, 'workspace_id'), workspace),
    ...recordIsActive(scope),
    ...parentsAreActive(scope),
    ...scope.conditions.ofParentKey,
    ...scope.conditions.own,
  ];
  return `FROM ${recordsSql(scope)}\n${joinReferences(scope)}\nWHERE ${conditions.join('\n  AND ')}`;
}

/** The records, each with its parent. */
function recordsSql(scope: ExportScope): string {
  const { resource, workspace } = scope;
  const { parentKey, table } = resource;
  if (!parentKey || !isFiltered(scope)) return fromRecords(resource);
  if (scope.conditions.ofParentKey.length === 0)
    return withParentKey(resource, `${quote(table)} r`, workspace);
  // A filter on the parents begins with the parents: they are few, and each has its records.
  const isOfPair = `${isInWorkspace('r.workspace_id', workspace)} AND r.${quote(parentKey.column)} = r_t.id`;
  return `${quote(parentKey.table)} r_t JOIN ${lookUp(`SELECT r.* FROM ${quote(table)} r WHERE ${isOfPair}`, 'r')}
    ON ${isInWorkspace('r_t.workspace_id', workspace)}`;
}

/** The order of a file: the natural key as it is written, never an internal id. */
export function fileOrderSql(scope: ExportScope): string {
  return `ORDER BY ${scope.resource.naturalKey.map((name) => sortSql(scope, name)).join(', ')}`;
}

/** Which types of records with custom fields are in scope: one row each, `type`. */
export function occurringTypesSql(scope: ExportScope): string {
  const { resource } = scope;
  if (!resource.customFields) throw new Error(`Resource ${resource.name} has no custom fields.`);
  const { typeField } = resource.customFields;
  if (isGroupedByParent(resource) && isOfParentKey(resource, typeField))
    return typesOfPairsSql(scope, typeField);
  return `SELECT DISTINCT ${columnOf(resource, typeField)} AS type ${scopeSql(scope)}`;
}

/**
 * How many records are in scope: one row, `count`. Counting takes a fraction of the time of the
 * export.
 */
export const countSql = (scope: ExportScope): string => `SELECT count(*) AS count ${scopeSql(scope)}`;

/**
 * `FROM … WHERE …` for parents with many records each (series with their points). The parents are read
 * first, in the order of the file, and then the records of each parent by the primary key. The first
 * line is available at once, never more than one group is sorted, and the plan does not depend on
 * statistics.
 */
function pairScopeSql(scope: ExportScope): string {
  const isOwn = (name: string): boolean => !isOfParentKey(scope.resource, name);
  // The columns of a file expect the identifiers of the parent under these aliases.
  const named = identifiersOf(scope).map(
    ({ name, identifiedBy }) =>
      `CROSS JOIN LATERAL (SELECT r_t.${quote(`_${name}`)} AS ${quote(identifiedBy)}) of_${name}`,
  );
  return `FROM (${pairsSql(scope)}) r_t
    CROSS JOIN ${lookUp(`SELECT r.* FROM ${recordsOfPair(scope)}`, 'r')}
    ${named.join('\n')}
    ${joinReferences(scope, isOwn)}
    WHERE ${['true', ...parentsAreActive(scope, isOwn)].join(' AND ')}`;
}

/**
 * The types that occur, when a field of the parent names them: one record per parent is enough. The
 * ORDER BY is that of the primary key; without it the planner may scan the whole table for any record.
 */
function typesOfPairsSql(scope: ExportScope, typeField: string): string {
  const { resource } = scope;
  const order = resource.naturalKey.find((name) => !isOfParentKey(resource, name)) ?? 'id';
  return `SELECT DISTINCT r_t.${quote(typeField)} AS type FROM (${pairsSql(scope)}) r_t
    CROSS JOIN LATERAL (SELECT FROM ${recordsOfPair(scope)} ORDER BY r.${quote(order)} LIMIT 1) first`;
}

/** The parents with the identifiers of the records that they refer to, in the order of the file. */
function pairsSql(scope: ExportScope): string {
  const { resource, workspace, conditions } = scope;
  const isOfPair = (name: string): boolean => isOfParentKey(resource, name);
  const identifiers = identifiersOf(scope).map(({ name, sql }) => `${sql} AS ${quote(`_${name}`)}`);
  const where = [
    isInWorkspace('r_t.workspace_id', workspace),
    ...parentsAreActive(scope, isOfPair),
    ...conditions.ofParentKey,
  ];
  const order = resource.naturalKey.filter(isOfPair).map((name) => sortSql(scope, name));
  return `SELECT ${['r_t.*', ...identifiers].join(', ')} FROM ${quote(resource.parentKey?.table ?? '')} r_t
    ${joinReferences(scope, isOfPair)}
    WHERE ${where.join(' AND ')} ORDER BY ${order.join(', ')}`;
}

/** The references of a parent that are written as identifiers, and the SQL of each identifier. */
function identifiersOf(scope: ExportScope): { name: string; identifiedBy: string; sql: string }[] {
  return referencesOf(scope).flatMap(({ name, target }) => {
    const { identifiedBy } = target;
    if (identifiedBy === null || !isOfParentKey(scope.resource, name)) return [];
    return [{ name, identifiedBy, sql: columnOf(target, identifiedBy, `of_${name}`) }];
  });
}

function recordsOfPair(scope: ExportScope): string {
  const { resource, conditions } = scope;
  const where = [
    `r.${quote(resource.parentKey?.column ?? '')} = r_t.id`,
    ...recordIsActive(scope),
    ...conditions.own,
  ];
  return `${quote(resource.table)} r WHERE ${where.join(' AND ')}`;
}
