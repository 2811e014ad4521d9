import { isCondition, type Filter } from '../catalog/filter/filter';
import { filterSql } from '../catalog/filter/filter-sql';
import { namesArchivedAt } from '../catalog/filter/names-archived-at';
import { namesRecords } from '../catalog/filter/names-records';
import type { ResourceDescription } from '../catalog/resource';
import type { FilterBody } from './filter-body';
import { archivedCondition, searchCondition } from './list-selection';
import type { Selection } from './selection';

/** The records that a filter asks for: active ones only, unless the filter itself speaks of `archived_at`. */
export function filterSelection(
  resource: ResourceDescription,
  { filter, q }: Pick<FilterBody, 'filter' | 'q'>,
): Selection {
  const fields = resource.through?.fields ?? [];
  const parts = partsOf(filter);
  const onThrough = parts.filter((part) => isAbout(part, fields));
  const others = parts.filter((part) => !isAbout(part, fields));
  return {
    named: parts.some((part) => namesRecords(resource, part)),
    through: (context) => onThrough.map((part) => filterSql(part, context)),
    own: (context) => [
      ...archivedCondition(context, namesArchivedAt(filter) ? 'all' : 'false'),
      ...searchCondition(context, q),
      ...others.map((part) => filterSql(part, context)),
    ],
  };
}

/** Filters that must all hold, and together are `filter`. */
function partsOf(filter: Filter): Filter[] {
  if (isCondition(filter)) return [filter];
  const any: Filter[] = filter.any === null ? [] : [{ all: [], any: filter.any }];
  return [...filter.all.flatMap(partsOf), ...any];
}

/** Whether a filter looks at nothing but `fields`. */
function isAbout(filter: Filter, fields: readonly string[]): boolean {
  if (isCondition(filter)) return filter.field.scope === 'core' && fields.includes(filter.field.name);
  return [...filter.all, ...(filter.any ?? [])].every((member) => isAbout(member, fields));
}
