import { conditionSql } from '../catalog/filter/condition-sql';
import { fieldOf } from '../catalog/field-of';
import type { FilterContext } from '../catalog/filter/filter-context';
import { namedSql } from '../catalog/filter/named-sql';
import { referencesSql } from '../catalog/filter/references-sql';
import { instantField } from '../catalog/instant-field';
import { columnOf } from '../catalog/sql/record-source';
import { ARCHIVED_AT } from '../catalog/system-fields';
import type { Archived, ListQuery } from './list-query';

/** The conditions that the query parameters of a list stand for. */
export function listConditions(context: FilterContext, query: ListQuery): string[] {
  const { resource } = context;
  const references = [...query.references].map(
    ([name, text]) =>
      `${columnOf(resource, name)} = ANY (${referencesSql(context, fieldOf(resource, name).target ?? '', [text])})`,
  );
  const ids = query.ids === null ? [] : [namedSql(context, query.ids)];
  return [
    ...archivedCondition(context, query.archived),
    ...references,
    ...ids,
    ...periodConditions(context, query),
    ...searchCondition(context, query.q),
  ];
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
  return [`${columnOf(resource, ARCHIVED_AT)} IS ${archived === 'true' ? 'NOT ' : ''}NULL`];
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
