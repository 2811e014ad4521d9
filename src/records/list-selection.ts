import { conditionSql } from '../catalog/filter/condition-sql';
import { fieldOf } from '../catalog/field-of';
import type { FilterContext } from '../catalog/filter/filter-context';
import { isNaming, namedSql } from '../catalog/filter/named-sql';
import { referencesSql, refersTo } from '../catalog/filter/references-sql';
import { instantField } from '../catalog/instant-field';
import type { ResourceDescription } from '../catalog/resource';
import { columnOf } from '../catalog/sql/record-source';
import { ARCHIVED_AT } from '../catalog/system-fields';
import type { Archived, ListQuery } from './list-query';
import type { Selection } from './selection';

/** The records that the query parameters of a list ask for. */
export function listSelection(resource: ResourceDescription, query: ListQuery): Selection {
  const { ids, archived, references } = query;
  const looksUp = resource.packedId === null;
  const behindParentKey = (name: string): boolean => resource.parentKey?.fields.includes(name) === true;
  return {
    named: ids !== null || [...references.keys()].some((name) => isNaming(resource, name)),
    ids: ids !== null && looksUp ? (context) => referencesSql(context, resource.name, ids) : null,
    narrowedBy: new Set(references.keys()),
    parentKey: (context) => referenceConditions(context, query, behindParentKey),
    own: (context) => [
      ...archivedCondition(context, archived),
      ...referenceConditions(context, query, (name) => !behindParentKey(name)),
      ...(ids === null || looksUp ? [] : [namedSql(context, ids)]),
      ...periodConditions(context, query),
      ...searchCondition(context, query.q),
    ],
  };
}

function referenceConditions(
  context: FilterContext,
  { references }: ListQuery,
  isWanted: (name: string) => boolean,
): string[] {
  const { resource } = context;
  return [...references]
    .filter(([name]) => isWanted(name))
    .map(([name, text]) =>
      isNaming(resource, name)
        ? namedSql(context, [text], name)
        : refersTo(context, columnOf(resource, name), fieldOf(resource, name).target ?? '', [text]),
    );
}

/** `from` ≤ instant < `to`. */
function periodConditions(context: FilterContext, { from, to }: ListQuery): string[] {
  const { resource } = context;
  const instant = instantField(resource);
  if (instant === null) return [];
  const bound = (op: 'gte' | 'lt', text: string | null): string[] =>
    text === null
      ? []
      : [conditionSql(context, fieldOf(resource, instant), columnOf(resource, instant), op, text)];
  return [...bound('gte', from), ...bound('lt', to)];
}

export function archivedCondition({ resource }: FilterContext, archived: Archived): string[] {
  if (archived === 'all' || !resource.archivable) return [];
  const column = columnOf(resource, ARCHIVED_AT);
  // Without statistics the planner takes one row in 200 for NULL, but half of them for an expression it does not know: active
  // records are the most, and for a few it would sort a whole workspace for one page.
  return [archived === 'true' ? `${column} IS NOT NULL` : `CASE WHEN ${column} IS NULL THEN true END`];
}

/** `q` finds a part of any of the fields that a resource is searched by. */
export function searchCondition(context: FilterContext, q: string | null): string[] {
  const { resource } = context;
  if (q === null) return [];
  const hits = resource.search.map((name) =>
    conditionSql(context, fieldOf(resource, name), columnOf(resource, name), 'like', q),
  );
  return [`(${hits.join(' OR ')})`];
}
