import { quote } from '../sql/identifiers';
import { columnOf } from '../sql/record-source';
import { isInWorkspace } from '../sql/workspace-sql';
import type { ExportScope } from './export-request';
import { isActive, joinReferences, referencesOf, sortSql } from './field-sql';

/**
 * `FROM … WHERE …` for records that hang in masses on rows of `through` (points on their series): the rows of `through`
 * are read first, in the order of the file, and then the records of each through the primary key. So the first line is
 * there at once, no more than one group is ever sorted, and what is read does not depend on statistics: `OFFSET 0` leaves
 * the planner no other way.
 */
export function pairScopeSql(scope: ExportScope): string {
  const named = referencesOf(scope).filter(({ name }) => ofThrough(scope, name));
  return `FROM (${pairsSql(scope)}) r_t
    CROSS JOIN LATERAL (SELECT r.* FROM ${recordsOfPair(scope)} OFFSET 0) r
    ${named.map(({ name, target }) => nameAgain(name, target.identifiedBy)).join('\n')}
    ${joinReferences(scope, (name) => !ofThrough(scope, name))}
    WHERE ${['true', ...(scope.includeArchived ? [] : isActive(scope, (name) => name !== null && !ofThrough(scope, name)))].join(' AND ')}`;
}

/**
 * The types that occur, when a field of `through` names them: the first record of a pair is enough to know. Its order is
 * that of the primary key, for without one the planner would look for any record in the whole table.
 */
export function typesOfPairsSql(scope: ExportScope, typeField: string): string {
  const order = scope.resource.naturalKey.find((name) => !ofThrough(scope, name)) ?? 'id';
  return `SELECT DISTINCT r_t.${quote(typeField)} AS type FROM (${pairsSql(scope)}) r_t
    CROSS JOIN LATERAL (SELECT FROM ${recordsOfPair(scope)} ORDER BY r.${quote(order)} LIMIT 1) first`;
}

/** Whether records hang in masses on rows of `through`. */
export const hangsOnPairs = ({ resource }: ExportScope): boolean => resource.through?.resource === null;

/** Whether `name` is a reference that stands in the row of `through`. */
export const ofThrough = ({ resource }: ExportScope, name: string): boolean =>
  resource.through?.fields.includes(name) === true;

/** The rows of `through` with the identifiers of what they name, in the order of the file. */
function pairsSql(scope: ExportScope): string {
  const { resource, workspace, includeArchived, conditions } = scope;
  const named = referencesOf(scope).filter(({ name }) => ofThrough(scope, name));
  const identifiers = named.flatMap(({ name, target }) =>
    target.identifiedBy === null
      ? []
      : [`${columnOf(target, target.identifiedBy, `of_${name}`)} AS ${quote(`_${name}`)}`],
  );
  const where = [
    isInWorkspace('r_t.workspace_id', workspace),
    ...(includeArchived ? [] : isActive(scope, (name) => name !== null && ofThrough(scope, name))),
    ...conditions.ofThrough,
  ];
  const order = resource.naturalKey
    .filter((name) => ofThrough(scope, name))
    .map((name) => sortSql(scope, name));
  return `SELECT ${['r_t.*', ...identifiers].join(', ')} FROM ${quote(resource.through?.table ?? '')} r_t
    ${joinReferences(scope, (name) => ofThrough(scope, name))}
    WHERE ${where.join(' AND ')} ORDER BY ${order.join(', ')}`;
}

function recordsOfPair(scope: ExportScope): string {
  const { resource, includeArchived, conditions } = scope;
  const where = [
    `r.${quote(resource.through?.column ?? '')} = r_t.id`,
    ...(includeArchived ? [] : isActive(scope, (name) => name === null)),
    ...conditions.own,
  ];
  return `${quote(resource.table)} r WHERE ${where.join(' AND ')}`;
}

/** Gives what a pair names the alias under which the columns of a file look for it. */
const nameAgain = (name: string, identifiedBy: string | null): string =>
  identifiedBy === null
    ? ''
    : `CROSS JOIN LATERAL (SELECT r_t.${quote(`_${name}`)} AS ${quote(identifiedBy)}) of_${name}`;
