import { fieldOf, ARCHIVED_AT, SYSTEM_FIELDS } from '../resource-fields';
import { joinRecord, workspaceOfReference } from '../sql/join-record-sql';
import { columnOf } from '../sql/record-source';
import type { ResourceDescription } from '../resource';
import type { ExportScope } from './export-scope';

/** The alias under which the record that a reference names is joined. */
const aliasOf = (reference: string): string => `of_${reference}`;

/** The references of a resource: the field, and the resource it names. */
export function referencesOf({
  resource,
  registry,
}: ExportScope): { name: string; target: ResourceDescription }[] {
  return [...resource.fields].flatMap(([name, { target }]) =>
    target === null ? [] : [{ name, target: registry.get(target) }],
  );
}

/**
 * Whether an export has a filter. The number of its records is then unknown, and references are looked
 * up row by row.
 */
export const isFiltered = ({ conditions }: ExportScope): boolean =>
  conditions.ofParentKey.length + conditions.own.length > 0;

/**
 * Joins the records that the fields selected by `isWanted` refer to, for their identifiers and for
 * `archived_at`. A required reference becomes an inner join: the planner may then begin with it, and
 * its estimate follows from the foreign key.
 */
export function joinReferences(scope: ExportScope, isWanted: (name: string) => boolean = () => true): string {
  const { resource } = scope;
  return referencesOf(scope)
    .filter(({ name }) => isWanted(name))
    .map(({ name, target }) => {
      const alias = aliasOf(name);
      const join = fieldOf(resource, name).required ? 'JOIN' : 'LEFT JOIN';
      const isNamed = `${columnOf(target, 'workspace_id', alias)} = ${workspaceOfReference(resource, name)}
       AND ${columnOf(target, 'id', alias)} = ${columnOf(resource, name)}`;
      return joinRecord(join, isFiltered(scope) ? 'looked up' : 'planned', target, alias, isNamed);
    })
    .join('\n');
}

/** Conditions on the record itself: it is not archived, unless the export includes archived records. */
export const recordIsActive = ({ resource, includeArchived }: ExportScope): string[] =>
  includeArchived || !resource.archivable ? [] : [`${columnOf(resource, ARCHIVED_AT)} IS NULL`];

/**
 * The same for the records that it belongs to by the fields selected by `isWanted`. A type is not one
 * of them (docs/contract.md 6.4).
 */
export function parentsAreActive(
  scope: ExportScope,
  isWanted: (name: string) => boolean = () => true,
): string[] {
  if (scope.includeArchived) return [];
  return referencesOf(scope)
    .filter(({ name, target }) => target.fieldsTable === null && isWanted(name))
    .map(({ name, target }) => parentIsActive(name, target));
}

/** SQL that is true when the record that the reference `name` names, if any, is not archived. */
function parentIsActive(name: string, target: ResourceDescription): string {
  return target.archivable ? `${columnOf(target, ARCHIVED_AT, aliasOf(name))} IS NULL` : 'true';
}

/**
 * The typed value by which a field sorts, with the same order on every server. A reference sorts by
 * its identifier.
 */
export function sortSql(scope: ExportScope, name: string): string {
  const { target, kind } = fieldOf(scope.resource, name);
  const identifier = identifierOf(scope, name, target);
  if (target !== null && identifier === null) {
    throw new Error(`${scope.resource.name} cannot be ordered: ${target} has no identifier to order by.`);
  }
  const sql = identifier ?? columnOf(scope.resource, name);
  return identifier !== null || kind.pgType === 'text' ? `${sql} COLLATE "C"` : sql;
}

/**
 * The canonical text of a field of the description or of the system; a reference is written as an
 * identifier.
 */
export function textSql(scope: ExportScope, name: string): string {
  if (name === ARCHIVED_AT) return archivedAtSql(scope.resource);
  const field = fieldOf(scope.resource, name);
  return identifierOf(scope, name, field.target) ?? field.kind.print(columnOf(scope.resource, name));
}

function archivedAtSql(resource: ResourceDescription): string {
  return resource.archivable
    ? SYSTEM_FIELDS.archived_at.kind.print(columnOf(resource, ARCHIVED_AT))
    : 'NULL::text';
}

/**
 * The same as a JSON value: booleans and objects as such, everything else as a string, decimals digit
 * for digit.
 */
export function jsonSql(scope: ExportScope, name: string): string {
  const pgType = scope.resource.fields.get(name)?.kind.pgType;
  return pgType === 'boolean' || pgType === 'json' ? columnOf(scope.resource, name) : textSql(scope, name);
}

/**
 * The identifier of the record that a reference to `target` names; null when there is no target, or it
 * has no identifier.
 */
function identifierOf({ registry }: ExportScope, name: string, target: string | null): string | null {
  const resource = target === null ? null : registry.get(target);
  return resource?.identifiedBy ? columnOf(resource, resource.identifiedBy, aliasOf(name)) : null;
}
