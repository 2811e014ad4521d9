import { quote } from '../sql/identifiers';
import { isOfParentKey, lookUp } from '../sql/join-record-sql';
import { columnOf } from '../sql/record-source';
import { isInWorkspace } from '../sql/workspace-sql';
import type { ExportScope } from './export-request';
import { joinReferences, parentsAreActive, recordIsActive, referencesOf, sortSql } from './field-sql';

/**
 * `FROM … WHERE …` for records that hang in masses on rows of `through` (points on their series): the rows of `through`
 * are read first, in the order of the file, and then the records of each through the primary key. So the first line is
 * there at once, no more than one group is ever sorted, and what is read does not depend on statistics.
 */
export function pairScopeSql(scope: ExportScope): string {
  const isOwn = (name: string): boolean => !isOfParentKey(scope.resource, name);
  // Gives what a pair names the alias under which the columns of a file look for it.
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
 * The types that occur, when a field of `through` names them: the first record of a pair is enough to know. Its order is
 * that of the primary key, for without one the planner would look for any record in the whole table.
 */
export function typesOfPairsSql(scope: ExportScope, typeField: string): string {
  const { resource } = scope;
  const order = resource.naturalKey.find((name) => !isOfParentKey(resource, name)) ?? 'id';
  return `SELECT DISTINCT r_t.${quote(typeField)} AS type FROM (${pairsSql(scope)}) r_t
    CROSS JOIN LATERAL (SELECT FROM ${recordsOfPair(scope)} ORDER BY r.${quote(order)} LIMIT 1) first`;
}

/** The rows of `through` with the identifiers of what they name, in the order of the file. */
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

/** The references of a pair that are written by an identifier, and the SQL of it. */
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
